#ifndef BLZ_NET_ROOM_H
#define BLZ_NET_ROOM_H

#include <stddef.h>

/* Removes the oldest copies until the folder holds fewer than `count`, and at most `bytes` in them. Files
 * that are not called as copies are do not count and stay. What cannot be looked at or removed is left alone.
 */
void blz_room_make(const char *folder, size_t count, size_t bytes);

#endif
