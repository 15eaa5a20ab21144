// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

using namespace flaskcards;

namespace {

constexpr int iconCount = static_cast<int>(Icon::Count);

QImage drawn(Icon icon, int side, const QColor &color)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(painter, icon, image.rect(), color);
    return image;
}

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 200;
    return count;
}

bool touchesEdge(const QImage &image)
{
    const int last = image.width() - 1;
    for (int i = 0; i <= last; ++i)
        for (const QPoint at : {QPoint(i, 0), QPoint(i, last), QPoint(0, i), QPoint(last, i)})
            if (image.pixelColor(at).alpha() > 0)
                return true;
    return false;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyIconDrawsSomethingInItsColour()
    {
        for (int i = 0; i < iconCount; ++i) {
            const QImage image = drawn(static_cast<Icon>(i), 80, Qt::red);
            QVERIFY2(inkedPixels(image) > 60, qPrintable(QString::number(i)));
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() == 255)
                        QCOMPARE(image.pixelColor(x, y), QColor(Qt::red));
        }
    }

    void noIconIsCutOff()
    {
        for (int i = 0; i < iconCount; ++i)
            QVERIFY2(!touchesEdge(drawn(static_cast<Icon>(i), 80, Qt::black)),
                     qPrintable(QString::number(i)));
    }

    void noTwoIconsAreAlike()
    {
        for (int i = 0; i < iconCount; ++i)
            for (int j = i + 1; j < iconCount; ++j)
                QVERIFY(drawn(static_cast<Icon>(i), 40, Qt::black) !=
                        drawn(static_cast<Icon>(j), 40, Qt::black));
    }

    void iconsOfActionsTakeTheColourOfTheTextAndFollowIt()
    {
        Theme theme(Theme::Mode::Light);
        const QIcon check = icon(Icon::Check);
        QCOMPARE(darkest(check, QIcon::Normal), lightTokens().text);
        QCOMPARE(darkest(check, QIcon::Disabled), lightTokens().disabled);
        QCOMPARE(darkest(check, QIcon::Selected), lightTokens().onFill);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(darkest(check, QIcon::Normal), darkTokens().text);
    }

    void iconsAreSharpAtEveryPixelRatio()
    {
        const QPixmap twice = icon(Icon::Today).pixmap(QSize(20, 20), 2.0);
        QCOMPARE(twice.size(), QSize(40, 40));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
        QVERIFY(inkedPixels(twice.toImage()) >
                inkedPixels(icon(Icon::Today).pixmap(QSize(20, 20), 1.0).toImage()) * 2);
    }

    void theProgramIconIsDrawnAtAllSizes()
    {
        for (const int side : {16, 32, 256}) {
            const QImage image = programIcon().pixmap(QSize(side, side), 1.0).toImage();
            QCOMPARE(image.size(), QSize(side, side));
            QVERIFY(inkedPixels(image) > side * side / 2);
        }
    }

    void flagsDifferInShape()
    {
        QList<QImage> shapes;
        for (int flag = 1; flag <= 7; ++flag) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintFlag(painter, flag, image.rect(), Qt::black);
            painter.end();
            QVERIFY(inkedPixels(image) > 150);
            QVERIFY(!shapes.contains(image));
            QVERIFY(!flagName(flag).isEmpty());
            shapes.append(image);
        }
    }

    void pathsAreReadAsTheyAreWritten()
    {
        const QPainterPath path = parseIconPath("M1 2l3 4h-2v-1z");
        QCOMPARE(path.elementAt(0), QPointF(1, 2));
        QCOMPARE(path.elementAt(1), QPointF(4, 6));
        QCOMPARE(path.elementAt(2), QPointF(2, 6));
        QCOMPARE(path.elementAt(3), QPointF(2, 5));
        QCOMPARE(parseIconPath("O5 5 2").boundingRect(), QRectF(3, 3, 4, 4));
        const QRectF upperHalf = parseIconPath("M0 5a5 1 10 0").boundingRect();
        QVERIFY(std::abs(upperHalf.top()) < 0.01 && std::abs(upperHalf.bottom() - 5) < 0.01);
    }

private:
    // The colour of the most opaque pixel.
    static QColor darkest(const QIcon &icon, QIcon::Mode mode)
    {
        const QImage image = icon.pixmap(QSize(80, 80), 1.0, mode).toImage();
        QColor best(Qt::transparent);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > best.alpha())
                    best = image.pixelColor(x, y);
        return best;
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
