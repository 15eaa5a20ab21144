// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString listOf(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(", "_L1) + " and "_L1 + words.last();
}

// What the values of a key are called.
QString nounOf(const QString &key)
{
    return key == "is"_L1 ? u"state"_s : key;
}

QString unknownValueText(const QueryError &error)
{
    const QString noun = nounOf(error.key);
    const QString start = u"There is no %1 “%2”. "_s.arg(noun, error.value);
    if (error.didYouMean)
        return start + u"Did you mean %1?"_s.arg(listOf(error.choices));
    return start + noun.left(1).toUpper() + noun.mid(1) + u"s are %1."_s.arg(listOf(error.choices));
}

} // namespace

QString queryErrorText(const QueryError &error)
{
    switch (error.kind) {
    case QueryError::Kind::UnknownFilter:
        return u"There is no filter “%1:”. Did you mean %2:?"_s.arg(error.value, listOf(error.choices));
    case QueryError::Kind::UnknownValue:
        return unknownValueText(error);
    case QueryError::Kind::NotANumber:
        return u"“%1” is not a number. Write asked:2 or asked:>2."_s.arg(error.value);
    }
    return {};
}

} // namespace flaskcards
