// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/recitalpanels.h"

#include "ui/cardtext/checkline.h"
#include "ui/theme.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class RecitalPanelsTest : public QObject
{
    Q_OBJECT

private slots:
    void leftOutPointsAreListedForAllTopicsOrForOne()
    {
        const Theme theme(Theme::Mode::Light);
        RecitalPanels panels(theme);
        QList<WeakPoint> points{of(u"forms"_s, u"a form"_s)};
        for (int i = 0; i < 12; ++i)
            points.append(of(u"routing"_s, u"a route %1"_s.arg(i)));
        panels.show({}, points);
        QVERIFY(!panels.isHidden());
        QCOMPARE(rowsOf(panels), 8);
        choose(panels, u"Routing"_s);
        QCOMPARE(rowsOf(panels), 8);
        choose(panels, u"Forms"_s);
        QCOMPARE(rowsOf(panels), 1);
        panels.show({}, points); // after another answer
        QCOMPARE(rowsOf(panels), 1);
        panels.show({}, points.sliced(1)); // the only one of the chosen topic is known now
        QCOMPARE(rowsOf(panels), 8);
        QVERIFY(topicButton(panels)->isHidden());
        panels.show({}, {});
        QVERIFY(panels.isHidden());
    }

private:
    static WeakPoint of(const QString &topic, const QString &text)
    {
        return {.question = {1},
                .slug = u"q"_s,
                .topic = topic,
                .title = u"Why?"_s,
                .text = text,
                .record = {.missed = 1, .of = 2, .missedLast = true}};
    }
    static int rowsOf(const RecitalPanels &panels) { return int(panels.findChildren<LinkRow *>().size()); }
    static QPushButton *topicButton(const RecitalPanels &panels)
    {
        return panels.findChild<QPushButton *>(u"weakPointsTopic"_s);
    }
    static void choose(const RecitalPanels &panels, const QString &topic)
    {
        QMenu *menu = topicButton(panels)->menu();
        for (QAction *action : menu->actions()) {
            if (action->text() == topic)
                return action->trigger();
        }
        QFAIL(qPrintable(topic));
    }
};

QTEST_MAIN(RecitalPanelsTest)
#include "tst_recitalpanels.moc"
