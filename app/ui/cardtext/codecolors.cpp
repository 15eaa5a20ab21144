// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/codecolors.h"

namespace flaskcards {

QTextCharFormat codeFormat(CodeToken token, const Tokens &colors)
{
    QTextCharFormat format;
    switch (token) {
    case CodeToken::Plain:
        format.setForeground(colors.codePlain);
        break;
    case CodeToken::Keyword:
        format.setForeground(colors.codeKeyword);
        break;
    case CodeToken::String:
        format.setForeground(colors.codeString);
        break;
    case CodeToken::Number:
        format.setForeground(colors.codeNumber);
        break;
    case CodeToken::Comment:
        format.setForeground(colors.codeComment);
        format.setFontItalic(true);
        break;
    case CodeToken::Function:
        format.setForeground(colors.codeFunction);
        break;
    case CodeToken::Decorator:
        format.setForeground(colors.codeDecorator);
        break;
    case CodeToken::Builtin:
        format.setForeground(colors.codeBuiltin);
        break;
    }
    return format;
}

} // namespace flaskcards
