/* N-Quads: what is read comes out the same when it is written and read again, and every refusal has its
 * place.
 */

#include <string.h>

#include "fuzz.h"
#include "rdf/nquads.h"

static void write(blz_buf *out, const blz_dataset *data)
{
    FUZZ_ASSERT(blz_nquads_write(out, data) == BLZ_OK);
    FUZZ_ASSERT(blz_buf_puts(out, "") == BLZ_OK);
}

static void write_and_read(const blz_dataset *data)
{
    BLZ_SCOPED(blz_dataset) again = {0};
    BLZ_SCOPED(blz_buf) once = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) twice = BLZ_BUF(BLZ_BUF_MAX);
    write(&once, data);
    FUZZ_ASSERT(blz_nquads_read(&again, once.data, once.length, NULL) == BLZ_OK);
    write(&twice, &again);
    FUZZ_ASSERT(once.length == twice.length && memcmp(once.data, twice.data, once.length) == 0);
    FUZZ_ASSERT(again.count <= data->count && again.blank_count == data->blank_count);
}

static void look_at_fault(const blz_nquads_fault *fault, const char *text, size_t size)
{
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n' || text[i] == '\r';
    FUZZ_ASSERT(fault->line >= 1 && fault->line <= lines && fault->message[0]);
    FUZZ_ASSERT(fault->column >= 1 && fault->column <= size + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    BLZ_SCOPED(blz_dataset) quads = {.max_quads = 10000};
    const char *text = size ? (const char *)data : "";
    blz_nquads_fault fault = {0};
    blz_status status = blz_nquads_read(&quads, text, size, &fault);
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_SYNTAX || status == BLZ_ERR_LIMIT);
    if (status == BLZ_ERR_SYNTAX)
        look_at_fault(&fault, text, size);
    else
        write_and_read(&quads);
    return 0;
}
