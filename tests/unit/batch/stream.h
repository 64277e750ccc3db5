#ifndef BLAZON_TESTS_BATCH_STREAM_H
#define BLAZON_TESTS_BATCH_STREAM_H

/* A stream in memory that gives so many bytes at a time, and fails where it is told to. */

#include <string.h>

#include "unit/unit.h"

#include <blazon/batch.h>

struct stream {
    const char *bytes;
    size_t length, at;
    size_t piece;   /* bytes that one read gives at most; 0: as many as wanted */
    size_t fail_at; /* offset from which on reading fails; 0: never */
    size_t reads;
};

static inline blz_status stream_read(void *user, char *bytes, size_t size, size_t *length)
{
    struct stream *s = user;
    size_t n = s->length - s->at;
    s->reads++;
    if (s->fail_at && s->at >= s->fail_at) return BLZ_ERR_IO;
    if (n > size) n = size;
    if (s->piece && n > s->piece) n = s->piece;
    memcpy(bytes, s->bytes + s->at, n);
    s->at += n;
    *length = n;
    return BLZ_OK;
}

#endif
