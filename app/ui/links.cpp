// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/links.h"

#include <QDesktopServices>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace flaskcards {

void openLink(const QUrl &url)
{
    const bool leadsToTheWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (leadsToTheWeb && url.isValid() && !url.host().isEmpty())
        QDesktopServices::openUrl(url);
}

} // namespace flaskcards
