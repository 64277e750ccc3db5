#include "issue/narrative.h"

#include <string.h>

#include "issue/markdown.h"

const char *blz_evidence_title(const blz_evidence *evidence)
{
    if (evidence->title) return evidence->title;
    switch (evidence->part) {
    case BLZ_PART_OVERVIEW:
        return "Overview";
    case BLZ_PART_REFLECTION:
        return "Reflection";
    default:
        return "Artifact";
    }
}

/* " (100 to 300 words)"; nothing where both bounds are open. */
static void put_bounds(blz_buf *out, blz_bounds bounds, const char *one, const char *many)
{
    long long last = bounds.max ? bounds.max : bounds.min;
    if (bounds.min && bounds.max && bounds.min != bounds.max)
        blz_buf_printf(out, "%lld to %lld", bounds.min, bounds.max);
    else if (bounds.min && bounds.max)
        blz_buf_printf(out, "%lld", bounds.min);
    else
        blz_buf_printf(out, "at %s %lld", bounds.min ? "least" : "most", last);
    blz_buf_printf(out, " %s", last == 1 ? one : many);
}

static void put_prompts(blz_buf *out, const blz_evidence *evidence)
{
    if (evidence->prompt_count) blz_buf_putc(out, '\n');
    for (size_t i = 0; i < evidence->prompt_count; i++) {
        const blz_prompt *prompt = &evidence->prompts[i];
        blz_buf_printf(out, "%zu. ", i + 1);
        blz_md_inline(out, prompt->text);
        if (prompt->words.min || prompt->words.max) {
            blz_buf_puts(out, " (");
            put_bounds(out, prompt->words, "word", "words");
            blz_buf_putc(out, ')');
        }
        blz_buf_putc(out, '\n');
    }
}

/* What people call the kinds of files that educators hand in most. */
static const struct media {
    const char *type, *name;
} media[] = {
    {"application/pdf", "PDF"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint slides"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel sheet"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"},
    {"audio/*", "sound of any kind"},
    {"audio/mpeg", "MP3 sound"},
    {"image/*", "image of any kind"},
    {"image/jpeg", "JPEG image"},
    {"image/png", "PNG image"},
    {"text/plain", "plain text"},
    {"text/uri-list", "link"},
    {"video/*", "video of any kind"},
    {"video/mp4", "MP4 video"},
};

static void put_media(blz_buf *out, const char *type)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(media); i++) {
        if (strcmp(media[i].type, type) != 0) continue;
        blz_buf_puts(out, media[i].name);
        return;
    }
    blz_md_inline(out, type);
}

static void put_files(blz_buf *out, const blz_evidence *evidence)
{
    bool counted = evidence->count.min || evidence->count.max;
    if (!counted && evidence->accept_count == 0) return;
    blz_buf_puts(out, "\nHand in");
    if (counted) {
        blz_buf_putc(out, ' ');
        put_bounds(out, evidence->count, "file or link", "files or links");
    }
    for (size_t i = 0; i < evidence->accept_count; i++) {
        blz_buf_puts(out, i == 0 ? (counted ? ": " : " ") : i + 1 < evidence->accept_count ? ", " : " or ");
        put_media(out, evidence->accepts[i]);
    }
    blz_buf_puts(out, ".\n");
}

void blz_narrative_evidence(blz_buf *out, const blz_micro_credential *definition)
{
    blz_narrative_heading(out, "##", "What to submit");
    for (size_t i = 0; i < definition->evidence_count; i++) {
        const blz_evidence *evidence = &definition->evidence[i];
        blz_narrative_heading(out, "###", blz_evidence_title(evidence));
        blz_narrative_paragraph(out, evidence->instructions);
        put_prompts(out, evidence);
        put_files(out, evidence);
    }
}
