#include "out/cell.h"

#include <stdio.h>
#include <string.h>

enum { TAB = 4 };

typedef struct range {
    long first, last;
} range;

/* Marks that sit on the character before them, and joiners. */
static const range zero_width[] = {
    {0x300, 0x36F},     {0x483, 0x489},    {0x591, 0x5BD},   {0x5BF, 0x5C2},   {0x5C4, 0x5C7},
    {0x610, 0x61A},     {0x64B, 0x65F},    {0x670, 0x670},   {0x6D6, 0x6DC},   {0x6DF, 0x6E4},
    {0x6E7, 0x6ED},     {0x711, 0x711},    {0x730, 0x74A},   {0x7A6, 0x7B0},   {0x900, 0x902},
    {0x93A, 0x93A},     {0x93C, 0x93C},    {0x941, 0x948},   {0x94D, 0x94D},   {0x951, 0x957},
    {0x981, 0x981},     {0x9BC, 0x9BC},    {0x9C1, 0x9C4},   {0xA01, 0xA02},   {0xA3C, 0xA51},
    {0xABC, 0xABC},     {0xAC1, 0xACD},    {0xB3C, 0xB3C},   {0xBC0, 0xBC0},   {0xBCD, 0xBCD},
    {0xE31, 0xE31},     {0xE34, 0xE3A},    {0xE47, 0xE4E},   {0xEB1, 0xEB1},   {0xEB4, 0xEBC},
    {0xEC8, 0xECE},     {0xF71, 0xF84},    {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
    {0x20D0, 0x20F0},   {0x302A, 0x302D},  {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF}};

static const range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F265}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

/* Controls, and what hides or turns text: line separators, directional marks, the byte order mark, tag
 * characters. */
static const range unsafe[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},      {0x61C, 0x61C},
                               {0x180E, 0x180E}, {0x200E, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
                               {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

static bool in_ranges(const range *ranges, size_t count, long code_point)
{
    for (size_t i = 0; i < count && ranges[i].first <= code_point; i++)
        if (code_point <= ranges[i].last) return true;
    return false;
}

bool blz_cell_is_unsafe(long code_point)
{
    return in_ranges(unsafe, BLZ_COUNT_OF(unsafe), code_point);
}

static unsigned columns_of(long code_point)
{
    if (in_ranges(zero_width, BLZ_COUNT_OF(zero_width), code_point)) return 0;
    return in_ranges(wide, BLZ_COUNT_OF(wide), code_point) ? 2 : 1;
}

static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

long blz_cell_decode(const char *at, const char *end, size_t *bytes)
{
    static const long least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *p = (const unsigned char *)at;
    size_t length = sequence_length(p[0]);
    *bytes = 1;
    if (length == 0 || length > (size_t)(end - at)) return -1;
    long code_point = length == 1 ? p[0] : p[0] & (0x7F >> length);
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80) return -1;
        code_point = code_point << 6 | (p[i] & 0x3F);
    }
    bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < least[length] || code_point > 0x10FFFF || surrogate) return -1;
    *bytes = length;
    return code_point;
}

static blz_cell named(blz_cell cell, bool byte, unsigned long number)
{
    int n = byte ? snprintf(cell.text, sizeof cell.text, "\\x{%02lX}", number)
                 : snprintf(cell.text, sizeof cell.text, "\\u{%lX}", number);
    cell.columns = (unsigned)n;
    return cell;
}

blz_cell blz_cell_at(const char *at, const char *end, unsigned column)
{
    blz_cell cell = {.code_point = true};
    if (at >= end) return cell;
    long code_point = blz_cell_decode(at, end, &cell.bytes);
    if (code_point < 0) {
        unsigned char byte = (unsigned char)*at;
        cell.code_point = (byte & 0xC0) != 0x80;
        return named(cell, true, byte);
    }
    if (code_point == '\t') {
        cell.columns = TAB - column % TAB;
        memset(cell.text, ' ', cell.columns);
        return cell;
    }
    if (blz_cell_is_unsafe(code_point)) return named(cell, false, (unsigned long)code_point);
    memcpy(cell.text, at, cell.bytes);
    cell.columns = columns_of(code_point);
    return cell;
}

blz_status blz_cell_puts(blz_buf *out, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        blz_cell cell = blz_cell_at(text, end, 0);
        bool space = *text == '\t' || *text == '\n';
        BLZ_TRY(blz_buf_puts(out, space ? " " : cell.text));
        text += cell.bytes;
    }
    return BLZ_OK;
}

size_t blz_cell_width(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;
    while (text < end) {
        blz_cell cell = blz_cell_at(text, end, 0);
        width += *text == '\t' || *text == '\n' ? 1 : cell.columns;
        text += cell.bytes;
    }
    return width;
}
