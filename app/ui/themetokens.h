// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace flaskcards {

// Every colour of the program by what it is for. Widgets read them while painting and keep none.
struct Tokens {
    QColor window, surface, raised, sunken, border, edge;
    QColor text, text2, disabled;
    QColor accent, fill, fillHover, fillPressed, onFill, tint;
    QColor link, focus, selection, onSelection, mark, onMark;
    QColor success, warn, danger, successTint, warnTint, dangerTint;

    std::array<QColor, 4> ratings; // Again, Hard, Good, Easy
    std::array<QColor, 7> flags;   // red, orange, green, blue, pink, turquoise, purple
    QColor chart, grid;
    std::array<QColor, 6> heat; // h0 (an empty day, the rest of a bar) to h5

    QColor codePlain, codeKeyword, codeString, codeNumber, codeComment, codeFunction, codeDecorator,
        codeBuiltin; // on `sunken`
};

Tokens lightTokens();
Tokens darkTokens();

// The system's own high contrast colours; ratings, flags, charts and code are taken from the nearer of our
// tables.
Tokens tokensOf(const QPalette &system);

// WCAG contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace flaskcards
