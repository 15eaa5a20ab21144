// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/highlight.h"
#include "ui/themetokens.h"

#include <QTextCharFormat>

namespace flaskcards {

// How a token of code looks.
QTextCharFormat codeFormat(CodeToken token, const Tokens &colors);

} // namespace flaskcards
