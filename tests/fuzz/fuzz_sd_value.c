/* The value of a derived ecdsa-sd-2023 proof: CBOR in base64url. What is read holds what the header promises.
 */

#include <stdlib.h>
#include <string.h>

#include "credential/sd_value.h"

#include "fuzz.h"

static void look_at(const blz_sd_value *value)
{
    uint64_t sum = value->base_signature[BLZ_SD_SIGNATURE - 1] + value->key[BLZ_SD_KEY - 1];
    for (size_t i = 0; i < value->signature_count; i++)
        sum += value->signatures[i][BLZ_SD_SIGNATURE - 1];
    for (size_t i = 0; i < value->label_count; i++) {
        FUZZ_ASSERT(value->labels[i] && strlen(value->labels[i]) == 44 && value->labels[i][0] == 'u');
        for (size_t k = 0; k < i && i < 50; k++)
            FUZZ_ASSERT(strcmp(value->labels[i], value->labels[k]) != 0);
    }
    for (size_t i = 0; i < value->mandatory_count; i++)
        sum += value->mandatory[i];
    FUZZ_ASSERT(sum != 1 || value->key);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    blz_arena arena = {0};
    blz_sd_value value;
    const char *problem = NULL;
    FUZZ_ASSERT(text);
    memcpy(text, data, size);
    text[size] = '\0';
    blz_status status = blz_sd_value_read(&value, &arena, &problem, text);
    FUZZ_ASSERT((status == BLZ_OK) == (problem == NULL));
    if (status == BLZ_OK) look_at(&value);
    blz_arena_clear(&arena);
    free(text);
    return 0;
}
