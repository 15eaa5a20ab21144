// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the building blocks of the user interface into a picture, to be looked at:
//   gallery [--dark] [--scale 1|2] [--page NAME] [--font NAME] [--text PERCENT] [--width PX] OUT.png
//   gallery --program-icons FOLDER
#include "pages.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QPainter>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

int saveProgramIcons(const QString &folder)
{
    bool saved = QDir().mkpath(folder);
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        saved = saved && programIcon()
                             .pixmap(QSize(side, side), 1.0)
                             .save(u"%1/flaskcards-%2.png"_s.arg(folder).arg(side));
    return saved ? 0 : 1;
}

QImage pictureOf(QWidget &page, double scale)
{
    QImage image(page.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    page.render(&painter);
    return image;
}

void settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"dark"_s, u"The dark theme"_s},
                       {u"scale"_s, u"Pixel ratio"_s, u"ratio"_s, u"1"_s},
                       {u"page"_s, u"One of: %1"_s.arg(galleryPages().join(u' ')), u"name"_s, u"all"_s},
                       {u"font"_s, u"Font family"_s, u"name"_s, u"Inter"_s},
                       {u"text"_s, u"Text size in percent"_s, u"percent"_s, u"100"_s},
                       {u"width"_s, u"Width of the page"_s, u"pixels"_s, u"1280"_s},
                       {u"program-icons"_s, u"Save the program's icon there in all sizes"_s, u"folder"_s}});
    parser.addPositionalArgument(u"OUT.png"_s, u"The picture to write"_s);
    parser.process(application);
    if (parser.isSet(u"program-icons"_s))
        return saveProgramIcons(parser.value(u"program-icons"_s));
    if (parser.positionalArguments().size() != 1 ||
        (parser.value(u"page"_s) != "all"_L1 && !galleryPages().contains(parser.value(u"page"_s))))
        parser.showHelp(2);

    QFont font(parser.value(u"font"_s));
    font.setPointSizeF(10.5); // 14 px, as in the design
    QApplication::setFont(font);
    const Theme theme(parser.isSet(u"dark"_s) ? Theme::Mode::Dark : Theme::Mode::Light,
                      parser.value(u"text"_s).toInt());
    QApplication::setStyle(new Style(theme));

    const std::unique_ptr<QWidget> page =
        makeGalleryPage(parser.value(u"page"_s), theme, parser.value(u"width"_s).toInt());
    page->show();
    page->activateWindow();
    settle();
    focusSample(*page);
    settle();
    const bool saved =
        pictureOf(*page, parser.value(u"scale"_s).toDouble()).save(parser.positionalArguments().constFirst());
    if (!saved)
        QTextStream(stderr) << "cannot write " << parser.positionalArguments().constFirst() << '\n';
    return saved ? 0 : 1;
}
