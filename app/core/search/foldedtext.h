// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace flaskcards {

// A text cut and folded as the full-text index does it (unicode61, remove_diacritics 2): exact for Latin,
// near for other scripts.
struct FoldedText {
    struct Token {
        qsizetype begin = 0; // in folded
        qsizetype end = 0;
        qsizetype textEnd = 0; // in the text
    };
    QString folded;          // the tokens one behind the other, without gaps
    QList<qsizetype> origin; // for every unit of folded its place in the text
    QList<Token> tokens;

    QStringView word(const Token &token) const
    {
        return QStringView(folded).sliced(token.begin, token.end - token.begin);
    }
};

FoldedText foldedText(QStringView text);

bool hasToken(QStringView text);

} // namespace flaskcards
