// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themetokens.h"

#include <algorithm>
#include <cmath>

namespace flaskcards {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Tokens lightTokens()
{
    return {
        .window = 0xF6F5F2,
        .surface = 0xFFFFFF,
        .raised = 0xFFFFFF,
        .sunken = 0xF1EFEA,
        .border = 0xDDDAD3,
        .edge = 0x8A857C,
        .text = 0x1E2226,
        .text2 = 0x5A5F66,
        .disabled = 0x9A9C9F,
        .accent = 0x0F6B66,
        .fill = 0x0F6B66,
        .fillHover = 0x0C5B57,
        .fillPressed = 0x094945,
        .onFill = 0xFFFFFF,
        .tint = 0xE4F0EE,
        .link = 0x1B5DA6,
        .focus = 0x1B66C9,
        .selection = 0xCDE4E1,
        .onSelection = 0x14181B,
        .mark = 0xFFE48A,
        .onMark = 0x1E2226,
        .success = 0x22713A,
        .warn = 0x8A5600,
        .danger = 0xB0351F,
        .successTint = 0xE6F2E8,
        .warnTint = 0xFBF0DA,
        .dangerTint = 0xFAE9E5,
        .ratings = {0xA8321C, 0xBD7C00, 0x0E7A74, 0x6A6AD6},
        .flags = {0xC0392B, 0xB65C00, 0x2E7D32, 0x1F66C1, 0xB93A7D, 0x0B7C86, 0x7A4CC2},
        .chart = 0x0F6B66,
        .grid = 0xDAD6CE,
        .heat = {0xEBE8E2, 0xBFDDD9, 0x85BFB8, 0x459991, 0x1A726C, 0x08423F},
        .codePlain = 0x44494F,
        .codeKeyword = 0x8A2C6B,
        .codeString = 0x2C6A2E,
        .codeNumber = 0x8C4700,
        .codeComment = 0x666B71,
        .codeFunction = 0x1B5DA6,
        .codeDecorator = 0x7A5200,
        .codeBuiltin = 0x0F6B66,
    };
}

Tokens darkTokens()
{
    return {
        .window = 0x16181A,
        .surface = 0x1E2023,
        .raised = 0x272A2E,
        .sunken = 0x23262B,
        .border = 0x33373C,
        .edge = 0x767C83,
        .text = 0xE9E7E2,
        .text2 = 0xA9ACAF,
        .disabled = 0x696D72,
        .accent = 0x63C5B9,
        .fill = 0x1D7A72,
        .fillHover = 0x1F7F77,
        .fillPressed = 0x176660,
        .onFill = 0xFFFFFF,
        .tint = 0x1C3532,
        .link = 0x8BBBF2,
        .focus = 0x8BBBF2,
        .selection = 0x1F433D,
        .onSelection = 0xF4F2ED,
        .mark = 0x5A4700,
        .onMark = 0xFFEFB5,
        .success = 0x7FCC8E,
        .warn = 0xE6B75C,
        .danger = 0xF4917B,
        .successTint = 0x1D3224,
        .warnTint = 0x382C14,
        .dangerTint = 0x3B221D,
        .ratings = {0xE8694F, 0xF3C766, 0x3FB0A5, 0xA9ADFA},
        .flags = {0xF07A6A, 0xF2A65A, 0x7CC784, 0x82B4F5, 0xF08FC0, 0x58C9D2, 0xBFA0F5},
        .chart = 0x3E9F95,
        .grid = 0x3A3E44,
        .heat = {0x292C30, 0x1F4A45, 0x2A6F68, 0x3A978D, 0x63C5B9, 0xB5F0E7},
        .codePlain = 0xC9C8C4,
        .codeKeyword = 0xE294C4,
        .codeString = 0x98CF8E,
        .codeNumber = 0xEDB27A,
        .codeComment = 0x959A9F,
        .codeFunction = 0x8BBBF2,
        .codeDecorator = 0xE2BF6C,
        .codeBuiltin = 0x6FCFC3,
    };
}

Tokens tokensOf(const QPalette &system)
{
    const QColor window = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    Tokens t = window.lightness() < 128 ? darkTokens() : lightTokens();
    t.window = t.surface = t.raised = t.sunken = t.tint = window;
    t.successTint = t.warnTint = t.dangerTint = window;
    t.text = t.text2 = t.border = t.edge = t.accent = text;
    t.disabled = system.color(QPalette::Disabled, QPalette::WindowText);
    t.fill = t.fillHover = t.fillPressed = t.selection = system.color(QPalette::Highlight);
    t.onFill = t.onSelection = system.color(QPalette::HighlightedText);
    t.link = system.color(QPalette::Link);
    t.focus = t.fill;
    return t;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace flaskcards
