# The libraries that blazon stands on, each as an imported target.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(EXPAT REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson>=2.13)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1>=0.2.5)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8>=10.40)

# Of libcurl the headers alone: the library is opened when the network is asked for, and need not be there before.
pkg_check_modules(CURL QUIET libcurl>=7.85)
option(BLAZON_NETWORK "Documents from the network (libcurl)" ${CURL_FOUND})
if(BLAZON_NETWORK AND NOT CURL_FOUND)
    message(FATAL_ERROR "BLAZON_NETWORK needs the headers of libcurl 7.85 or later (Debian: libcurl4-openssl-dev)")
endif()
