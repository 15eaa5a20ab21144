// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cardrules.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Section = CardOutline::Section;

void checkTitle(const ParsedQuestion &parsed, Complaints *complaints)
{
    constexpr qsizetype longestTitle = 110;
    if (parsed.outline.titleLines.isEmpty())
        return;
    const int line = parsed.outline.titleLines.first();
    const QString &title = parsed.question.title;
    if (title.size() > longestTitle)
        complaints->add(
            line, u"title",
            u"%1 characters are too long for a title. Cut it to %2."_s.arg(title.size()).arg(longestTitle));
    if (!title.endsWith(u'?') && !title.endsWith(u'.'))
        complaints->add(line, u"title",
                        u"A title ends with a question mark, or with a full stop if it is a task."_s);
}

void checkPresence(const CardOutline &outline, Complaints *complaints)
{
    const int line = outline.titleLines.value(0, 1);
    for (const QString &name : sectionNames()) {
        // The reader asks for the answer, checkOptions for the options.
        const bool required = name != "Options"_L1 && name != "Answer"_L1 && name != "Example"_L1;
        if (required && !outline.section(name))
            complaints->add(line, u"sections", u"“## %1” is missing. Add it."_s.arg(name));
    }
}

void checkOrder(const CardOutline &outline, Complaints *complaints)
{
    qsizetype latest = -1;
    for (const Section &section : outline.sections) {
        const qsizetype place = sectionNames().indexOf(section.name);
        if (place >= 0 && place < latest)
            complaints->add(section.line, u"sections",
                            u"“%1” must stand before “%2”."_s.arg(section.name, sectionNames().at(latest)));
        latest = std::max(latest, place);
        if (section.body.isEmpty() && section.name != "Answer"_L1)
            complaints->add(section.line, u"sections",
                            u"“%1” is empty. Fill it, or remove it if it is optional."_s.arg(section.name));
    }
}

// "a list" … if the line begins something that cannot be spoken.
QString blockName(QStringView line)
{
    static const QRegularExpression list(u"\\A {0,3}([-*+]|[0-9]{1,9}[.)]) "_s);
    const QStringView text = line.trimmed();
    if (list.match(line.toString()).hasMatch())
        return u"a list"_s;
    if (text.startsWith("```"_L1) || text.startsWith("~~~"_L1) || line.startsWith("    "_L1))
        return u"a code block"_s;
    if (text.startsWith(u'|'))
        return u"a table"_s;
    if (text.startsWith(u'>'))
        return u"a quote"_s;
    return text.startsWith("# "_L1) || text.startsWith("##"_L1) ? u"a heading"_s : QString();
}

void checkAnswer(const Section &answer, Complaints *complaints)
{
    constexpr int fewestWords = 25;
    constexpr int mostWords = 90;
    const int words = wordCount(answer.body);
    if (words < fewestWords || words > mostWords)
        complaints->add(
            answer.bodyLine, u"answer",
            u"%1 words. A spoken answer has %2 to %3."_s.arg(words).arg(fewestWords).arg(mostWords));
    int line = answer.bodyLine;
    for (QStringView text : QStringTokenizer{answer.body, u'\n'}) {
        if (const QString name = blockName(text); !name.isEmpty()) {
            complaints->add(
                line, u"answer",
                u"%1 cannot be spoken. Say it in sentences."_s.arg(name.left(1).toUpper() + name.mid(1)));
            return;
        }
        ++line;
    }
}

void checkRepeats(const Section &section, const char16_t *rule, Complaints *complaints)
{
    QSet<QString> seen;
    for (const ListItem &item : section.items) {
        if (seen.contains(item.text))
            complaints->add(item.line, rule, u"This stands twice. Keep one of them."_s);
        seen.insert(item.text);
    }
}

void checkCount(const Section &section, const char16_t *rule, int fewest, int most, Complaints *complaints)
{
    const qsizetype count = section.items.size();
    if (count < fewest || count > most)
        complaints->add(section.line, rule,
                        u"%1 list items. There should be %2 to %3."_s.arg(count).arg(fewest).arg(most));
}

void checkKeyPoints(const Section &section, Complaints *complaints)
{
    constexpr int mostWords = 20;
    checkCount(section, u"key-points", 3, 6, complaints);
    checkRepeats(section, u"key-points", complaints);
    for (const ListItem &item : section.items) {
        if (!item.rest.isEmpty())
            complaints->add(item.line, u"key-points", u"A key point is one line. Shorten it."_s);
        else if (wordCount(item.text) > mostWords)
            complaints->add(
                item.line, u"key-points",
                u"%1 words. A key point has at most %2."_s.arg(wordCount(item.text)).arg(mostWords));
    }
}

void checkExplanation(const Section &section, Complaints *complaints)
{
    constexpr int fewestWords = 60;
    constexpr int mostWords = 220;
    const int words = wordCount(section.body);
    if (words < fewestWords || words > mostWords)
        complaints->add(
            section.bodyLine, u"explanation",
            u"%1 words. An explanation has %2 to %3."_s.arg(words).arg(fewestWords).arg(mostWords));
}

void checkReferences(const Section &section, Complaints *complaints)
{
    static const QRegularExpression link(u"\\A\\[[^\\]]+\\]\\(https://[^\\s()/]+(/[^\\s()]*)?\\)\\z"_s);
    if (section.items.isEmpty())
        complaints->add(section.line, u"references",
                        u"There is no reference. Name at least one as - [text](https://…)."_s);
    checkRepeats(section, u"references", complaints);
    for (const ListItem &item : section.items) {
        if (!item.rest.isEmpty() || !link.match(item.text).hasMatch())
            complaints->add(item.line, u"references",
                            u"A reference is written as - [text](https://…) and nothing else."_s);
    }
}

template <typename Check, typename... Arguments>
void withSection(const CardOutline &outline, QStringView name, Check check, Arguments... arguments)
{
    if (const Section *section = outline.section(name); section && !section->body.isEmpty())
        check(*section, arguments...);
}

void checkOptionTexts(const ParsedQuestion &parsed, const Section &section, Complaints *complaints)
{
    QSet<QString> seen;
    qsizetype longestWrong = 0;
    qsizetype right = 0;
    for (const Option &option : parsed.question.options) {
        (option.right ? right : longestWrong) =
            std::max(option.right ? right : longestWrong, option.text.size());
        if (seen.contains(option.text))
            complaints->add(section.line, u"options",
                            u"“%1” stands twice. Change one of them."_s.arg(option.text));
        seen.insert(option.text);
    }
    if (longestWrong > 0 && right > longestWrong)
        complaints->add(section.line, u"options",
                        u"The right option is the longest, which gives it away. Shorten it."_s);
}

void checkOptionCounts(const QList<Option> &options, const Section &section, Complaints *complaints)
{
    if (options.size() < 3 || options.size() > 5)
        complaints->add(section.line, u"options",
                        u"%1 options. There should be 3 to 5."_s.arg(options.size()));
    const auto right =
        std::count_if(options.cbegin(), options.cend(), [](const Option &option) { return option.right; });
    if (right != 1)
        complaints->add(section.line, u"options",
                        u"%1 options are marked as right. Mark exactly one with [x]."_s.arg(right));
}

} // namespace

int wordCount(QStringView text)
{
    int count = 0;
    bool inside = false;
    for (QChar c : text) {
        if (!inside && !c.isSpace())
            ++count;
        inside = !c.isSpace();
    }
    return count;
}

void checkSections(const ParsedQuestion &parsed, Complaints *complaints)
{
    const CardOutline &outline = parsed.outline;
    checkTitle(parsed, complaints);
    checkPresence(outline, complaints);
    checkOrder(outline, complaints);
    withSection(outline, u"Answer", checkAnswer, complaints);
    withSection(outline, u"Key points", checkKeyPoints, complaints);
    withSection(outline, u"Explanation", checkExplanation, complaints);
    withSection(outline, u"Common mistakes", checkCount, u"mistakes", 2, 4, complaints);
    withSection(outline, u"References", checkReferences, complaints);
    if (parsed.question.kind == Kind::BugHunt && outline.prompt.body.isEmpty())
        complaints->add(outline.titleLines.value(0, 1), u"prompt",
                        u"A bug-hunt shows code or a symptom. Put it under the title."_s);
}

void checkOptions(const ParsedQuestion &parsed, Complaints *complaints)
{
    const bool isChoice = parsed.question.kind == Kind::Mcq;
    const Section *section = parsed.outline.section(u"Options");
    if (!section && isChoice)
        complaints->add(parsed.outline.titleLines.value(0, 1), u"options",
                        u"An mcq card has a section “## Options”. Add it."_s);
    if (section && !isChoice)
        complaints->add(section->line, u"options",
                        u"Only mcq cards have options. Remove them, or change the kind."_s);
    if (!section || !isChoice || section->body.isEmpty())
        return;
    checkOptionCounts(parsed.question.options, *section, complaints);
    checkOptionTexts(parsed, *section, complaints);
    for (const ListItem &item : section->items) {
        if (item.rest.trimmed().isEmpty())
            complaints->add(item.line, u"options",
                            u"Say why this option is right or wrong, on a line indented by two spaces."_s);
    }
}

} // namespace flaskcards
