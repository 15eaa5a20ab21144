// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/questionfile.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

const QHash<QString, QStringList Question::*> &listKeys()
{
    static const QHash<QString, QStringList Question::*> keys = {{u"tags"_s, &Question::tags},
                                                                 {u"sources"_s, &Question::sources},
                                                                 {u"follow-ups"_s, &Question::followUps},
                                                                 {u"related"_s, &Question::related},
                                                                 {u"after"_s, &Question::after},
                                                                 {u"aliases"_s, &Question::aliases},
                                                                 {u"checked"_s, &Question::checked}};
    return keys;
}

const QHash<QString, QString Question::*> &wordKeys()
{
    static const QHash<QString, QString Question::*> keys = {
        {u"since"_s, &Question::since}, {u"until"_s, &Question::until}, {u"reviewed"_s, &Question::reviewed}};
    return keys;
}

const QHash<QString, QString Question::*> &textSections()
{
    static const QHash<QString, QString Question::*> sections = {{u"Answer"_s, &Question::answer},
                                                                 {u"Explanation"_s, &Question::explanation},
                                                                 {u"Example"_s, &Question::example},
                                                                 {u"Why it is asked"_s, &Question::whyAsked}};
    return sections;
}

const QHash<QString, QStringList Question::*> &listSections()
{
    static const QHash<QString, QStringList Question::*> sections = {
        {u"Key points"_s, &Question::keyPoints},
        {u"Common mistakes"_s, &Question::mistakes},
        {u"References"_s, &Question::references}};
    return sections;
}

bool isKnownKey(const QString &key)
{
    return key == "level"_L1 || key == "kind"_L1 || listKeys().contains(key) || wordKeys().contains(key);
}

QString listOfWords(const QStringList &words)
{
    return words.mid(0, words.size() - 1).join(", "_L1) + " and "_L1 + words.last();
}

template <typename Enum>
QStringList wordsOf(Enum last, QString (*word)(Enum))
{
    QStringList words;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        words.append(word(static_cast<Enum>(value)));
    return words;
}

QStringList commaSeparated(const QString &value)
{
    QStringList parts = value.split(u',');
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

QString joined(const ListItem &item)
{
    return item.rest.isEmpty() ? item.text : item.text + u'\n' + item.rest;
}

// Makes a question of an outline.
class Reader
{
public:
    explicit Reader(const QString &path) { m_parsed.file = path; }
    ParsedQuestion read(const QByteArray &utf8);

private:
    using HeaderLine = CardOutline::HeaderLine;
    using Section = CardOutline::Section;

    void complain(int line, const QString &rule, const QString &text);
    void readPath();
    void readHeader();
    void takeHeaderLine(const HeaderLine &line);
    template <typename Enum>
    void takeWord(const HeaderLine &line, Enum Question::*member, Enum last, QString (*word)(Enum),
                  Enum (*fromWord)(QStringView, bool *));
    void readSections();
    void requireAnswer();
    void takeSection(const Section &section);
    void takeOption(const ListItem &item);

    ParsedQuestion m_parsed;
};

ParsedQuestion Reader::read(const QByteArray &utf8)
{
    m_parsed.outline = outlineOf(m_parsed.file, utf8, &m_parsed.problems);
    readPath();
    readHeader();
    m_parsed.question.title = m_parsed.outline.title;
    m_parsed.question.prompt = m_parsed.outline.prompt.body;
    readSections();
    std::stable_sort(m_parsed.problems.begin(), m_parsed.problems.end(),
                     [](const Problem &a, const Problem &b) { return a.line < b.line; });
    return std::move(m_parsed);
}

void Reader::complain(int line, const QString &rule, const QString &text)
{
    m_parsed.problems.append({m_parsed.file, line, rule, text});
}

void Reader::readPath()
{
    const QStringList parts = m_parsed.file.split(u'/');
    const QString &name = parts.last();
    m_parsed.question.slug = name.endsWith(".md"_L1) ? name.chopped(3) : name;
    if (parts.size() > 1)
        m_parsed.question.topic = parts[parts.size() - 2];
}

void Reader::readHeader()
{
    QSet<QString> seen;
    for (const HeaderLine &line : std::as_const(m_parsed.outline.header)) {
        if (!isKnownKey(line.key))
            complain(line.line, u"header"_s, u"There is no key “%1”. Remove the line."_s.arg(line.key));
        else if (seen.contains(line.key))
            complain(line.line, u"header"_s, u"“%1” stands twice. Keep one of them."_s.arg(line.key));
        else
            takeHeaderLine(line);
        seen.insert(line.key);
    }
    for (const QString &key : {u"level"_s, u"kind"_s}) {
        if (m_parsed.outline.hasHeader && !seen.contains(key))
            complain(1, u"header"_s, u"“%1” is missing. Add it to the header."_s.arg(key));
    }
}

void Reader::takeHeaderLine(const HeaderLine &line)
{
    Question &question = m_parsed.question;
    if (line.key == "level"_L1)
        takeWord(line, &Question::level, Level::Advanced, levelWord, levelFromWord);
    else if (line.key == "kind"_L1)
        takeWord(line, &Question::kind, Kind::Design, kindWord, kindFromWord);
    else if (const auto list = listKeys().value(line.key, nullptr))
        question.*list = commaSeparated(line.value);
    else if (const auto word = wordKeys().value(line.key, nullptr))
        question.*word = line.value;
}

template <typename Enum>
void Reader::takeWord(const HeaderLine &line, Enum Question::*member, Enum last, QString (*word)(Enum),
                      Enum (*fromWord)(QStringView, bool *))
{
    bool ok = false;
    m_parsed.question.*member = fromWord(line.value, &ok);
    if (!ok)
        complain(line.line, line.key,
                 u"There is no %1 “%2”. Write %3."_s.arg(
                     line.key, line.value, listOfWords(wordsOf(last, word)).replace(" and "_L1, " or "_L1)));
}

void Reader::readSections()
{
    QStringList seen;
    for (const Section &section : std::as_const(m_parsed.outline.sections)) {
        if (!sectionNames().contains(section.name))
            complain(section.line, u"sections"_s,
                     u"There is no section “%1”. Sections are %2."_s.arg(section.name,
                                                                         listOfWords(sectionNames())));
        else if (seen.contains(section.name))
            complain(section.line, u"sections"_s,
                     u"“%1” stands twice. Keep one of them."_s.arg(section.name));
        else
            takeSection(section);
        if (sectionNames().contains(section.name))
            seen.append(section.name);
    }
    requireAnswer();
}

void Reader::requireAnswer()
{
    const Section *answer = m_parsed.outline.section(u"Answer");
    if (!answer)
        complain(m_parsed.outline.titleLines.value(0, 1), u"sections"_s,
                 u"“## Answer” is missing. Add it."_s);
    else if (answer->body.isEmpty())
        complain(answer->line, u"sections"_s, u"“Answer” is empty. Fill it."_s);
}

void Reader::takeSection(const Section &section)
{
    if (const auto text = textSections().value(section.name, nullptr))
        m_parsed.question.*text = section.body;
    const auto list = listSections().value(section.name, nullptr);
    for (const ListItem &item : section.items) {
        if (list)
            (m_parsed.question.*list).append(joined(item));
        else
            takeOption(item);
    }
}

void Reader::takeOption(const ListItem &item)
{
    const bool right = item.text.startsWith("[x] "_L1);
    if (!right && !item.text.startsWith("[ ] "_L1)) {
        complain(item.line, u"options"_s, u"An option starts with “- [ ] ”, the right one with “- [x] ”."_s);
        return;
    }
    m_parsed.question.options.append({item.text.sliced(4).trimmed(), item.rest, right});
}

} // namespace

ParsedQuestion parseQuestion(const QString &path, const QByteArray &utf8)
{
    return Reader(path).read(utf8);
}

QStringList followUpsIn(const QString &source)
{
    constexpr auto key = "\nfollow-ups:"_L1;
    const qsizetype at = source.indexOf(key);
    const qsizetype end = source.indexOf("\n---"_L1);
    if (at < 0 || (end >= 0 && end < at))
        return {};
    const qsizetype start = at + key.size();
    const qsizetype stop = source.indexOf(u'\n', start);
    return commaSeparated(source.mid(start, stop < 0 ? -1 : stop - start));
}

} // namespace flaskcards
