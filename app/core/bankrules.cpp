// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bankrules.h"

#include "core/rules/cardrules.h"
#include "core/search/foldedtext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The first card that holds a thing, to name it when a second one claims it.
using Owners = QHash<QString, const ParsedQuestion *>;

class BankCheck
{
public:
    explicit BankCheck(const QList<ParsedQuestion> &bank) : m_bank(bank) {}
    QList<Problem> run();

private:
    void complain(const ParsedQuestion &card, int line, const QString &rule, const QString &text);
    void collectIds();
    void claimId(const ParsedQuestion &card, const QString &id, int line);
    void checkRelations(const ParsedQuestion &card);
    void checkTargets(const ParsedQuestion &card, QStringView key, const QStringList &targets);
    void findCycles();
    void followAfter(const ParsedQuestion &card);
    void checkSources(const ParsedQuestion &card);
    void checkTitle(const ParsedQuestion &card);

    const QList<ParsedQuestion> &m_bank;
    QList<Problem> m_problems;
    Owners m_ids;
    Owners m_sources;
    Owners m_titles;
    QStringList m_path;       // of slugs being followed through `after`
    QSet<QString> m_onPath;   // the same as a set
    QSet<QString> m_followed; // slugs from which no new cycle can be found
};

QList<Problem> BankCheck::run()
{
    collectIds();
    for (const ParsedQuestion &card : m_bank) {
        checkRelations(card);
        checkSources(card);
        checkTitle(card);
    }
    findCycles();
    return m_problems;
}

void BankCheck::complain(const ParsedQuestion &card, int line, const QString &rule, const QString &text)
{
    m_problems.append({card.file, line, rule, text});
}

void BankCheck::collectIds()
{
    for (const ParsedQuestion &card : m_bank)
        claimId(card, card.question.slug, 1);
    for (const ParsedQuestion &card : m_bank) {
        for (const QString &alias : card.question.aliases)
            claimId(card, alias, card.outline.lineOfKey(u"aliases"));
    }
}

void BankCheck::claimId(const ParsedQuestion &card, const QString &id, int line)
{
    const ParsedQuestion *owner = m_ids.value(id);
    if (!owner)
        m_ids.insert(id, &card);
    else if (owner != &card)
        complain(card, line, u"ids"_s,
                 u"The id “%1” belongs to %2 already. Choose another."_s.arg(id, owner->file));
}

void BankCheck::checkRelations(const ParsedQuestion &card)
{
    checkTargets(card, u"follow-ups", card.question.followUps);
    checkTargets(card, u"related", card.question.related);
    checkTargets(card, u"after", card.question.after);
}

void BankCheck::checkTargets(const ParsedQuestion &card, QStringView key, const QStringList &targets)
{
    for (const QString &target : targets) {
        const ParsedQuestion *owner = m_ids.value(target);
        if (!owner)
            complain(card, card.outline.lineOfKey(key), u"relations"_s,
                     u"%1: there is no card “%2”."_s.arg(key, target));
        else if (owner->question.slug != target)
            complain(card, card.outline.lineOfKey(key), u"relations"_s,
                     u"%1: “%2” is called “%3” now."_s.arg(key, target, owner->question.slug));
    }
}

void BankCheck::findCycles()
{
    for (const ParsedQuestion &card : m_bank)
        followAfter(card);
}

void BankCheck::followAfter(const ParsedQuestion &card)
{
    const QString &slug = card.question.slug;
    if (m_onPath.contains(slug)) {
        const QStringList cycle = m_path.mid(m_path.indexOf(slug)) << slug;
        complain(
            card, card.outline.lineOfKey(u"after"), u"relations"_s,
            u"after: the cards wait for each other: %1. Remove one of them."_s.arg(cycle.join(u" → "_s)));
        return;
    }
    if (m_followed.contains(slug))
        return;
    m_path.append(slug);
    m_onPath.insert(slug);
    for (const QString &earlier : card.question.after) {
        if (const ParsedQuestion *next = m_ids.value(earlier); next && next != &card)
            followAfter(*next);
    }
    m_path.removeLast();
    m_onPath.remove(slug);
    m_followed.insert(slug);
}

void BankCheck::checkSources(const ParsedQuestion &card)
{
    for (const QString &source : card.question.sources) {
        const ParsedQuestion *owner = m_sources.value(source);
        if (!owner)
            m_sources.insert(source, &card);
        else if (owner != &card)
            complain(card, card.outline.lineOfKey(u"sources"), u"sources"_s,
                     u"%1 is claimed by %2 already. A row belongs to one card."_s.arg(source, owner->file));
    }
}

// The words that make a question, in one order whatever order they were asked in.
QString essenceOf(const QString &title)
{
    static const QSet<QString> fillers = {
        u"a"_s,   u"an"_s, u"and"_s,  u"are"_s,  u"can"_s,   u"do"_s,  u"does"_s, u"flask"_s, u"for"_s,
        u"how"_s, u"i"_s,  u"in"_s,   u"is"_s,   u"it"_s,    u"of"_s,  u"on"_s,   u"s"_s,     u"should"_s,
        u"the"_s, u"to"_s, u"what"_s, u"with"_s, u"would"_s, u"you"_s, u"your"_s};
    const FoldedText tokens = foldedText(title);
    QStringList words;
    for (const FoldedText::Token &token : tokens.tokens)
        words.append(tokens.word(token).toString());
    words.removeIf([](const QString &word) { return fillers.contains(word); });
    words.sort();
    words.removeDuplicates();
    return words.join(u' ');
}

void BankCheck::checkTitle(const ParsedQuestion &card)
{
    const QString essence = essenceOf(card.question.title);
    const ParsedQuestion *owner = m_titles.value(essence);
    if (essence.isEmpty() || !owner)
        m_titles.insert(essence, &card);
    else
        complain(card, card.outline.titleLines.value(0, 1), u"titles"_s,
                 u"This asks the same as %1. Merge the cards, or ask what differs."_s.arg(owner->file));
}

} // namespace

const QList<Rule> &bankRules()
{
    static const QList<Rule> rules = {
        {u"text"_s,
         u"UTF-8 without a mark, LF, one newline at the end; no tabs, trailing blanks or control characters"_s},
        {u"file"_s,
         u"the file is called <id>.md; an id has lower-case words, digits and hyphens and does not start with own-"_s},
        {u"topic"_s, u"the folder is one of the topics"_s},
        {u"header"_s,
         u"--- lines around key: value lines; keys known, once, not empty, the required ones there"_s},
        {u"level"_s, u"basic, intermediate or advanced"_s},
        {u"kind"_s, u"concept, comparison, how-to, coding, mcq, bug-hunt, code-challenge or design"_s},
        {u"tags"_s, u"1 to 5, formed like ids, none twice, no topic, level or kind"_s},
        {u"sources"_s, u"rows of lists like 000-8 or 001-31b, in order, each row claimed by one card"_s},
        {u"relations"_s,
         u"1 to 4 follow-ups; ids of cards there are, never the card itself; no cycle in after"_s},
        {u"versions"_s, u"like 2.2 or 2.2.2; since not after until; checked only where code ran"_s},
        {u"reviewed"_s, u"a date like 2026-11-21"_s},
        {u"title"_s, u"one # line after the header, at most 110 characters, ending with ? or ."_s},
        {u"sections"_s, u"known, once, in order, not empty, the required ones there"_s},
        {u"prompt"_s, u"a bug-hunt shows code or a symptom before its first section"_s},
        {u"options"_s,
         u"for mcq only: 3 to 5, all different, one right, each with its reason; the right one not the longest"_s},
        {u"answer"_s,
         u"25 to 90 words that can be spoken: no lists, tables, quotes, headings or code blocks"_s},
        {u"key-points"_s, u"3 to 6 list items of one line, at most 20 words each, none twice"_s},
        {u"explanation"_s, u"60 to 220 words"_s},
        {u"example"_s, u"a sentence, then code that uses a name its card speaks of"_s},
        {u"mistakes"_s, u"2 to 4 list items"_s},
        {u"references"_s, u"list items [text](https://…), none twice"_s},
        {u"code"_s,
         u"fences closed, language and flags known, lines of at most 88 columns, plain quotes; python has "
         u"`checked` and a test; coding, bug-hunt and code-challenge run python"_s},
        {u"html"_s, u"no raw HTML outside code"_s},
        {u"links"_s, u"https only, no pictures"_s},
        {u"backticks"_s, u"in pairs; names like before_request or url_for() stand in them"_s},
        {u"typography"_s, u"a no-break space before %, a dash – instead of a lone hyphen"_s},
        {u"ids"_s, u"no id or alias belongs to two cards"_s},
        {u"titles"_s, u"no two titles ask the same"_s},
    };
    return rules;
}

QList<Problem> checkQuestion(const ParsedQuestion &parsed)
{
    Complaints complaints(parsed.file);
    checkText(parsed, &complaints);
    checkHeader(parsed, &complaints);
    checkSections(parsed, &complaints);
    checkOptions(parsed, &complaints);
    checkProse(parsed, &complaints);
    checkCode(parsed, &complaints);
    QList<Problem> problems = parsed.problems + complaints.problems();
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem &a, const Problem &b) { return a.line < b.line; });
    return problems;
}

QList<Problem> checkBank(const QList<ParsedQuestion> &bank)
{
    return BankCheck(bank).run();
}

} // namespace flaskcards
