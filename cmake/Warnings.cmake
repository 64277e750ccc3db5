# How every target of the project is compiled: strict, hardened, the same for library, program and tests.
add_library(blazon_options INTERFACE)
target_compile_definitions(blazon_options INTERFACE _POSIX_C_SOURCE=200809L _DEFAULT_SOURCE)
target_compile_options(blazon_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wcast-qual -Wwrite-strings -Wmissing-prototypes -Wstrict-prototypes
    -Wbad-function-cast -Wimplicit-fallthrough -Wformat=2 -Wvla -Wundef -Wpointer-arith -Wconversion
    -Wsign-conversion -Wnull-dereference -Wdouble-promotion -Werror=implicit -Werror=incompatible-pointer-types
    -fstack-protector-strong -fno-strict-aliasing)
if(BLAZON_WERROR)
    target_compile_options(blazon_options INTERFACE -Werror)
endif()
if(BLAZON_SANITIZE)
    target_compile_options(blazon_options INTERFACE
        -fsanitize=${BLAZON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(blazon_options INTERFACE -fsanitize=${BLAZON_SANITIZE})
else()
    target_compile_definitions(blazon_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
    target_link_options(blazon_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()
if(BLAZON_FUZZERS)
    target_compile_options(blazon_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(blazon_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(BLAZON_COVERAGE)
    # Threads count too: without atomic counters some come out below zero, which gcovr cannot read.
    target_compile_options(blazon_options INTERFACE --coverage -fprofile-update=atomic -O0)
    target_link_options(blazon_options INTERFACE --coverage)
endif()
