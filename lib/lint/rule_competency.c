#include "lint/check.h"
#include "lint/words.h"

#define STATEMENT "/competency/statement"

enum { LEAST_WORDS = 5, MOST_WORDS = 40 };

static const char *statement_of(const blz_lint *lint)
{
    return lint->definition->micro_credential->competency.statement;
}

/* Words that start a subordinate clause: what is joined behind them is detail, not another competency. */
static const char *const subordinators[] = {"that",  "which", "who", "whose", "where", "when",
                                            "while", "so",    "to",  "how",   "what",  "because",
                                            "until", "if",    "as",  NULL};

/* What statements of competencies say that somebody does. */
static const char *const activities[] = {
    "adapt",       "adjust",    "administer",  "advocate",    "align",    "analyse",   "analyze",
    "apply",       "arrange",   "assess",      "assign",      "build",    "choose",    "coach",
    "collaborate", "collect",   "communicate", "compare",     "conduct",  "connect",   "construct",
    "create",      "curate",    "deliver",     "demonstrate", "design",   "develop",   "differentiate",
    "document",    "elicit",    "engage",      "establish",   "evaluate", "explain",   "facilitate",
    "foster",      "gather",    "give",        "guide",       "help",     "identify",  "implement",
    "incorporate", "integrate", "interpret",   "introduce",   "involve",  "lead",      "manage",
    "measure",     "mentor",    "model",       "moderate",    "modify",   "monitor",   "observe",
    "organise",    "organize",  "plan",        "prepare",     "present",  "produce",   "promote",
    "propose",     "provide",   "publish",     "reflect",     "research", "respond",   "review",
    "revise",      "scaffold",  "select",      "share",       "solve",    "supervise", "support",
    "teach",       "track",     "train",       "use",         "write",    "applies",   "identifies",
    "modifies",    NULL};

/* The verb as it is in the list or in its third person: applies, teaches, designs. */
static bool is_activity(const blz_word *word)
{
    blz_word stem = *word;
    if (blz_word_in(&stem, activities)) return true;
    if (stem.length < 3 || stem.at[stem.length - 1] != 's') return false;
    stem.length--;
    if (blz_word_in(&stem, activities)) return true;
    stem.length--;
    return blz_word_in(&stem, activities);
}

/* Behind one of these stands a noun: "a plan" is not an activity. */
static const char *const determiners[] = {"a",   "an",   "the",   "their", "its",
                                          "one", "each", "every", "this",  NULL};

/* How many further activities the main clause joins to the first one. Two verbs side by side, "designs and
 * teaches", are one activity. */
static size_t joined_activities(const char *statement)
{
    size_t n = 0;
    bool joint = false, after_activity = false, noun = false;
    blz_word word;
    while (blz_word_next(&word, &statement) && !blz_word_in(&word, subordinators)) {
        bool activity = !noun && is_activity(&word);
        noun = blz_word_in(&word, determiners);
        n += activity && joint && !after_activity;
        if (blz_word_is(&word, "and") || blz_word_is(&word, "plus")) {
            joint = true;
            continue;
        }
        joint = word.ends_clause;
        after_activity = activity;
    }
    return n;
}

static size_t sentences(const char *statement)
{
    size_t n = 0;
    bool ended = true;
    blz_word word;
    while (blz_word_next(&word, &statement)) {
        n += ended;
        ended = word.ends_sentence;
    }
    return n;
}

static const char *joiner(const char *statement)
{
    static const char *const joiners[] = {"as well as",  "in addition",  "and also",
                                          "furthermore", "additionally", NULL};
    for (const char *const *j = joiners; *j; j++)
        if (blz_text_find(statement, *j)) return *j;
    return NULL;
}

blz_status blz_check_single_competency(const blz_lint *lint)
{
    static const char reason[] =
        "a micro-credential stands for one competency, so that one rubric can score it";
    static const char hint[] =
        "keep the competency that the rubric scores; make another micro-credential of the rest";
    const char *statement = statement_of(lint), *joined = joiner(statement), *message = NULL;
    size_t count = sentences(statement);
    if (count > 1)
        message = blz_lint_format(
            lint, "the competency takes %zu sentences, which reads as several competencies", count);
    else if (joined)
        message = blz_lint_format(lint, "the competency adds another one with \"%s\"", joined);
    else if (joined_activities(statement) > 1)
        message = "the competency joins more than two activities";
    else
        return BLZ_OK;
    return blz_lint_report(lint, "BLZ201", STATEMENT,
                           &(blz_diag){.message = message, .reason = reason, .hint = hint});
}

/* Words before the verb: "Teachers will be able to ...". */
static const char *const before_verb[] = {
    "the",          "an",       "a",       "all",      "each",       "educator",    "educators",
    "teacher",      "teachers", "learner", "learners", "candidate",  "candidates",  "participant",
    "participants", "earner",   "earners", "faculty",  "instructor", "instructors", "leader",
    "leaders",      "will",     "can",     "be",       "able",       "to",          "consistently",
    "effectively",  "fully",    NULL};

/* Verbs for what goes on in a head, and for each group verbs for what can be seen instead. */
static const struct {
    const char *const *verbs;
    const char *instead;
} unseen[] = {
    {(const char *const[]){"understand", "understands", "understanding", "comprehend", "comprehends", "grasp",
                           "grasps", "realise", "realises", "realize", "realizes", NULL},
     "explains, compares or models"},
    {(const char *const[]){"know", "knows", "knowing", "recall", "recalls", "remember", "remembers",
                           "memorise", "memorises", "memorize", "memorizes", NULL},
     "names, describes or selects"},
    {(const char *const[]){"appreciate", "appreciates", "value", "values", "enjoy", "enjoys", "believe",
                           "believes", "respect", "respects", "embrace", "embraces", NULL},
     "chooses, argues for or makes room for"},
    {(const char *const[]){"learn", "learns", "explore", "explores", "discover", "discovers", "gain", "gains",
                           "acquire", "acquires", "become", "becomes", NULL},
     "applies, designs or demonstrates"},
    {(const char *const[]){"think", "thinks", "consider", "considers", "feel", "feels", "is", "are", "has",
                           "have", NULL},
     "plans, decides or adapts"},
};

/* "Demonstrates an understanding of ..." */
static const char *const states_of_mind[] = {"understanding", "knowledge", "awareness", "appreciation", NULL};

static const char *seen_instead(const blz_word *verb)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(unseen); i++)
        if (blz_word_in(verb, unseen[i].verbs)) return unseen[i].instead;
    return NULL;
}

blz_status blz_check_verb(const blz_lint *lint)
{
    const char *at = statement_of(lint), *instead = NULL;
    blz_word word;
    bool verb = false;
    while (!instead && blz_word_next(&word, &at)) {
        bool joined = blz_word_is(&word, "and");
        if (!joined && blz_word_in(&word, before_verb)) continue;
        if (verb && !joined) {
            instead = blz_word_in(&word, states_of_mind) ? "explains, compares or uses" : NULL;
            break;
        }
        instead = seen_instead(&word);
        verb = !joined;
    }
    if (!instead) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ202", STATEMENT,
        &(blz_diag){
            .message = blz_lint_format(lint, "\"%.*s\" happens in the head, where no assessor can see it",
                                       (int)word.length, word.at),
            .reason = "evidence can only show what somebody does",
            .hint = blz_lint_format(lint, "say what an educator does who has got there, for instance %s",
                                    instead)});
}

static blz_status check_length(const blz_lint *lint, size_t words)
{
    blz_diag diag = {0};
    if (words < LEAST_WORDS) {
        diag.message =
            blz_lint_format(lint, "the competency has %zu word%s, which is a title rather than a statement",
                            words, words == 1 ? "" : "s");
        diag.reason = "a reader cannot tell what the educator does, with whom and to what end";
        diag.hint = "say what the educator does, with whom and to what end";
    } else if (words > MOST_WORDS) {
        diag.message = blz_lint_format(
            lint, "the competency has %zu words, more than the %d that a reader keeps in mind", words,
            MOST_WORDS);
        diag.reason = "the longer it is, the more different things people read into it";
        diag.hint = "move how it is done to the method, and how well to the rubric";
    } else {
        return BLZ_OK;
    }
    return blz_lint_report(lint, "BLZ203", STATEMENT, &diag);
}

static blz_status check_preamble(const blz_lint *lint, const char *statement)
{
    static const char *const preambles[] = {"be able to", "this micro-credential", "this microcredential",
                                            "this badge", "this course",           "the purpose of"};
    for (size_t i = 0; i < BLZ_COUNT_OF(preambles); i++) {
        const char *found = blz_text_find(statement, preambles[i]);
        if (!found || found - statement > 40) continue;
        return blz_lint_report(
            lint, "BLZ204", STATEMENT,
            &(blz_diag){.message = blz_lint_format(lint, "the competency starts with \"%s\"", preambles[i]),
                        .reason = "a badge is read after the fact: its holder does this already",
                        .hint = "start with the verb, as in \"Designs and teaches a lesson in which\""});
    }
    return BLZ_OK;
}

blz_status blz_check_statement(const blz_lint *lint)
{
    const char *statement = statement_of(lint);
    BLZ_TRY(check_length(lint, blz_word_count(statement)));
    return check_preamble(lint, statement);
}
