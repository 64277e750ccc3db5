#include "issue/narrative.h"

#include "issue/markdown.h"

void blz_narrative_heading(blz_buf *out, const char *marks, const char *title)
{
    if (out->length) blz_buf_putc(out, '\n');
    blz_buf_printf(out, "%s ", marks);
    blz_md_inline(out, title);
    blz_buf_putc(out, '\n');
}

void blz_narrative_paragraph(blz_buf *out, const char *text)
{
    if (!text) return;
    blz_buf_putc(out, '\n');
    blz_md_block(out, text, 0);
}

static void put_components(blz_buf *out, const blz_method *method)
{
    if (method->component_count) blz_buf_putc(out, '\n');
    for (size_t i = 0; i < method->component_count; i++) {
        blz_buf_puts(out, "* **");
        blz_md_inline(out, method->components[i].title);
        blz_buf_puts(out, "**: ");
        blz_md_block(out, method->components[i].text, 2);
    }
}

static void put_research(blz_buf *out, const blz_method *method)
{
    if (method->research_count == 0) return;
    blz_narrative_heading(out, "##", "Research");
    blz_buf_putc(out, '\n');
    for (size_t i = 0; i < method->research_count; i++) {
        const blz_research *research = &method->research[i];
        blz_buf_puts(out, "* ");
        blz_md_inline(out, research->citation);
        if (research->url) {
            blz_buf_putc(out, ' ');
            blz_md_url(out, research->url);
        }
        blz_buf_putc(out, '\n');
        if (!research->finding) continue;
        blz_buf_puts(out, "\n  ");
        blz_md_block(out, research->finding, 2);
    }
}

void blz_narrative_method(blz_buf *out, const blz_micro_credential *definition)
{
    const blz_method *method = &definition->method;
    blz_narrative_heading(out, "##", "Competency");
    blz_narrative_paragraph(out, definition->competency.statement);
    blz_buf_puts(out, "\n## Method: ");
    blz_md_inline(out, method->key);
    blz_buf_putc(out, '\n');
    blz_narrative_paragraph(out, method->summary);
    put_components(out, method);
    put_research(out, method);
}

blz_status blz_narrative(char **out, const blz_micro_credential *definition)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    blz_narrative_method(&text, definition);
    blz_narrative_evidence(&text, definition);
    blz_narrative_scoring(&text, definition);
    return blz_buf_take(&text, out, NULL);
}
