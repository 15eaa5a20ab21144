// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace flaskcards {

void installTranslation()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), u"flaskcards"_s, u"_"_s, u":/i18n"_s) ||
        translator->load(u":/i18n/flaskcards_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace flaskcards
