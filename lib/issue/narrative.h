#ifndef BLZ_ISSUE_NARRATIVE_H
#define BLZ_ISSUE_NARRATIVE_H

/* The criteria.narrative of an achievement: what an educator must do and how it is judged, as Markdown for
 * people. The sections come in this order; each appends to `out`, where errors stick. */

#include "base/buf.h"
#include "definition/model.h"

/* Everything. */
blz_status blz_narrative(char **out, const blz_micro_credential *definition) BLZ_MUST_USE;

/* Competency, method with its components, research. */
void blz_narrative_method(blz_buf *out, const blz_micro_credential *definition);
/* What to submit. */
void blz_narrative_evidence(blz_buf *out, const blz_micro_credential *definition);
/* How it is scored, the passing rule, how it is assessed. */
void blz_narrative_scoring(blz_buf *out, const blz_micro_credential *definition);

/* What an evidence is called: its title or the name of its part. */
const char *blz_evidence_title(const blz_evidence *evidence);
/* "## TITLE" after an empty line where there is text already, and an empty line. */
void blz_narrative_heading(blz_buf *out, const char *marks, const char *title);
/* A paragraph with an empty line in front of it; nothing for NULL. */
void blz_narrative_paragraph(blz_buf *out, const char *text);

#endif
