// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include "library/words.h"
#include "ui/mainwindow.h"
#include "ui/openfailure.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/thememode.h"

#include <QApplication>

namespace flaskcards {

int showWindow(const LibraryPlace &place, const Clock &clock)
{
    QGuiApplication::setDesktopFileName(QStringLiteral("flaskcards"));
    auto library = Library::open(place, clock);
    Theme theme(library ? themeMode((*library)->preferences().theme) : Theme::Mode::System,
                library ? (*library)->preferences().textPercent : 100);
    QApplication::setStyle(new Style(theme));
    while (!library) {
        if (OpenFailure(theme, library.error()).exec() != QDialog::Accepted)
            return 1;
        library = Library::open(place, clock);
    }
    MainWindow window(**library, theme);
    window.show();
    return QApplication::exec();
}

} // namespace flaskcards
