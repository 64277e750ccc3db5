#ifndef BLAZON_EXPORT_H
#define BLAZON_EXPORT_H

/** @file
 * Attributes of the public declarations. */

#if defined(__GNUC__)
#define BLZ_API __attribute__((visibility("default")))
#define BLZ_MUST_USE __attribute__((warn_unused_result))
#define BLZ_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#else
#define BLZ_API
#define BLZ_MUST_USE
#define BLZ_PRINTF(fmt, first)
#endif

#ifdef __cplusplus
#define BLZ_BEGIN_DECLS extern "C" {
#define BLZ_END_DECLS }
#else
#define BLZ_BEGIN_DECLS
#define BLZ_END_DECLS
#endif

#endif
