// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cardrules.h"

#include <QDate>
#include <QRegularExpression>
#include <QSet>
#include <QVersionNumber>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool matches(const QString &text, const QRegularExpression &expression)
{
    return expression.match(text).hasMatch();
}

bool isVersion(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{1,4}\\.[0-9]{1,4}(\\.[0-9]{1,4})?\\z"_s);
    return matches(text, form);
}

// Sorts 001-31b behind 001-31 and 001-4.
std::tuple<QString, int, QString> placeOf(const QString &source)
{
    qsizetype end = 4;
    while (end < source.size() && source[end].isDigit())
        ++end;
    return {source.first(3), source.sliced(4, end - 4).toInt(), source.sliced(end)};
}

class HeaderCheck
{
public:
    HeaderCheck(const ParsedQuestion &parsed, Complaints *complaints)
        : m_question(parsed.question), m_outline(parsed.outline), m_complaints(*complaints)
    {
    }
    void checkPath(const QString &file);
    void checkPresence();
    void checkTags();
    void checkSources();
    void checkRelations();
    void checkVersions();
    void checkReviewed();

private:
    void complain(QStringView key, const char16_t *rule, const QString &text)
    {
        m_complaints.add(m_outline.lineOfKey(key), rule, text);
    }
    void checkValue(const CardOutline::HeaderLine &line);
    void checkUnique(QStringView key, const char16_t *rule, const QStringList &values);
    void checkTag(const QString &tag);
    void checkIds(QStringView key, const QStringList &ids);
    void checkVersion(QStringView key, const QString &version);

    const Question &m_question;
    const CardOutline &m_outline;
    Complaints &m_complaints;
};

void HeaderCheck::checkPath(const QString &file)
{
    if (!file.endsWith(".md"_L1) || !isSlug(m_question.slug))
        m_complaints.add(1, u"file",
                         u"“%1” is no good file name. Use lower-case words with hyphens and .md."_s.arg(
                             file.sliced(file.lastIndexOf(u'/') + 1)));
    if (isOwnSlug(m_question.slug))
        m_complaints.add(1, u"file", u"Names that start with “own-” are for people's own questions."_s);
    if (!topics().contains(m_question.topic))
        m_complaints.add(1, u"topic",
                         u"There is no topic “%1”. Move the file to the folder of a topic: %2."_s.arg(
                             m_question.topic, topics().join(", "_L1)));
}

void HeaderCheck::checkPresence()
{
    if (!m_outline.hasHeader)
        return;
    for (QStringView key : {u"tags", u"follow-ups", u"reviewed"}) {
        if (!m_outline.headerLine(key))
            m_complaints.add(1, u"header", u"“%1” is missing. Add it to the header."_s.arg(key));
    }
    for (const CardOutline::HeaderLine &line : m_outline.header)
        checkValue(line);
}

void HeaderCheck::checkValue(const CardOutline::HeaderLine &line)
{
    const QStringList parts = line.value.split(u',');
    const bool hasGap = std::any_of(parts.cbegin(), parts.cend(),
                                    [](const QString &part) { return part.trimmed().isEmpty(); });
    if (line.value.isEmpty() && line.key != "level"_L1 && line.key != "kind"_L1)
        m_complaints.add(line.line, u"header",
                         u"“%1” has no value. Give it one, or remove the line."_s.arg(line.key));
    else if (!line.value.isEmpty() && hasGap)
        m_complaints.add(line.line, u"header", u"“%1” has a comma too many."_s.arg(line.key));
}

void HeaderCheck::checkUnique(QStringView key, const char16_t *rule, const QStringList &values)
{
    QSet<QString> seen;
    for (const QString &value : values) {
        if (seen.contains(value))
            complain(key, rule, u"%1: “%2” stands twice. Keep one of them."_s.arg(key, value));
        seen.insert(value);
    }
}

void HeaderCheck::checkTags()
{
    if (m_question.tags.size() > 5)
        complain(u"tags", u"tags",
                 u"%1 tags are too many. Keep the best five."_s.arg(m_question.tags.size()));
    checkUnique(u"tags", u"tags", m_question.tags);
    for (const QString &tag : m_question.tags)
        checkTag(tag);
}

void HeaderCheck::checkTag(const QString &tag)
{
    bool isLevel = false;
    bool isKind = false;
    levelFromWord(tag, &isLevel);
    kindFromWord(tag, &isKind);
    if (!isSlug(tag))
        complain(u"tags", u"tags", u"“%1” is no tag. Use lower-case words with hyphens."_s.arg(tag));
    else if (isLevel || isKind || topics().contains(tag))
        complain(u"tags", u"tags",
                 u"“%1” is a topic, level or kind already. Choose a tag that adds something."_s.arg(tag));
}

void HeaderCheck::checkSources()
{
    static const QRegularExpression form(u"\\A00[0-4]-[0-9]{1,4}[a-z]?\\z"_s);
    const QStringList &sources = m_question.sources;
    checkUnique(u"sources", u"sources", sources);
    for (const QString &source : sources) {
        if (!matches(source, form)) {
            complain(u"sources", u"sources",
                     u"“%1” is no row of a list. Write it like 000-8 or 001-31b."_s.arg(source));
            return;
        }
    }
    if (!std::is_sorted(sources.cbegin(), sources.cend(),
                        [](const QString &a, const QString &b) { return placeOf(a) < placeOf(b); }))
        complain(u"sources", u"sources", u"The rows are not in order. Sort them by list, then by number."_s);
}

void HeaderCheck::checkRelations()
{
    if (m_question.followUps.size() > 4)
        complain(u"follow-ups", u"relations",
                 u"%1 follow-ups are too many. Keep the best four."_s.arg(m_question.followUps.size()));
    checkIds(u"follow-ups", m_question.followUps);
    checkIds(u"related", m_question.related);
    checkIds(u"after", m_question.after);
    checkIds(u"aliases", m_question.aliases);
}

void HeaderCheck::checkIds(QStringView key, const QStringList &ids)
{
    checkUnique(key, u"relations", ids);
    for (const QString &id : ids) {
        if (!isSlug(id))
            complain(key, u"relations",
                     u"%1: “%2” is no id. Use the name of a card file without .md."_s.arg(key, id));
        else if (isOwnSlug(id))
            complain(key, u"relations", u"%1: “%2” is a name of people's own questions."_s.arg(key, id));
        else if (id == m_question.slug)
            complain(key, u"relations", u"%1: the card names itself. Remove it."_s.arg(key));
    }
}

void HeaderCheck::checkVersions()
{
    checkVersion(u"since", m_question.since);
    checkVersion(u"until", m_question.until);
    for (const QString &version : m_question.checked)
        checkVersion(u"checked", version);
    checkUnique(u"checked", u"versions", m_question.checked);
    const bool both = isVersion(m_question.since) && isVersion(m_question.until);
    if (both && QVersionNumber::fromString(m_question.since) > QVersionNumber::fromString(m_question.until))
        complain(u"until", u"versions", u"“until” lies before “since”. Swap them."_s);
}

void HeaderCheck::checkVersion(QStringView key, const QString &version)
{
    if (!version.isEmpty() && !isVersion(version))
        complain(key, u"versions",
                 u"%1: “%2” is no version. Write it like 2.2 or 2.2.2."_s.arg(key, version));
}

void HeaderCheck::checkReviewed()
{
    static const QRegularExpression form(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    const QString &date = m_question.reviewed;
    if (!date.isEmpty() && (!matches(date, form) || !QDate::fromString(date, Qt::ISODate).isValid()))
        complain(u"reviewed", u"reviewed", u"“%1” is no date. Write it like 2026-11-21."_s.arg(date));
}

} // namespace

bool isSlug(QStringView text)
{
    QChar before = u'-';
    for (QChar c : text) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (!letter && (c != u'-' || before == u'-'))
            return false;
        before = c;
    }
    return before != u'-';
}

void checkHeader(const ParsedQuestion &parsed, Complaints *complaints)
{
    HeaderCheck check(parsed, complaints);
    check.checkPath(parsed.file);
    check.checkPresence();
    check.checkTags();
    check.checkSources();
    check.checkRelations();
    check.checkVersions();
    check.checkReviewed();
}

} // namespace flaskcards
