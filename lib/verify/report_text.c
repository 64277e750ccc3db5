#include <string.h>

#include "base/text.h"
#include "verify/report.h"

/* One report for people. The buffer keeps the first error, so that only the end has to ask. */

#define GREEN "\033[1;32m"
#define RED "\033[1;31m"
#define YELLOW "\033[1;33m"
#define PLAIN NULL
#define RESET "\033[0m"

typedef struct page {
    blz_buf *out;
    const blz_report *report;
    bool color, verbose;
} page;

static void put(const page *p, const char *text)
{
    (void)blz_text_escape_terminal(p->out, text, strlen(text));
}

static void paint(const page *p, const char *color, const char *text)
{
    bool colored = p->color && color;
    if (colored) (void)blz_buf_puts(p->out, color);
    (void)blz_buf_puts(p->out, text);
    if (colored) (void)blz_buf_puts(p->out, RESET);
}

/* "  issuer      " */
static void label(const page *p, const char *color, const char *text)
{
    size_t length = strlen(text);
    (void)blz_buf_puts(p->out, "  ");
    paint(p, color, text);
    (void)blz_buf_fill(p->out, ' ', length < 11 ? 12 - length : 1);
}

static void line(const page *p, const char *name, const char *text)
{
    label(p, PLAIN, name);
    put(p, text);
    (void)blz_buf_putc(p->out, '\n');
}

static void head(const page *p)
{
    static const struct {
        const char *word, *color;
    } verdicts[] = {[BLZ_VALID] = {"VALID", GREEN},
                    [BLZ_INVALID] = {"INVALID", RED},
                    [BLZ_UNDECIDED] = {"UNDECIDED", YELLOW}};
    const blz_report *r = p->report;
    put(p, r->input);
    (void)blz_buf_puts(p->out, ": ");
    paint(p, verdicts[r->verdict].color, verdicts[r->verdict].word);
    const char *before = "  ";
    if (r->standard) {
        (void)blz_buf_printf(p->out, "%s%s", before, r->standard);
        before = ", ";
    }
    for (size_t i = 0; i < r->proof_count; i++) {
        (void)blz_buf_puts(p->out, before);
        put(p, r->proofs[i].type);
        before = ", ";
    }
    if (r->kind >= BLZ_REPORT_STATUS_LIST)
        (void)blz_buf_printf(p->out, "%sa %s and no badge", before, blz_report_kind_text(r->kind));
    if (r->policy != BLZ_POLICY_SPEC)
        (void)blz_buf_printf(p->out, "%spolicy %s", before, blz_policy_text(r->policy));
    (void)blz_buf_putc(p->out, '\n');
}

/* "NAME  ID" */
static void party(const page *p, const blz_party *party)
{
    if (!party->name && !party->id) (void)blz_buf_puts(p->out, "not named");
    if (party->name) put(p, party->name);
    if (party->name && party->id) (void)blz_buf_puts(p->out, "  ");
    if (party->id) put(p, party->id);
}

/* What it is about. */
static void topic(const page *p)
{
    const blz_report *r = p->report;
    const char *word, *text;
    switch (r->kind) {
    case BLZ_REPORT_BADGE:
    case BLZ_REPORT_BADGE_CLASS:
        word = "achievement";
        text = r->achievement.name ? r->achievement.name : r->achievement.id;
        break;
    case BLZ_REPORT_ENDORSEMENT:
        word = "endorses";
        text = r->subject;
        break;
    case BLZ_REPORT_RECORD:
        word = "record";
        text = r->title;
        break;
    default:
        return;
    }
    label(p, PLAIN, word);
    put(p, text ? text : "without a name");
    if (r->results) (void)blz_buf_printf(p->out, ", %s", r->results);
    (void)blz_buf_putc(p->out, '\n');
}

/* A key or a list of Open Badges 2.0 by itself does not say. */
static void issuer(const page *p)
{
    const blz_report *r = p->report;
    if (r->kind >= BLZ_REPORT_KEY && !r->issuer.id) return;
    label(p, PLAIN, "issuer");
    party(p, &r->issuer);
    if (r->binding) {
        (void)blz_buf_puts(p->out, "  ");
        put(p, r->binding);
    }
    (void)blz_buf_putc(p->out, '\n');
}

/* What was verified. */
static void content(const page *p)
{
    const blz_report *r = p->report;
    issuer(p);
    if (p->verbose && r->id) line(p, "id", r->id);
    if (r->recipient) line(p, "recipient", r->recipient);
    if (r->list)
        line(p, "list", r->list);
    else
        topic(p);
    if (r->dates) line(p, "dates", r->dates);
}

/* What the badge says of itself when that was not verified: one line that cannot be read as a result. */
static void claims(const page *p)
{
    const blz_report *r = p->report;
    if (!r->issuer.id && !r->issuer.name && !r->achievement.id && !r->achievement.name) return;
    label(p, YELLOW, "unverified");
    (void)blz_buf_printf(p->out, "the %s says: issuer ", blz_report_kind_text(r->kind));
    party(p, &r->issuer);
    if (r->kind == BLZ_REPORT_BADGE || r->kind == BLZ_REPORT_BADGE_CLASS) {
        (void)blz_buf_puts(p->out, "; achievement ");
        party(p, &r->achievement);
    }
    (void)blz_buf_putc(p->out, '\n');
}

static const struct {
    const char *word, *color, *one, *many;
} outcomes[] = {
    [BLZ_STEP_PASS] = {"pass", GREEN, "pass", "pass"},
    [BLZ_STEP_FAIL] = {"failed", RED, "failed", "failed"},
    [BLZ_STEP_UNKNOWN] = {"unknown", YELLOW, "unknown", "unknown"},
    [BLZ_STEP_WARN] = {"warning", YELLOW, "warning", "warnings"},
    [BLZ_STEP_SKIPPED] = {"skipped", PLAIN, "skipped", "skipped"},
};

static size_t count_of(const page *p, blz_outcome outcome)
{
    size_t count = 0;
    for (size_t i = 0; i < p->report->step_count; i++)
        count += p->report->steps[i].outcome == outcome;
    return count;
}

static void counts(const page *p)
{
    static const blz_outcome order[] = {BLZ_STEP_PASS, BLZ_STEP_FAIL, BLZ_STEP_UNKNOWN, BLZ_STEP_WARN,
                                        BLZ_STEP_SKIPPED};
    const char *before = "";
    label(p, PLAIN, "steps");
    for (size_t i = 0; i < BLZ_COUNT_OF(order); i++) {
        size_t count = count_of(p, order[i]);
        if (!count) continue;
        (void)blz_buf_printf(p->out, "%s%zu %s", before, count,
                             count == 1 ? outcomes[order[i]].one : outcomes[order[i]].many);
        before = ", ";
    }
    (void)blz_buf_puts(p->out, p->verbose ? "\n" : " (--verbose shows them)\n");
}

/* Whether the verdict stands on this entry, and the other policy does not say so. */
static bool is_alone(const blz_step *s)
{
    return s->policy && (s->outcome == BLZ_STEP_FAIL || s->outcome == BLZ_STEP_UNKNOWN);
}

static bool was_named(const blz_report *r, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_alone(&r->steps[i]) && strcmp(r->steps[i].id, r->steps[index].id) == 0) return true;
    return false;
}

/* Where the policies part. */
static void policies(const page *p)
{
    const blz_report *r = p->report;
    const char *before = r->policy == BLZ_POLICY_SPEC
                             ? "1EdTech's validator does not ask for what is wrong in "
                             : "only 1EdTech's validator asks for what is wrong in ";
    bool any = false;
    for (size_t i = 0; i < r->step_count; i++) {
        if (!is_alone(&r->steps[i]) || was_named(r, i)) continue;
        if (!any) label(p, PLAIN, "policy");
        (void)blz_buf_printf(p->out, "%s%s", any ? ", " : before, r->steps[i].id);
        any = true;
    }
    if (any) (void)blz_buf_putc(p->out, '\n');
}

static void step(const page *p, const blz_step *s)
{
    label(p, outcomes[s->outcome].color, outcomes[s->outcome].word);
    (void)blz_buf_printf(p->out, "%s: ", s->id);
    put(p, s->message);
    if (p->verbose && s->outcome != BLZ_STEP_PASS && s->outcome != BLZ_STEP_SKIPPED) {
        (void)blz_buf_puts(p->out, s->pointer ? " [" : "");
        if (s->pointer) put(p, s->pointer);
        (void)blz_buf_printf(p->out, "%s (%s)", s->pointer ? "]" : "", s->spec);
    }
    (void)blz_buf_putc(p->out, '\n');
}

static void steps(const page *p, blz_outcome outcome)
{
    for (size_t i = 0; i < p->report->step_count; i++)
        if (p->report->steps[i].outcome == outcome) step(p, &p->report->steps[i]);
}

blz_status blz_report_text(char **out, const blz_report *report, const blz_report_style *style)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    page p = {&text, report, style && style->color, style && style->verbose};
    head(&p);
    if (report->verdict == BLZ_VALID)
        content(&p);
    else
        claims(&p);
    counts(&p);
    for (size_t i = 0; i < report->step_count && p.verbose; i++)
        step(&p, &report->steps[i]);
    if (!p.verbose) {
        steps(&p, BLZ_STEP_FAIL);
        steps(&p, BLZ_STEP_UNKNOWN);
        steps(&p, BLZ_STEP_WARN);
    }
    policies(&p);
    return blz_buf_take(&text, out, NULL);
}
