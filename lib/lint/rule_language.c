#include <string.h>

#include "lint/check.h"

/* ISO 639: the two-letter code of each language that has one, with the three-letter codes that it stands in
 * for. BCP 47 wants the short one. */
static const char languages[] =
    "aa=aar ab=abk ae=ave af=afr ak=aka am=amh an=arg ar=ara as=asm av=ava ay=aym az=aze ba=bak be=bel "
    "bg=bul bh=bih bi=bis bm=bam bn=ben bo=bod bo=tib br=bre bs=bos ca=cat ce=che ch=cha co=cos cr=cre "
    "cs=ces cs=cze cu=chu cv=chv cy=cym cy=wel da=dan de=deu de=ger dv=div dz=dzo ee=ewe el=ell el=gre "
    "en=eng eo=epo es=spa et=est eu=eus eu=baq fa=fas fa=per ff=ful fi=fin fj=fij fo=fao fr=fra fr=fre "
    "fy=fry ga=gle gd=gla gl=glg gn=grn gu=guj gv=glv ha=hau he=heb hi=hin ho=hmo hr=hrv ht=hat hu=hun "
    "hy=hye hy=arm hz=her ia=ina id=ind ie=ile ig=ibo ii=iii ik=ipk io=ido is=isl is=ice it=ita iu=iku "
    "ja=jpn jv=jav ka=kat ka=geo kg=kon ki=kik kj=kua kk=kaz kl=kal km=khm kn=kan ko=kor kr=kau ks=kas "
    "ku=kur kv=kom kw=cor ky=kir la=lat lb=ltz lg=lug li=lim ln=lin lo=lao lt=lit lu=lub lv=lav mg=mlg "
    "mh=mah mi=mri mi=mao mk=mkd mk=mac ml=mal mn=mon mr=mar ms=msa ms=may mt=mlt my=mya my=bur na=nau "
    "nb=nob nd=nde ne=nep ng=ndo nl=nld nl=dut nn=nno no=nor nr=nbl nv=nav ny=nya oc=oci oj=oji om=orm "
    "or=ori os=oss pa=pan pi=pli pl=pol ps=pus pt=por qu=que rm=roh rn=run ro=ron ro=rum ru=rus rw=kin "
    "sa=san sc=srd sd=snd se=sme sg=sag si=sin sk=slk sk=slo sl=slv sm=smo sn=sna so=som sq=sqi sq=alb "
    "sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam te=tel tg=tgk th=tha ti=tir tk=tuk tl=tgl tn=tsn "
    "to=ton tr=tur ts=tso tt=tat tw=twi ty=tah ug=uig uk=ukr ur=urd uz=uzb ve=ven vi=vie vo=vol wa=wln "
    "wo=wol xh=xho yi=yid yo=yor za=zha zh=zho zh=chi zu=zul ";

/* Countries that are often written where a language belongs. */
static const char mistaken[] = "cn=zh cz=cs dk=da gr=el jp=ja kr=ko mx=es ua=uk us=en vn=vi ";

enum { PAIR = 7 }; /* "en=eng ", and for the mistaken ones "jp=ja " */

/* True if a two-letter code is in the table. */
static bool has_two_letters(const char *code)
{
    for (const char *at = languages; *at; at += PAIR)
        if (strncmp(at, code, 2) == 0) return true;
    return false;
}

/* The two letters to use for a code of three; NULL if there are none, and three are right. */
static const char *two_for_three(const char *code)
{
    for (const char *at = languages; *at; at += PAIR)
        if (strncmp(at + 3, code, 3) == 0) return at;
    return NULL;
}

static const char *meant_by_country(const char *code)
{
    for (const char *at = mistaken; *at; at += PAIR - 1)
        if (strncmp(at, code, 2) == 0) return at + 3;
    return NULL;
}

/* What to write instead of the first part of a tag; NULL if it is fine. "" where nothing is near. */
static const char *better_language(const char *tag, size_t length)
{
    if (length == 3) return two_for_three(tag);
    if (length != 2 || has_two_letters(tag)) return NULL;
    const char *meant = meant_by_country(tag);
    return meant ? meant : "";
}

static blz_status report_tag(const blz_lint *lint, const char *tag, const char *better)
{
    size_t length = strcspn(tag, "-");
    const char *hint = "use the language's code of ISO 639, as in en, es or fr";
    const char *fix = NULL;
    if (*better) {
        fix = blz_lint_format(lint, "%.2s%s", better, tag + length);
        BLZ_TRY_MEM(fix);
        hint = blz_lint_format(lint, "write \"%s\"", fix);
    }
    return blz_lint_report(
        lint, "BLZ802", "/language",
        &(blz_diag){.message =
                        length == 3
                            ? blz_lint_format(lint, "\"%.3s\" has a shorter code that language tags use", tag)
                            : blz_lint_format(lint, "\"%.2s\" is not the code of a language", tag),
                    .reason = "browsers, screen readers and catalogues choose voice and spelling by it",
                    .hint = hint,
                    .fix = fix});
}

static blz_status check_region(const blz_lint *lint, const char *tag)
{
    const char *region = strstr(tag, "-UK");
    if (!region || region[3]) return BLZ_OK;
    const char *fix = blz_lint_format(lint, "%.*s-GB", (int)(region - tag), tag);
    return blz_lint_report(
        lint, "BLZ802", "/language",
        &(blz_diag){.message = "\"UK\" is not the code of a country",
                    .reason = "browsers, screen readers and catalogues choose voice and spelling by it",
                    .hint = fix ? blz_lint_format(lint, "write \"%s\"", fix) : NULL,
                    .fix = fix});
}

blz_status blz_check_language(const blz_lint *lint)
{
    blz_badge badge;
    if (!blz_lint_badge(lint, &badge)) return BLZ_OK;
    if (!badge.language)
        return blz_lint_report(
            lint, "BLZ801", "/blazon",
            &(blz_diag){
                .message = blz_lint_format(lint, "the %s does not say in which language it is", badge.noun),
                .reason = "screen readers would read it with the wrong voice, and translations have no base",
                .hint = "add \"language: en\", or the tag of your language"});
    const char *better = better_language(badge.language, strcspn(badge.language, "-"));
    return better ? report_tag(lint, badge.language, better) : check_region(lint, badge.language);
}

blz_status blz_check_tags(const blz_lint *lint)
{
    blz_badge badge;
    if (!blz_lint_badge(lint, &badge) || badge.tag_count) return BLZ_OK;
    return blz_lint_report(lint, "BLZ804", "/blazon",
                           &(blz_diag){.message = blz_lint_format(lint, "the %s has no tags", badge.noun),
                                       .reason = "people who search a catalogue by topic do not find it",
                                       .hint = "add \"tags\" with the words that people would search for"});
}
