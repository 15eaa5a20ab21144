// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;

namespace flaskcards {

// Hands a link of a card to the browser. The only place that leaves the program: http and https, nothing
// else; call it for what a person clicked.
void openLink(const QUrl &url);

} // namespace flaskcards
