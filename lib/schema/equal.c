#include "schema/equal.h"

#include <string.h>

#include "schema/decimal.h"

static bool equal_objects(const json_t *a, const json_t *b)
{
    if (json_object_size(a) != json_object_size(b)) return false;
    json_t *object = blz_json_unconst(a);
    for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
        const json_t *other = json_object_get(b, json_object_iter_key(i));
        if (!other || !blz_json_equal(json_object_iter_value(i), other)) return false;
    }
    return true;
}

static bool equal_arrays(const json_t *a, const json_t *b)
{
    size_t size = json_array_size(a);
    if (size != json_array_size(b)) return false;
    for (size_t i = 0; i < size; i++)
        if (!blz_json_equal(json_array_get(a, i), json_array_get(b, i))) return false;
    return true;
}

bool blz_json_equal(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b))
        return blz_decimal_compare(blz_decimal_of(a), blz_decimal_of(b)) == 0;
    if (json_typeof(a) != json_typeof(b)) return false;
    if (json_is_string(a))
        return json_string_length(a) == json_string_length(b) &&
               memcmp(json_string_value(a), json_string_value(b), json_string_length(a)) == 0;
    if (json_is_object(a)) return equal_objects(a, b);
    if (json_is_array(a)) return equal_arrays(a, b);
    return true;
}

static uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    uint64_t hash = seed ^ UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < length; i++)
        /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): callers set all bytes */
        hash = (hash ^ p[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}

static uint64_t hash_object(const json_t *value, size_t *size)
{
    uint64_t sum = 1;
    json_t *object = blz_json_unconst(value);
    for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
        const char *key = json_object_iter_key(i);
        sum += hash_bytes(blz_json_hash(json_object_iter_value(i), size), key, strlen(key));
    }
    return sum;
}

static uint64_t hash_array(const json_t *value, size_t *size)
{
    uint64_t hash = 2;
    for (size_t i = 0; i < json_array_size(value); i++) {
        uint64_t item = blz_json_hash(json_array_get(value, i), size);
        hash = hash_bytes(hash, &item, sizeof item);
    }
    return hash;
}

uint64_t blz_json_hash(const json_t *value, size_t *size)
{
    ++*size;
    if (json_is_object(value)) return hash_object(value, size);
    if (json_is_array(value)) return hash_array(value, size);
    if (json_is_string(value)) return hash_bytes(3, json_string_value(value), json_string_length(value));
    if (json_is_number(value)) {
        blz_decimal number = blz_decimal_of(value);
        uint64_t parts[] = {number.digits, (uint64_t)(int64_t)number.exponent, number.negative};
        return hash_bytes(4, parts, sizeof parts);
    }
    return 5 + (uint64_t)json_typeof(value);
}
