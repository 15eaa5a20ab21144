// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/preferences.h"
#include "ui/actions.h"
#include "ui/settings/keyspage.h"
#include "ui/study/studybar.h"
#include "ui/study/studyfoot.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequenceEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class KeysTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { takeOwnKeys({}); }

    void everyCommandHasItsOwnKeysWhereItCanBeAskedFor()
    {
        KeysPage page(m_theme, nullptr);
        page.fill({});
        Preferences read;
        const auto problem = page.read(read);
        QVERIFY2(!problem, problem ? qPrintable(problem->sentence) : "");
        QCOMPARE(read.keys, (QHash<QString, QString>()));
        // Of the defaults none is checked against the others: they came so.
        for (const CommandInfo &a : defaultCommands()) {
            for (const CommandInfo &b : defaultCommands()) {
                if (a.command == b.command || a.group != b.group)
                    continue;
                for (const QKeySequence &key : a.keys)
                    QVERIFY2(!b.keys.contains(key), qPrintable(commandName(a.command)));
            }
        }
    }

    void anOwnKeyHoldsAtOnceForActionsThatAreThere()
    {
        QObject owner;
        QAction *skip = makeAction(Command::Skip, &owner);
        takeOwnKeys({{u"Skip"_s, u"J"_s}});
        QCOMPARE(skip->shortcuts(), QList<QKeySequence>{QKeySequence(u"J"_s)});
        QVERIFY2(skip->toolTip().contains(u"(J)"_s), qPrintable(skip->toolTip()));
        QCOMPARE(commandKeys(commandInfo(Command::Skip)), u"J"_s);
        takeOwnKeys({});
        QCOMPARE(skip->shortcuts(), QList<QKeySequence>{QKeySequence(u"S"_s)});
    }

    // As when a later version brings a command with a key that the person gave away before.
    void aDefaultGivesWayToAPersonsOwnKey()
    {
        QObject owner;
        QAction *keep = makeAction(Command::KeepVoice, &owner);
        QAction *tags = makeAction(Command::TagRows, &owner);
        QAction *reveal = makeAction(Command::Reveal, &owner);
        takeOwnKeys({{u"Skip"_s, u"K"_s}, {u"Bury"_s, u"T"_s}, {u"Search"_s, u"Return"_s}});
        QVERIFY(keep->shortcuts().isEmpty());
        QVERIFY2(!keep->toolTip().contains(u'('), qPrintable(keep->toolTip()));
        QCOMPARE(tags->shortcuts(), QList<QKeySequence>{QKeySequence(u"T"_s)}); // at another place
        QCOMPARE(reveal->shortcuts(), (QList<QKeySequence>{Qt::Key_Space, Qt::Key_Enter}));
        takeOwnKeys({{u"Skip"_s, u"K"_s}, {u"KeepVoice"_s, u"J"_s}});
        QCOMPARE(keep->shortcuts(), QList<QKeySequence>{QKeySequence(u"J"_s)});
    }

    void aKeyThatWasGivenAwayIsShownAsMissing()
    {
        KeysPage page(m_theme, nullptr);
        Preferences given;
        given.keys = {{u"Skip"_s, u"K"_s}};
        page.fill(given);
        QVERIFY(field(page, "keyKeepVoice")->keySequence().isEmpty());
        Preferences read;
        QVERIFY(!page.read(read)); // it may stay so
        QCOMPARE(read.keys, given.keys);
        press(page, "keyKeepVoice", Qt::Key_K);
        QVERIFY(page.read(read));
        press(page, "keyKeepVoice", Qt::Key_J);
        QVERIFY(!page.read(read));
        QCOMPARE(read.keys, (QHash<QString, QString>{{u"Skip"_s, u"K"_s}, {u"KeepVoice"_s, u"J"_s}}));
    }

    void hintsOnButtonsFollowAtOnce()
    {
        StudyBar bar(m_theme);
        StudyFoot foot(m_theme);
        auto *end = bar.findChild<Button *>(u"end"_s);
        auto *sure = foot.findChild<Button *>(u"sure"_s);
        auto *good = foot.findChild<GradeButton *>(u"grade3"_s);
        takeOwnKeys({{u"EndSitting"_s, u"Q"_s}, {u"Sure"_s, u"J"_s}, {u"Good"_s, u"G"_s}});
        QVERIFY2(end->toolTip().contains(u"(Q)"_s), qPrintable(end->toolTip()));
        QVERIFY2(sure->text().contains(u"(J)"_s), qPrintable(sure->text()));
        QVERIFY2(good->toolTip().contains(u"(G)"_s), qPrintable(good->toolTip()));
    }

    void whatIsNoKeyOrNoCommandChangesNothing()
    {
        takeOwnKeys({{u"Skip"_s, u""_s}, {u"Bury"_s, u"no such key"_s}, {u"Fly"_s, u"J"_s}});
        for (const CommandInfo &info : defaultCommands())
            QCOMPARE(commandInfo(info.command).keys, info.keys);
    }

    void aKeyPressedInAFieldIsKept()
    {
        KeysPage page(m_theme, nullptr);
        page.fill({});
        press(page, "keySkip", Qt::Key_J);
        Preferences read;
        QVERIFY(!page.read(read));
        QCOMPARE(read.keys, (QHash<QString, QString>{{u"Skip"_s, u"J"_s}}));
        KeysPage again(m_theme, nullptr);
        again.fill(read);
        QCOMPARE(field(again, "keySkip")->keySequence(), QKeySequence(u"J"_s));
        QTest::mouseClick(again.findChild<QAbstractButton *>(u"resetKeys"_s), Qt::LeftButton);
        QVERIFY(!again.read(read));
        QVERIFY(read.keys.isEmpty());
    }

    void aConflictNamesWhatTheKeyMeansAlready_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("means");
        QTest::newRow("same place") << int(Qt::Key_I) << u"Why this card"_s;
        QTest::newRow("an option") << int(Qt::Key_B) << u"Choose an option"_s;
        QTest::newRow("a second key") << int(Qt::Key_Return) << u"Show the answer"_s;
        QTest::newRow("anywhere") << int(Qt::Key_F1) << u"All keys"_s;
    }
    void aConflictNamesWhatTheKeyMeansAlready()
    {
        QFETCH(int, key);
        QFETCH(QString, means);
        KeysPage page(m_theme, nullptr);
        page.fill({});
        press(page, "keySkip", Qt::Key(key));
        Preferences read;
        const auto problem = page.read(read);
        QVERIFY(problem);
        QCOMPARE(problem->field, static_cast<QWidget *>(field(page, "keySkip")));
        QVERIFY2(problem->sentence.contains(means), qPrintable(problem->sentence));
    }

    void twoPlacesMayUseTheSameKey()
    {
        KeysPage page(m_theme, nullptr);
        page.fill({});
        press(page, "keySkip", Qt::Key_T); // tags, in Browse
        Preferences read;
        QVERIFY(!page.read(read));
    }

private:
    static QKeySequenceEdit *field(const KeysPage &page, const char *name)
    {
        return page.findChild<QKeySequenceEdit *>(QLatin1StringView(name));
    }
    static void press(const KeysPage &page, const char *name, Qt::Key key)
    {
        QKeySequenceEdit *edit = field(page, name);
        QVERIFY(edit);
        edit->clear();
        QTest::keyClick(edit, key);
    }

    const Theme m_theme{Theme::Mode::Light};
};

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
