// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a person starts it, ended after its first paint:  bench_fullwindow DATA
#include "firstpaint.h"
#include "library/translation.h"
#include "ui/window.h"

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    flaskcards::installTranslation();
    application.installEventFilter(new flaskcards::bench::FirstPaint(&application));
    const flaskcards::SystemClock clock;
    return flaskcards::showWindow({QString::fromLocal8Bit(argv[1]), QString()}, clock);
}
