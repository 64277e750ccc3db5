#ifndef BLZ_JSONLD_RUN_H
#define BLZ_JSONLD_RUN_H

/* One document on its way through the algorithms. */

#include "base/buf.h"
#include "jsonld/active.h"
#include "jsonld/jsonld.h"

/* How deep remote contexts may lead into each other, and how deep scoped contexts and definitions; how many
 * remote documents a document may ask for; how deep it may be itself. */
enum { BLZ_LD_REMOTE_DEPTH = 48, BLZ_LD_DEFINE_DEPTH = 384, BLZ_LD_REMOTE_MAX = 64, BLZ_LD_DEPTH_MAX = 2048 };

/* What the contexts of one document may cost, in places of tables: enough for 125 000 terms. */
enum { BLZ_LD_WORK_MAX = 2000000, BLZ_LD_TERM_COST = 16 };

/* Where in the document: a chain over the frames of the callers, so that it costs nothing until it is asked
 * for. */
typedef struct blz_ld_at {
    const struct blz_ld_at *up; /* NULL: this is the document */
    const char *name;           /* NULL: the element at `index` */
    size_t index;
} blz_ld_at;

/* A context that was loaded or put together (then without a URL). */
typedef struct blz_ld_kept {
    struct blz_ld_kept *next;
    char *url;
    json_t *json;
} blz_ld_kept;

/* What a local context that is asked for again led to in this run. */
typedef struct blz_ld_memo {
    const blz_ld_active *from, *to;
    const json_t *local;
    unsigned how;
} blz_ld_memo;

typedef struct blz_ld_run {
    blz_ctx *ctx;
    blz_arena *arena; /* for whatever is made now: of the document, or of a lasting context */
    bool lasting;     /* a lasting context is being made */
    bool to_rdf;      /* the expanded document becomes RDF */
    const blz_ld_options *options;
    const json_t *document;
    blz_ld_fault *fault;
    const blz_ld_at *at; /* of the context that is processed, for faults */
    blz_ld_kept *remote; /* what lives as long as the run */
    blz_ld_memo *memos;  /* open addressing */
    size_t memo_count, memo_size;
    size_t work, remotes;
    unsigned depth;  /* of definitions in contexts */
    unsigned levels; /* of the element that is expanded */
} blz_ld_run;

/* Sets the fault unless there is one: a code of the specification (static), what it is about (may be NULL),
 * plain words. Returns BLZ_ERR_INVALID, or BLZ_ERR_NOMEM. */
blz_status blz_ld_refuse(blz_ld_run *run, const blz_ld_at *at, const char *code, const char *term,
                         const char *format, ...) BLZ_PRINTF(5, 6);
/* The same in safe mode; BLZ_OK outside it. */
blz_status blz_ld_drop(blz_ld_run *run, const blz_ld_at *at, const char *term, const char *format, ...)
    BLZ_PRINTF(4, 5) BLZ_MUST_USE;

/* iri.c: IRI Expansion (5.2). `local` and `defined` are those of a context that is being processed, or NULL.
 */
typedef struct blz_ld_definer blz_ld_definer;
typedef struct blz_ld_iri {
    const char *text;        /* NULL: null */
    blz_ld_keyword keyword;  /* that it is */
    const blz_ld_term *term; /* whose IRI mapping it is; NULL for others */
    const blz_ld_active *in; /* where it was looked for */
} blz_ld_iri;
enum { BLZ_LD_VOCABULARY = 1, BLZ_LD_DOCUMENT = 2 };
blz_status blz_ld_expand_iri(blz_ld_run *run, const blz_ld_active *active, blz_ld_iri *out, const char *value,
                             unsigned relative_to, blz_ld_definer *definer) BLZ_MUST_USE;
/* A scheme, a colon, and nothing that no IRI may have. */
bool blz_ld_is_iri(const char *text);
/* A scheme and a colon. */
bool blz_ld_is_absolute(const char *text);
bool blz_ld_is_blank(const char *text);
bool blz_ld_is_language(const char *text);

/* define.c: Create Term Definition (4.2). */
struct blz_ld_definer {
    blz_ld_active *active; /* that is being made */
    const json_t *local;   /* the context */
    json_t *defined;       /* term -> true or false */
    const char *base_url;
    const struct blz_ld_visit *visits;
    bool protect, override_protected, published;
};
blz_status blz_ld_define(blz_ld_run *run, blz_ld_definer *definer, const char *name) BLZ_MUST_USE;

/* context.c: Context Processing (4.1). */
enum {
    BLZ_LD_OVERRIDE = 1,       /* protected terms may be changed */
    BLZ_LD_NOT_PROPAGATED = 2, /* the context before it comes back in the next node */
    BLZ_LD_NO_VALIDATION = 4,  /* a scoped context is only looked at: what leads back to itself is left out */
    BLZ_LD_AGAIN = 8,          /* it is that of a term or a document, and will be asked for again */
    BLZ_LD_LASTING = 16,       /* it is one of the library's */
    BLZ_LD_ENTRY = 32,         /* it is one of several in an array */
    BLZ_LD_PUBLISHED = 64,     /* it is one of the library's, kept or not */
};

/* The remote contexts on the way here. */
typedef struct blz_ld_visit {
    const struct blz_ld_visit *up;
    const char *url;
    unsigned depth;
} blz_ld_visit;

/* A local context: its value, and the URL that relative references in it start from (may be NULL). */
typedef struct blz_ld_local {
    const json_t *json;
    const char *base_url;
} blz_ld_local;

/* `*out` is an active context of the run, or one that lasts. */
blz_status blz_ld_process(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                          blz_ld_local local, const blz_ld_visit *visits, unsigned how) BLZ_MUST_USE;
/* For lasting.c: without asking what is known already. */
blz_status blz_ld_process_anew(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                               blz_ld_local local, const blz_ld_visit *visits, unsigned how) BLZ_MUST_USE;
/* The context that a document starts with. */
blz_status blz_ld_initial(blz_ld_run *run, const blz_ld_active **out) BLZ_MUST_USE;
/* Takes units off what contexts may cost. Errors: BLZ_ERR_LIMIT. */
blz_status blz_ld_charge(blz_ld_run *run, size_t units) BLZ_MUST_USE;

/* known.c: NULL if it is not known. */
const blz_ld_active *blz_ld_known(const blz_ld_run *run, const blz_ld_active *active, const json_t *local,
                                  unsigned how);
/* Both do not change any more, and live as long as the run. */
blz_status blz_ld_remember(blz_ld_run *run, const blz_ld_active *active, const json_t *local, unsigned how,
                           const blz_ld_active *to) BLZ_MUST_USE;

/* remote.c: the value of @context at `url`; it lives as long as the run, or longer. `*lasting`: as the
 * process. */
blz_status blz_ld_load(blz_ld_run *run, const json_t **out, bool *lasting, const char *url) BLZ_MUST_USE;
void blz_ld_forget_remote(blz_ld_run *run);

/* The members of `under` and, on top of them, of `over`, kept as long as both. */
blz_status blz_ld_keep_merged(blz_ld_run *run, const json_t **out, const json_t *under, const json_t *over)
    BLZ_MUST_USE;

/* Keeps a new value (NULL: there was no memory for it) as long as the run; takes it over in any case. */
blz_status blz_ld_keep(blz_ld_run *run, const json_t **out, json_t *value) BLZ_MUST_USE;

/* lasting.c: contexts of the library, processed once for all threads. */
blz_status blz_ld_lasting_document(const json_t **out, size_t id) BLZ_MUST_USE;
/* The same for who is making a lasting context and so has the lock. */
blz_status blz_ld_lasting_read(const json_t **out, size_t id) BLZ_MUST_USE;
const blz_ld_active *blz_ld_lasting_initial(void);
/* What `local` leads to from `active`, both lasting; it is kept. `*out` NULL: there is no more room. */
blz_status blz_ld_lasting_process(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                                  blz_ld_local local, unsigned how) BLZ_MUST_USE;

#endif
