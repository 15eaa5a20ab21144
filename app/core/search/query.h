// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace flaskcards {

// The search language. Terms stand side by side and all of them must hold:
//   word  "a phrase"                 found as a prefix, folded like the full-text index does it
//   topic:routing,contexts           any of the values; a value may be cut short (topic:rout)
//   level:  kind:  tag:  is:  flag:  asked:>2
//   -term                            must not hold

enum class CardState {
    Due,
    New,
    Learning,
    Review,
    Suspended,
    Buried,
    Flagged,
    Leech,
    Own,
    Edited,
    ReallyAsked
};
enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

struct TextTerm {
    QString text; // as typed, without quotes; holds a letter or digit
    bool phrase = false;
    bool excluded = false;

    bool operator==(const TextTerm &) const = default;
};

// Every filter holds for any of its values; none is empty.
struct TopicFilter {
    QStringList topics;
    bool operator==(const TopicFilter &) const = default;
};
struct LevelFilter {
    QList<Level> levels;
    bool operator==(const LevelFilter &) const = default;
};
struct KindFilter {
    QList<Kind> kinds;
    bool operator==(const KindFilter &) const = default;
};
struct TagFilter {
    QStringList tags; // lower case, whole tags
    bool operator==(const TagFilter &) const = default;
};
struct StateFilter {
    QList<CardState> states;
    bool operator==(const StateFilter &) const = default;
};
struct FlagFilter {
    QList<int> flags; // 1 to 7 as in Card::flag
    bool operator==(const FlagFilter &) const = default;
};
struct AskedFilter {
    struct Bound {
        Comparison comparison = Comparison::Equal;
        int count = 0;
        bool operator==(const Bound &) const = default;
    };
    QList<Bound> bounds;
    bool operator==(const AskedFilter &) const = default;
    bool holds(int asked) const;
};

struct Filter {
    std::variant<TopicFilter, LevelFilter, KindFilter, TagFilter, StateFilter, FlagFilter, AskedFilter>
        condition;
    bool excluded = false;

    bool operator==(const Filter &) const = default;
};

struct Query {
    QList<TextTerm> texts;
    QList<Filter> filters;

    bool isEmpty() const { return texts.isEmpty() && filters.isEmpty(); } // finds everything
    bool operator==(const Query &) const = default;
};

struct QueryError {
    enum class Kind {
        UnknownFilter, // value is the key, choices the key that was probably meant
        UnknownValue,  // value of `key`; choices are what exists
        NotANumber,    // value of `key`
    };

    Kind kind = Kind::UnknownValue;
    int position = 0; // of the wrong part, in UTF-16 units
    int length = 0;
    QString key;
    QString value;
    QStringList choices;
    bool didYouMean = false; // choices hold one likely value instead of all

    bool operator==(const QueryError &) const = default;
};

struct ParsedQuery {
    Query query;                     // all that could be read
    std::optional<QueryError> error; // the first one
};

// Takes any text, also a half-typed one. Tags complete among `knownTags`; if that is empty they are taken as
// typed.
ParsedQuery parseQuery(const QString &text, const QStringList &knownTags = {});

// «There is no level “exprt”. Levels are basic, intermediate and advanced.»
QString queryErrorText(const QueryError &error);

// Words and phrases that must occur, for highlighting.
QStringList queryWords(const Query &query);

// (start, length) of where the words begin tokens of the text: sorted, apart from each other. Tokens are runs
// of letters and digits; case and Latin diacritics are folded as SQLite's unicode61 with remove_diacritics 2
// folds them. A word of several tokens (before_request) matches them in a row, the last one as a prefix.
QList<QPair<int, int>> matchRanges(const QString &text, const QStringList &words);

} // namespace flaskcards
