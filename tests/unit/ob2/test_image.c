#include "ob2/image.h"
#include "school.h"

static void check(const char *badge, const char *words)
{
    static const page pages[] = {{S "i.png", "not a picture", BLZ_OK, NULL},
                                 {S "gone.png", NULL, BLZ_ERR_GONE, NULL},
                                 {S "p.svg", "<svg/>", BLZ_OK, NULL},
                                 {S "page.html", "<!DOCTYPE html><html><svg/></html>", BLZ_OK, NULL},
                                 {0}};
    site s;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document = open_badge(&s, pages, badge, &graph);
    blz_ob2_images images = {.to = listener_of(&s), .ctx = s.ctx};
    ck_assert_ok(
        blz_ob2_walk(graph, blz_ob2_class_of(document->node), document->node, blz_ob2_check_image, &images));
    if (words) expect_said(&s, words);
    if (!words) expect_silence(&s);
    site_close(&s);
}

#define IMAGE(class, image) "{" V2 "'type': '" class "', 'image': " image "}"

START_TEST(pictures)
{
    check(IMAGE("BadgeClass", "'" S "p.svg'"), NULL);
    check(IMAGE("BadgeClass", "'" S "none.png'"), NULL);
    check(IMAGE("BadgeClass", "'" S "i.png'"), "wrong-spec /image the picture at");
    check(IMAGE("BadgeClass", "'" S "page.html'"), "wrong-spec /image the picture at");
    check(IMAGE("BadgeClass", "{'id': '" S "gone.png'}"), "note /image");
    check(IMAGE("BadgeClass", "'data:image/png;base64,iVBORw0KGgoAAA'"), NULL);
    check(IMAGE("BadgeClass", "'data:image/png;base64,AAAA'"), "says that it is PNG, and is not");
    check(IMAGE("BadgeClass", "'data:image/gif;base64,AAAA'"), "wrong /image the picture is neither");
    check(IMAGE("Assertion", "'data:image/png;base64,iVBORw0KGgoAAA'"),
          "wrong /image the picture of an Assertion");
    check(IMAGE("Assertion", "{'id': 'data:image/png;base64,iVBORw0KGgoAAA', 'caption': 'c'}"),
          "wrong-spec /image");
    check("{" V2 "'type': 'BadgeClass'}", "has no picture");
    check("{" V2 "'type': 'Issuer'}", NULL);
}
END_TEST

UNIT_MAIN("ob2/image", pictures)
