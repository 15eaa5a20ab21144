// SPDX-License-Identifier: GPL-3.0-or-later
// The floor: nothing but an empty main window.
#include "firstpaint.h"

#include <QMainWindow>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    application.installEventFilter(new flaskcards::bench::FirstPaint(&application));
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
