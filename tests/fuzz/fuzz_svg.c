/* SVG images. */

#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_image(data, size, BLZ_IMAGE_SVG);
}
