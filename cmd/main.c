#include <stdio.h>

#include <blazon/version.h>

int main(void)
{
    puts("blazon " BLZ_VERSION);
    return 0;
}
