#include <string.h>

#include "codec/json_scan.h"

/* What people write who know another notation, and what JSON wants in its place. */
static const struct habit {
    const char *start, *message, *hint;
} habits[] = {
    {"'", "single quotes do not count in JSON", "put names and texts in double quotes: \"...\""},
    {"\xE2\x80\x9C", "this is a typographic quotation mark", "use the plain one: \""},
    {"\xE2\x80\x9D", "this is a typographic quotation mark", "use the plain one: \""},
    {"\xE2\x80\x9E", "this is a typographic quotation mark", "use the plain one: \""},
    {"\xC2\xA0", "this is a non-breaking space", "use a plain one"},
    {"//", "JSON has no comments", "take the comment out"},
    {"/*", "JSON has no comments", "take the comment out"},
    {"#", "JSON has no comments", "take the comment out"},
    {"True", "true is written in small letters", "write true"},
    {"TRUE", "true is written in small letters", "write true"},
    {"False", "false is written in small letters", "write false"},
    {"FALSE", "false is written in small letters", "write false"},
    {"Null", "null is written in small letters", "write null"},
    {"NULL", "null is written in small letters", "write null"},
    {"None", "JSON does not know None", "write null"},
    {"undefined", "JSON does not know undefined", "write null, or leave the member out"},
    {"NaN", "JSON has no number NaN", "write null, or leave the member out"},
    {"Infinity", "JSON has no infinite numbers", "write null, or leave the member out"},
    {"+", "a number does not start with a plus sign", "take the plus sign out"},
    {".", "a digit is missing before the decimal point", "write 0.5 instead of .5"},
    {"<", "this looks like HTML or XML, not like JSON", "was a web page saved in place of the badge?"},
};

blz_status blz_json_refuse_bracket(blz_json_scanner *s)
{
    return blz_json_refuse(s, s->at, s->at + 1, "this bracket does not close the one that was opened last",
                           blz_json_in_object(s) ? "a } is expected here" : "a ] is expected here");
}

static blz_status refuse_sign(blz_json_scanner *s, bool name)
{
    char c = s->text[s->at];
    size_t at = s->at;
    bool value_of_name = blz_json_in_object(s) && !name;
    const char *put_in = "put the value in, or take the name out";
    if (c == ':')
        return blz_json_refuse(s, at, at + 1, "a colon does not belong here", "a colon follows a name only");
    if (c == ',' && value_of_name)
        return blz_json_refuse(s, at, at + 1, "a value is missing before this comma", put_in);
    if (c == ',')
        return blz_json_refuse(s, at, at + 1, "nothing stands before this comma", "take the comma out");
    if (s->depth == 0)
        return blz_json_refuse(s, at, at + 1, "this bracket closes nothing", "JSON starts with { or [");
    if (c == '}' && value_of_name)
        return blz_json_refuse(s, at, at + 1, "a value is missing before this bracket", put_in);
    return blz_json_refuse_bracket(s);
}

/* Whether a word of the table stands here; "Nonetheless" is no None, and what is not a value is no habit. */
static bool is_habit(const blz_json_scanner *s, const char *start, bool name)
{
    size_t n = strlen(start);
    bool word = (unsigned char)start[0] < 0x80 && blz_json_in_word(start[0]);
    if (n > s->length - s->at || memcmp(s->text + s->at, start, n) != 0) return false;
    return !word || (!name && (n == s->length - s->at || !blz_json_in_word(s->text[s->at + n])));
}

blz_status blz_json_refuse_start(blz_json_scanner *s, bool name)
{
    const char *text = s->text + s->at;
    if (strchr(",:]}", text[0]) && text[0]) return refuse_sign(s, name);
    for (size_t i = 0; i < BLZ_COUNT_OF(habits); i++)
        if (is_habit(s, habits[i].start, name))
            return blz_json_refuse(s, s->at, s->at + strlen(habits[i].start), habits[i].message,
                                   habits[i].hint);
    size_t end = s->at;
    while (end < s->length && (unsigned char)s->text[end] > 0x20 && !strchr(",:]}[{\"", s->text[end]))
        end++;
    if (end == s->at) end++;
    if ((unsigned char)text[0] < 0x20)
        return blz_json_refuse(s, s->at, end, "a control character does not belong here", "take it out");
    if (name)
        return blz_json_refuse(s, s->at, end, "a name must stand in double quotes",
                               "write it as \"name\": value");
    if (s->depth == 0)
        return blz_json_refuse(s, s->at, end, "JSON cannot start with this", "JSON starts with { or [");
    return blz_json_refuse(s, s->at, end, "this is not a value", "put a text in double quotes: \"...\"");
}
