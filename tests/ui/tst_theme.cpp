// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

struct Pair {
    const char *name;
    QColor front, back;
};

QList<Pair> textPairs(const Tokens &t)
{
    return {{"text on window", t.text, t.window},
            {"text on surface", t.text, t.surface},
            {"text on raised", t.text, t.raised},
            {"text on sunken", t.text, t.sunken},
            {"text on tint", t.text, t.tint},
            {"text2 on window", t.text2, t.window},
            {"text2 on surface", t.text2, t.surface},
            {"text2 on raised", t.text2, t.raised},
            {"text2 on sunken", t.text2, t.sunken},
            {"text2 on tint", t.text2, t.tint},
            {"text2 on selection", t.text2, t.selection},
            {"accent on window", t.accent, t.window},
            {"accent on surface", t.accent, t.surface},
            {"accent on tint", t.accent, t.tint},
            {"onFill on fill", t.onFill, t.fill},
            {"onFill on fillHover", t.onFill, t.fillHover},
            {"onFill on fillPressed", t.onFill, t.fillPressed},
            {"link on window", t.link, t.window},
            {"link on surface", t.link, t.surface},
            {"link on sunken", t.link, t.sunken},
            {"onSelection on selection", t.onSelection, t.selection},
            {"onMark on mark", t.onMark, t.mark},
            {"success on window", t.success, t.window},
            {"success on surface", t.success, t.surface},
            {"success on successTint", t.success, t.successTint},
            {"warn on window", t.warn, t.window},
            {"warn on surface", t.warn, t.surface},
            {"warn on warnTint", t.warn, t.warnTint},
            {"danger on window", t.danger, t.window},
            {"danger on surface", t.danger, t.surface},
            {"danger on dangerTint", t.danger, t.dangerTint},
            {"text on successTint", t.text, t.successTint},
            {"text on warnTint", t.text, t.warnTint},
            {"text on dangerTint", t.text, t.dangerTint},
            {"text2 on warnTint", t.text2, t.warnTint},
            {"surface on success", t.surface, t.success},
            {"surface on danger", t.surface, t.danger},
            {"text on h0", t.text, t.heat[0]},
            {"plain code", t.codePlain, t.sunken},
            {"keyword", t.codeKeyword, t.sunken},
            {"string", t.codeString, t.sunken},
            {"number", t.codeNumber, t.sunken},
            {"comment", t.codeComment, t.sunken},
            {"function", t.codeFunction, t.sunken},
            {"decorator", t.codeDecorator, t.sunken},
            {"builtin", t.codeBuiltin, t.sunken}};
}

QList<Pair> markPairs(const Tokens &t)
{
    QList<Pair> pairs = {{"edge on window", t.edge, t.window},    {"edge on surface", t.edge, t.surface},
                         {"focus on window", t.focus, t.window},  {"focus on surface", t.focus, t.surface},
                         {"fill on window", t.fill, t.window},    {"fill on surface", t.fill, t.surface},
                         {"chart on surface", t.chart, t.surface}};
    for (const QColor &rating : t.ratings)
        pairs << Pair{"rating on surface", rating, t.surface} << Pair{"rating on window", rating, t.window};
    for (const QColor &flag : t.flags)
        pairs << Pair{"flag on surface", flag, t.surface};
    return pairs;
}

void compareContrast(const QList<Pair> &pairs, double least)
{
    for (const Pair &pair : pairs)
        QVERIFY2(
            contrast(pair.front, pair.back) >= least,
            qPrintable(u"%1: %2"_s.arg(QLatin1StringView(pair.name)).arg(contrast(pair.front, pair.back))));
}

QColor pixel(QWidget &widget, QPoint at)
{
    return widget.grab().toImage().pixelColor(at);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QApplication::setPalette(m_systemPalette);
        QApplication::setFont(m_systemFont);
    }

    void contrastIsThatOfTheWebGuidelines()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
    }

    void textIsReadableInBothTables()
    {
        compareContrast(textPairs(lightTokens()), 4.5);
        compareContrast(textPairs(darkTokens()), 4.5);
    }

    void outlinesAndMarksAreVisibleInBothTables()
    {
        compareContrast(markPairs(lightTokens()), 3.0);
        compareContrast(markPairs(darkTokens()), 3.0);
    }

    void heatStepsDifferFromEachOther()
    {
        for (const Tokens &t : {lightTokens(), darkTokens()})
            for (size_t step = 1; step < t.heat.size(); ++step)
                QVERIFY(contrast(t.heat[step - 1], t.heat[step]) > 1.15);
    }

    void theApplicationGetsPaletteAndFont()
    {
        const Theme theme(Theme::Mode::Dark, 150);
        const Tokens t = darkTokens();
        QCOMPARE(QApplication::palette().color(QPalette::Window), t.window);
        QCOMPARE(QApplication::palette().color(QPalette::Base), t.surface);
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), t.fill);
        QCOMPARE(QApplication::palette().color(QPalette::Link), t.link);
        QCOMPARE(QApplication::palette().color(QPalette::Disabled, QPalette::Text), t.disabled);
        QCOMPARE(theme.rowPalette().color(QPalette::Inactive, QPalette::Highlight), t.selection);
        QCOMPARE(QApplication::font().pointSizeF(), m_systemFont.pointSizeF() * 1.5);
    }

    void systemModeFollowsTheSystemsWindow()
    {
        QVERIFY(!Theme(Theme::Mode::System).isDark());
        QApplication::setPalette(QPalette(QColor(0x2A2E32)));
        QVERIFY(Theme(Theme::Mode::System).isDark());
    }

    void aHighContrastPaletteIsLeftAlone()
    {
        QPalette own(Qt::black);
        for (const auto role : {QPalette::WindowText, QPalette::Text})
            own.setColor(role, Qt::white);
        own.setColor(QPalette::Window, Qt::black);
        own.setColor(QPalette::Highlight, Qt::yellow);
        QApplication::setPalette(own);
        const Theme theme(Theme::Mode::System);
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor(Qt::yellow));
        QCOMPARE(theme.colors().window, QColor(Qt::black));
        QCOMPARE(theme.colors().ratings, darkTokens().ratings);
    }

    void switchingTellsAndRepaintsWhatIsShown()
    {
        Theme theme(Theme::Mode::Light);
        QApplication::setStyle(new Style(theme));
        QWidget window;
        window.resize(100, 100);
        window.show();
        QSignalSpy changed(&theme, &Theme::changed);
        QCOMPARE(pixel(window, {50, 50}), lightTokens().window);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
        QTRY_COMPARE(pixel(window, {50, 50}), darkTokens().window);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
        QApplication::setStyle(u"Fusion"_s);
    }

    void textScaleStaysBetween80And200()
    {
        Theme theme(Theme::Mode::Light);
        const int before = theme.px(100);
        theme.setTextScale(1000);
        QCOMPARE(theme.textScale(), 200);
        QVERIFY(std::abs(theme.px(100) - 2 * before) <= 1);
        theme.setTextScale(1);
        QCOMPARE(theme.textScale(), 80);
        theme.enlarge();
        QCOMPARE(theme.textScale(), 90);
    }

    void aLineIsNeverThinnerThanAPixel()
    {
        const Theme theme(Theme::Mode::Light, 80);
        QCOMPARE(theme.px(1), 1);
        QCOMPARE(theme.px(0.3), 1);
        QCOMPARE(theme.px(0), 0);
    }

    void rolesHaveTheirSizesAndWeights()
    {
        const Theme theme(Theme::Mode::Light);
        const double base = theme.font(TextRole::Interface).pointSizeF();
        QCOMPARE(theme.font(TextRole::Question).pointSizeF(), base * 1.85);
        QCOMPARE(theme.font(TextRole::Question).weight(), QFont::DemiBold);
        QCOMPARE(theme.font(TextRole::Reading).weight(), QFont::Normal);
        QVERIFY(theme.font(TextRole::Code).fixedPitch());
        QCOMPARE(theme.font(TextRole::Code).families().first(), u"JetBrains Mono NL"_s);
        QCOMPARE(theme.lineHeight(TextRole::Reading), qRound(theme.em() * 1.2 * 1.6));
    }

    void fieldsHaveAnOutlineThatCanBeSeen()
    {
        Theme theme(Theme::Mode::Dark);
        QApplication::setStyle(new Style(theme));
        QWidget window;
        QLineEdit field(&window);
        field.resize(200, 40);
        window.resize(300, 100);
        QCOMPARE(pixel(field, {100, 0}), theme.colors().edge);
        field.setProperty("invalid", true);
        QCOMPARE(pixel(field, {100, 0}), theme.colors().danger);
        field.setEnabled(false);
        field.setProperty("invalid", false);
        QCOMPARE(pixel(field, {100, 0}), theme.colors().border);
        QApplication::setStyle(u"Fusion"_s);
    }

    void aTickedBoxIsFilled()
    {
        Theme theme(Theme::Mode::Light);
        QApplication::setStyle(new Style(theme));
        QCheckBox box(u"x"_s);
        box.resize(100, 40);
        const QPoint inside(theme.px(16), 20 + theme.px(6)); // beside the tick
        QCOMPARE(pixel(box, inside), theme.colors().surface);
        box.setChecked(true);
        QCOMPARE(pixel(box, inside), theme.colors().fill);
        QApplication::setStyle(u"Fusion"_s);
    }

    void scrollBarsTakeTheSliderWhereItIsDrawn()
    {
        Theme theme(Theme::Mode::Light);
        QApplication::setStyle(new Style(theme));
        QScrollBar bar(Qt::Vertical);
        bar.resize(bar.sizeHint().width(), 200);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        bar.setValue(300);
        QCOMPARE(pixel(bar, {bar.width() / 2, 180}), theme.colors().edge);
        QTest::mousePress(&bar, Qt::LeftButton, {}, {bar.width() / 2, 180});
        QTest::mouseMove(&bar, {bar.width() / 2, 30});
        QVERIFY(bar.value() < 50);
        QApplication::setStyle(u"Fusion"_s);
    }

private:
    const QPalette m_systemPalette = QApplication::palette();
    const QFont m_systemFont = QApplication::font();
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
