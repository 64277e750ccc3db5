#include "codec/yaml_slip.h"

const char blz_yaml_bullet_hint[] = "an item of a list starts with a hyphen and a space: \"- item\"";

size_t blz_yaml_bullet(const situation *s, size_t offset)
{
    static const char *const bullets[] = {"* ",     "\u2022", "\u00b7", "\u25cf", "\u25aa",
                                          "\u25e6", "\u2013", "\u2014", "\u2212"};
    for (size_t i = 0; i < BLZ_COUNT_OF(bullets); i++)
        if (starts_with(s, offset, bullets[i])) return i == 0 ? 1 : strlen(bullets[i]);
    return 0;
}

bool blz_yaml_explain_conflict(situation *s)
{
    static const char *const marks[] = {"<<<<<<< ", "=======", ">>>>>>> "};
    for (size_t i = 0; i < BLZ_COUNT_OF(marks); i++)
        if (starts_with(s, s->line, marks[i])) {
            say(s, s->line, s->end, "this line was left behind when two versions of the file were merged",
                "keep what is right between the lines with <<<<<<< and >>>>>>>, and delete these lines");
            return true;
        }
    return false;
}

bool blz_yaml_explain_pasted(situation *s, size_t first, size_t end)
{
    size_t bullet = blz_yaml_bullet(s, first);
    if (bullet) {
        say(s, first, first + bullet, "this bullet does not start an item of a list", blz_yaml_bullet_hint);
        return true;
    }
    for (size_t i = first; i < end; i++) {
        if (starts_with(s, i, "\u00a0") && (i == first || byte_at(s, i - 1) == ':')) {
            say(s, i, i + 2, "this is a no-break space, which does not count as a space",
                "delete it and type a space; such spaces come with text from web pages and documents");
            return true;
        }
        if (starts_with(s, i, "\uff1a")) {
            say(s, i, i + 3, "this wide colon is not the colon of the keyboard", "write \"name: value\"");
            return true;
        }
    }
    return false;
}
