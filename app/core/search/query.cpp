// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query.h"

#include "core/search/foldedtext.h"
#include "core/search/spelling.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// In the order of CardState and of the flag numbers from 1.
const QStringList &stateWords()
{
    static const QStringList words = {u"due"_s,       u"new"_s,    u"learning"_s,    u"review"_s,
                                      u"suspended"_s, u"buried"_s, u"flagged"_s,     u"leech"_s,
                                      u"own"_s,       u"edited"_s, u"really-asked"_s};
    return words;
}

const QStringList &flagWords()
{
    static const QStringList words = {u"red"_s,  u"orange"_s,    u"green"_s, u"blue"_s,
                                      u"pink"_s, u"turquoise"_s, u"purple"_s};
    return words;
}

template <typename Enum>
QStringList wordsOf(Enum last, QString (*word)(Enum))
{
    QStringList words;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        words.append(word(static_cast<Enum>(value)));
    return words;
}

const QStringList &levelWords()
{
    static const QStringList words = wordsOf(Level::Advanced, levelWord);
    return words;
}

const QStringList &kindWords()
{
    static const QStringList words = wordsOf(Kind::Design, kindWord);
    return words;
}

const QStringList &keys()
{
    static const QStringList words = {u"topic"_s, u"level"_s, u"kind"_s, u"tag"_s,
                                      u"is"_s,    u"flag"_s,  u"asked"_s};
    return words;
}

// The key of ours that differs by one letter. Not for "is": if, in and id are words people look for.
QString misspeltKey(const QString &key)
{
    const auto found = std::find_if(keys().cbegin(), keys().cend(), [&key](const QString &ours) {
        return ours.size() > 2 && qAbs(ours.size() - key.size()) <= 1 && editDistance(key, ours) == 1;
    });
    return found == keys().cend() ? QString() : *found;
}

struct Value {
    QString text;
    int position = 0;
    int length = 0;
};

// Reads the terms one after the other.
class Parser
{
public:
    Parser(const QString &text, const QStringList &knownTags) : m_text(text), m_knownTags(knownTags) {}
    ParsedQuery parse();

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atSpace() const { return m_text[m_at].isSpace(); }
    void readTerm();
    bool readExclusion();
    void readPhrase(bool excluded);
    void readWord(bool excluded);
    qsizetype wordEnd() const;
    bool readFilter(bool excluded);
    QList<Value> readValues();
    void addText(const QString &text, bool phrase, bool excluded);
    void addFilter(const QString &key, const QList<Value> &values, bool excluded);
    void fail(QueryError error);
    void failUnknown(const QString &key, const Value &value, const QStringList &words, bool guess);
    QStringList completed(const QString &key, const QList<Value> &values, const QStringList &words,
                          bool guess);
    QList<int> indices(const QString &key, const QList<Value> &values, const QStringList &words);
    template <typename Enum>
    QList<Enum> enums(const QString &key, const QList<Value> &values, const QStringList &words);
    QStringList tags(const QList<Value> &values);
    QList<int> flags(QList<Value> values);
    QList<AskedFilter::Bound> bounds(const QList<Value> &values);
    template <typename Condition, typename List>
    void add(List values, bool excluded);

    const QString &m_text;
    const QStringList &m_knownTags;
    qsizetype m_at = 0;
    ParsedQuery m_parsed;
};

ParsedQuery Parser::parse()
{
    while (!atEnd()) {
        if (atSpace())
            ++m_at;
        else
            readTerm();
    }
    return std::move(m_parsed);
}

void Parser::readTerm()
{
    const bool excluded = readExclusion();
    if (atEnd() || atSpace())
        return;
    if (m_text[m_at] == u'"')
        readPhrase(excluded);
    else if (!readFilter(excluded))
        readWord(excluded);
}

// One minus before something excludes it; --debug is an option people look for.
bool Parser::readExclusion()
{
    if (m_text[m_at] != u'-' || m_text.sliced(m_at).startsWith("--"_L1))
        return false;
    ++m_at;
    return true;
}

// A phrase whose closing quote is not typed yet goes to the end.
void Parser::readPhrase(bool excluded)
{
    const qsizetype begin = m_at + 1;
    qsizetype end = m_text.indexOf(u'"', begin);
    if (end < 0)
        end = m_text.size();
    addText(m_text.sliced(begin, end - begin).simplified(), true, excluded);
    m_at = std::min(end + 1, m_text.size());
}

qsizetype Parser::wordEnd() const
{
    const auto end = std::find_if(m_text.cbegin() + m_at, m_text.cend(), [](QChar c) { return c.isSpace(); });
    return end - m_text.cbegin();
}

void Parser::readWord(bool excluded)
{
    const qsizetype end = wordEnd();
    addText(m_text.sliced(m_at, end - m_at), false, excluded);
    m_at = end;
}

// True if what stands here is a filter, or would be one if it were spelt right.
bool Parser::readFilter(bool excluded)
{
    constexpr qsizetype longestKey = 6;
    const qsizetype colon = QStringView(m_text).sliced(m_at).left(longestKey + 1).indexOf(u':');
    if (colon <= 0)
        return false;
    const QString key = m_text.sliced(m_at, colon).toLower();
    const QString meant = keys().contains(key) ? key : misspeltKey(key);
    const qsizetype begin = m_at;
    const bool hasValue = begin + colon + 1 < wordEnd();
    if (meant.isEmpty() || (meant != key && !hasValue))
        return false;
    m_at += colon + 1;
    const QList<Value> values = readValues();
    if (meant == key)
        addFilter(key, values, excluded);
    else
        fail({QueryError::Kind::UnknownFilter,
              static_cast<int>(begin),
              static_cast<int>(colon) + 1,
              key,
              key,
              {meant},
              true});
    return true;
}

// a,b,"c": commas separate, quotes are dropped, nothing is no value.
QList<Value> Parser::readValues()
{
    QList<Value> values{Value{{}, static_cast<int>(m_at), 0}};
    bool quoted = false;
    for (; !atEnd() && (quoted || !atSpace()); ++m_at) {
        if (m_text[m_at] == u'"')
            quoted = !quoted;
        else if (m_text[m_at] == u',')
            values.append(Value{{}, static_cast<int>(m_at) + 1, 0});
        else
            values.last().text += m_text[m_at].toLower();
        if (m_text[m_at] != u',')
            values.last().length = static_cast<int>(m_at) + 1 - values.last().position;
    }
    values.removeIf([](const Value &value) { return value.text.isEmpty(); });
    return values;
}

void Parser::addText(const QString &text, bool phrase, bool excluded)
{
    if (hasToken(text))
        m_parsed.query.texts.append({text, phrase, excluded});
}

void Parser::addFilter(const QString &key, const QList<Value> &values, bool excluded)
{
    if (key == "topic"_L1)
        add<TopicFilter>(completed(key, values, topics(), true), excluded);
    else if (key == "level"_L1)
        add<LevelFilter>(enums<Level>(key, values, levelWords()), excluded);
    else if (key == "kind"_L1)
        add<KindFilter>(enums<Kind>(key, values, kindWords()), excluded);
    else if (key == "tag"_L1)
        add<TagFilter>(tags(values), excluded);
    else if (key == "is"_L1)
        add<StateFilter>(enums<CardState>(key, values, stateWords()), excluded);
    else if (key == "flag"_L1)
        add<FlagFilter>(flags(values), excluded);
    else
        add<AskedFilter>(bounds(values), excluded);
}

// Without a value there is nothing to ask for: it is not typed yet, or it was wrong.
template <typename Condition, typename List>
void Parser::add(List values, bool excluded)
{
    if (!values.isEmpty())
        m_parsed.query.filters.append({Condition{std::move(values)}, excluded});
}

void Parser::fail(QueryError error)
{
    if (!m_parsed.error)
        m_parsed.error = std::move(error);
}

void Parser::failUnknown(const QString &key, const Value &value, const QStringList &words, bool guess)
{
    const QString likely = guess ? nearestWord(value.text, words) : QString();
    fail({.kind = QueryError::Kind::UnknownValue,
          .position = value.position,
          .length = value.length,
          .key = key,
          .value = value.text,
          .choices = likely.isEmpty() ? words : QStringList{likely},
          .didYouMean = !likely.isEmpty()});
}

QStringList Parser::completed(const QString &key, const QList<Value> &values, const QStringList &words,
                              bool guess)
{
    QStringList found;
    for (const Value &value : values) {
        const QStringList meant = completions(value.text, words);
        if (meant.isEmpty())
            failUnknown(key, value, words, guess);
        found += meant;
    }
    found.removeDuplicates();
    return found;
}

QList<int> Parser::indices(const QString &key, const QList<Value> &values, const QStringList &words)
{
    QList<int> found;
    const QStringList meant = completed(key, values, words, false);
    for (const QString &word : meant)
        found.append(static_cast<int>(words.indexOf(word)));
    return found;
}

template <typename Enum>
QList<Enum> Parser::enums(const QString &key, const QList<Value> &values, const QStringList &words)
{
    QList<Enum> found;
    const QList<int> meant = indices(key, values, words);
    for (int index : meant)
        found.append(static_cast<Enum>(index));
    return found;
}

QStringList Parser::tags(const QList<Value> &values)
{
    if (!m_knownTags.isEmpty())
        return completed(u"tag"_s, values, m_knownTags, true);
    QStringList found;
    for (const Value &value : values)
        found.append(value.text);
    return found;
}

// Colours, or their numbers from 1.
QList<int> Parser::flags(QList<Value> values)
{
    for (Value &value : values) {
        bool isNumber = false;
        const int number = value.text.toInt(&isNumber);
        if (isNumber && number >= 1 && number <= flagWords().size())
            value.text = flagWords().at(number - 1);
    }
    QList<int> found = indices(u"flag"_s, values, flagWords());
    for (int &flag : found)
        ++flag;
    return found;
}

// The comparison at the front of the text, which loses it.
Comparison takeComparison(QStringView *text)
{
    constexpr std::array<std::pair<QLatin1StringView, Comparison>, 5> signs = {
        {{">="_L1, Comparison::GreaterOrEqual},
         {"<="_L1, Comparison::LessOrEqual},
         {">"_L1, Comparison::Greater},
         {"<"_L1, Comparison::Less},
         {"="_L1, Comparison::Equal}}};
    for (const auto &[sign, comparison] : signs) {
        if (text->startsWith(sign)) {
            *text = text->sliced(sign.size());
            return comparison;
        }
    }
    return Comparison::Equal;
}

QList<AskedFilter::Bound> Parser::bounds(const QList<Value> &values)
{
    QList<AskedFilter::Bound> found;
    for (const Value &value : values) {
        QStringView digits = value.text;
        const Comparison comparison = takeComparison(&digits);
        bool isNumber = false;
        const int count = digits.toInt(&isNumber);
        if (isNumber && count >= 0)
            found.append({comparison, count});
        else if (!digits.isEmpty()) // asked:> is still being typed
            fail({.kind = QueryError::Kind::NotANumber,
                  .position = value.position,
                  .length = value.length,
                  .key = u"asked"_s,
                  .value = value.text,
                  .choices = {}});
    }
    return found;
}

} // namespace

bool AskedFilter::holds(int asked) const
{
    return std::any_of(bounds.cbegin(), bounds.cend(), [asked](const Bound &bound) {
        switch (bound.comparison) {
        case Comparison::Less:
            return asked < bound.count;
        case Comparison::LessOrEqual:
            return asked <= bound.count;
        case Comparison::Equal:
            return asked == bound.count;
        case Comparison::GreaterOrEqual:
            return asked >= bound.count;
        case Comparison::Greater:
            return asked > bound.count;
        }
        return false;
    });
}

ParsedQuery parseQuery(const QString &text, const QStringList &knownTags)
{
    return Parser(text, knownTags).parse();
}

QStringList queryWords(const Query &query)
{
    QStringList words;
    for (const TextTerm &term : query.texts) {
        if (!term.excluded)
            words.append(term.text);
    }
    return words;
}

} // namespace flaskcards
