#include <cstdio>
#include <memory>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/version.h>

int main()
{
    blz_diags *raw = nullptr;
    if (blz_diags_new(&raw) != BLZ_OK) return 1;
    std::unique_ptr<blz_diags, decltype(&blz_diags_free)> diags(raw, blz_diags_free);
    size_t rules = 0;
    const blz_rule *first = blz_rules(&rules);
    std::printf("blazon %s from C++: %zu rules, the first is %s\n", BLZ_VERSION, rules,
                rules ? first->code : "-");
    return blz_diags_count(diags.get()) == 0 ? 0 : 1;
}
