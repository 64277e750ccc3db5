#ifndef BLAZON_TESTS_UNIT_H
#define BLAZON_TESTS_UNIT_H

/* UNIT_MAIN("base/buf", test_a, test_b): a main function that runs these START_TEST functions. */

#include <check.h>
#include <stdlib.h>

#include <blazon/status.h>

#define ck_assert_ok(call) ck_assert_int_eq((call), BLZ_OK)

#define UNIT_MAIN(suite_name, ...)                                                                           \
    int main(void)                                                                                           \
    {                                                                                                        \
        const TTest *const tests[] = {__VA_ARGS__};                                                          \
        Suite *suite = suite_create(suite_name);                                                             \
        TCase *tcase = tcase_create(suite_name);                                                             \
        for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)                                          \
            tcase_add_test(tcase, tests[i]);                                                                 \
        suite_add_tcase(suite, tcase);                                                                       \
        SRunner *runner = srunner_create(suite);                                                             \
        srunner_run_all(runner, CK_NORMAL);                                                                  \
        int failed = srunner_ntests_failed(runner);                                                          \
        srunner_free(runner);                                                                                \
        return failed ? EXIT_FAILURE : EXIT_SUCCESS;                                                         \
    }

#endif
