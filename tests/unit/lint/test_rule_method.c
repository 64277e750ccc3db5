#include "unit/lint/patch.h"

#define RESOURCES "  resources: [{title: A, url: \"https://badges.example.edu/a\"}]\n"
#define COMPONENTS "  components: [{title: Ask, text: Students ask.}]\n"
#define RESEARCH(entry) "method:\n  key: Inquiry\n" COMPONENTS RESOURCES "  research:\n    - " entry "\n"

START_TEST(a_bare_method_lacks_everything)
{
    assert_codes("method: {key: Inquiry}\n", "301 302 305");
    assert_message("method: {key: Inquiry}\n", "BLZ301", "the method \"Inquiry\" has no components");
    assert_codes("method: {key: Inquiry, components: [], research: [], resources: []}\n", "301 302 305");
}
END_TEST

START_TEST(a_source_can_be_followed_in_several_ways)
{
    assert_codes(RESEARCH("{citation: Okafor 2021, url: \"https://doi.org/10.5555/x\", finding: It helps.}"),
                 "");
    assert_codes(RESEARCH("{citation: \"Okafor 2021. doi:10.5555/x\", finding: It helps.}"), "");
    assert_codes(RESEARCH("{citation: \"Okafor 2021. DOI: 10.5555/x\", finding: It helps.}"), "");
    assert_codes(RESEARCH("{citation: \"Okafor 2021. doi.org/10.5555/x\", finding: It helps.}"), "");
    assert_codes(RESEARCH("{citation: \"Okafor 2021. http://www.example.org/x\", finding: It helps.}"), "");
}
END_TEST

START_TEST(a_source_that_leads_nowhere_is_told)
{
    assert_codes(RESEARCH("{citation: Okafor 2021, finding: It helps.}"), "303");
    assert_codes(RESEARCH("{citation: \"Okafor 2021. doi: to come\", finding: It helps.}"), "303");
    assert_codes(RESEARCH("{citation: Okafor 2021}"), "304 303");
    assert_codes(RESEARCH("{citation: Okafor 2021, url: \"https://doi.org/10.5555/x\", finding: \" \"}"),
                 "304");
}
END_TEST

UNIT_MAIN("lint/rule_method", a_bare_method_lacks_everything, a_source_can_be_followed_in_several_ways,
          a_source_that_leads_nowhere_is_told)
