#ifndef BLZ_CODEC_CRC32_H
#define BLZ_CODEC_CRC32_H

#include <stddef.h>
#include <stdint.h>

/* The checksum of PNG chunks (PNG, 5.5; ISO 3309). */
uint32_t blz_crc32(const void *bytes, size_t length);

#endif
