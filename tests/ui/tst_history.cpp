// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/questions.h"
#include "ui/history/historydialog.h"
#include "ui/history/historylist.h"
#include "ui/history/historymodel.h"
#include "ui/history/undonotice.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

QList<const QObject *> heard;

} // namespace

// In the place of Qt's own, which hands nothing on where there is no screen reader.
void QAccessible::updateAccessibility(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert)
        heard.append(event->object());
}

// Undo, redo and the history as a person has them: by keys and words.
class HistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(12);
        openWindow();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_window.reset();
        m_library.reset();
    }

    // scenario 25
    void ctrlZSaysWhatItTookBackAndCanBeDoneAgain()
    {
        const QString before = dump(*m_library);
        flag(1, 2);
        const QString after = dump(*m_library);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(said(), u"Taken back: Flag “Question number 1?”"_s);
        QCOMPARE(dump(*m_library), before);
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(said(), u"Done again: Flag “Question number 1?”"_s);
        QCOMPARE(dump(*m_library), after);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(dump(*m_library), after);
    }

    void aKeyHeldDownTakesBackOneStep()
    {
        int found = 0;
        for (const QAction *action : m_window->actions()) {
            if (action->shortcut() != QKeySequence(u"Ctrl+Z"_s) &&
                action->shortcut() != QKeySequence(u"Ctrl+Shift+Z"_s))
                continue;
            QVERIFY(!action->autoRepeat());
            ++found;
        }
        QCOMPARE(found, 2);
    }

    void whenThereIsNothingItSaysSo()
    {
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(said(), u"There is nothing to take back."_s);
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(said(), u"There is nothing to do again."_s);
    }

    void theNoticeLeavesTheFocusIsHeardAndGoesWithTheNextStep()
    {
        QWidget *focus = QApplication::focusWidget();
        flag(1, 2);
        heard.clear();
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(heard, QList<const QObject *>{notice()});
        QCOMPARE(QApplication::focusWidget(), focus);
        QVERIFY(m_window->rect().contains(notice()->geometry()));
        flag(2, 2);
        QVERIFY(!notice()->isVisible());
    }

    void itsButtonsDoWhatTheirKeysDo()
    {
        flag(1, 2);
        const QString after = dump(*m_library);
        key(Qt::Key_Z, Qt::ControlModifier);
        offer(u"Do again"_s)->click();
        QCOMPARE(dump(*m_library), after);
        offer(u"Take back"_s)->click();
        QCOMPARE(said(), u"Taken back: Flag “Question number 1?”"_s);
    }

    void aStepOfAnEarlierStartIsOnlyTakenBackWhenAskedTwice()
    {
        flag(1, 2);
        const QString before = dump(*m_library);
        m_window.reset();
        m_library.reset();
        m_place->clock.advanceMs(86'400'000);
        openWindow();
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(said(), u"Press Ctrl+Z again to take this back"_s);
        QCOMPARE(notice()->accessibleDescription(), u"Flag “Question number 1?” (yesterday, 09:00)"_s);
        QCOMPARE(dump(*m_library), before);
        notice()->hide(); // after some seconds
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(dump(*m_library), before);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(dump(*m_library) != before);
        QVERIFY(said().startsWith(u"Taken back"_s));
    }

    void whatAnotherCopyChangedSinceIsSaidToStay()
    {
        flag(1, 2);
        Operation merged = flagOperation({question(1)}, 5);
        merged.label.clear();
        QVERIFY(m_library->apply(merged));
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(notice()->accessibleDescription().contains(u"stays as it is now"_s));
    }

    void whatCannotBeSavedIsSaidAndNothingHasChanged()
    {
        flag(1, 2);
        const QString before = dump(*m_library);
        QVERIFY(m_library->store().database.executeScript("PRAGMA query_only=ON"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(said(), u"This was not taken back."_s);
        QVERIFY(m_library->store().database.executeScript("PRAGMA query_only=OFF"));
        QCOMPARE(dump(*m_library), before);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(dump(*m_library) != before);
    }

    void inASittingUTakesBackAndTheButtonSaysWhat()
    {
        key(Qt::Key_2, Qt::AltModifier);
        const QString first = onTable();
        QCOMPARE(undoButton()->accessibleName(), u"Undo"_s);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QTRY_VERIFY(onTable() != first);
        QCOMPARE(undoButton()->accessibleName(), u"Take back: Answer “%1”: Good"_s.arg(first));
        QVERIFY(undoButton()->toolTip().endsWith(u"(Ctrl+Z, U)"_s));
        key(Qt::Key_U);
        QTRY_COMPARE(onTable(), first);
        QCOMPARE(said(), u"Taken back: Answer “%1”: Good"_s.arg(first));
        QVERIFY(notice()->geometry().bottom() < foot()->mapTo(m_window.get(), QPoint()).y());
        key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(onTable() != first);
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void fromTheSummaryUndoGoesBackToTheCard()
    {
        key(Qt::Key_2, Qt::AltModifier);
        const QString first = onTable();
        key(Qt::Key_Space);
        key(Qt::Key_3);
        key(Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"summary"_s)->isVisible());
        key(Qt::Key_U);
        QTRY_COMPARE(onTable(), first);
        QVERIFY(!m_window->findChild<QLabel *>(u"summary"_s)->isVisible());
        QVERIFY(!m_window->findChild<QAbstractButton *>(u"reveal"_s)->isVisible());
    }

    void anAnswerTakenBackFromAnotherPageIsOnTheTableAgain()
    {
        key(Qt::Key_2, Qt::AltModifier);
        const QString first = onTable();
        key(Qt::Key_Space);
        key(Qt::Key_3);
        key(Qt::Key_1, Qt::AltModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(said(), u"Taken back: Answer “%1”: Good"_s.arg(first));
        key(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(onTable(), first);
        QVERIFY(m_window->findChild<QLabel *>(u"where"_s)->text().startsWith(u"1 of"_s));
    }

    void ctrlHOpensTheHistory()
    {
        flag(1, 2);
        bool opened = false;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<HistoryDialog *>(QApplication::activeModalWidget());
            opened = dialog && dialog->isVisible();
            if (dialog)
                QTest::keyClick(dialog, Qt::Key_Escape);
        });
        key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(opened);
    }

    void theHistoryNamesDaysTimesAndThePresent()
    {
        flag(1, 2);
        m_place->clock.advanceMs(2 * 86'400'000LL + 5 * 3'600'000);
        suspendAll();
        QVERIFY(m_library->undo());
        openHistory();
        QCOMPARE(lines(), (QStringList{u"Today"_s, u"14:00, Suspend 12 question(s), taken back"_s,
                                       u"You are here; what is above was taken back"_s, u"20 November"_s,
                                       u"09:00, Flag “Question number 1?”"_s}));
        QCOMPARE(current(), u"Flag “Question number 1?”"_s);
        QAbstractItemModelTester tester(list()->model());
    }

    // scenario 25
    void returnGoesBackToBeforeTheStepAndForthAgain()
    {
        const QString before = dump(*m_library);
        for (int i = 1; i <= 4; ++i)
            flag(i, i);
        const QString after = dump(*m_library);
        openHistory();
        QCOMPARE(current(), u"Flag “Question number 4?”"_s);
        for (int i = 0; i < 3; ++i)
            dialogKey(Qt::Key_Down);
        QCOMPARE(current(), u"Flag “Question number 1?”"_s);
        QCOMPARE(act()->text(), u"Take back 4 step(s)"_s);
        dialogKey(Qt::Key_Return);
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(words(), u"4 step(s) taken back"_s);
        QCOMPARE(current(), u"Flag “Question number 1?”"_s);
        for (int i = 0; i < 2; ++i)
            dialogKey(Qt::Key_Up);
        QCOMPARE(act()->text(), u"Do 3 step(s) again"_s);
        dialogKey(Qt::Key_Return);
        QCOMPARE(words(), u"3 step(s) done again"_s);
        dialogKey(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(dump(*m_library), after);
        dialogKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(words(), u"Taken back: Flag “Question number 4?”"_s);
        QVERIFY(m_dialog->isVisible());
    }

    void aFailureLeavesAllStepsAndSaysSo()
    {
        for (int i = 1; i <= 4; ++i)
            flag(i, i);
        const QString before = dump(*m_library);
        openHistory();
        dialogKey(Qt::Key_End);
        QVERIFY(m_library->store().database.executeScript("PRAGMA query_only=ON"));
        dialogKey(Qt::Key_Return);
        QVERIFY(m_library->store().database.executeScript("PRAGMA query_only=OFF"));
        QVERIFY2(words().contains(u"cannot be read or written"_s), qPrintable(words()));
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(act()->text(), u"Take back 4 step(s)"_s);
    }

    void twoHundredStepsAreScrolledByKeysAlone()
    {
        for (int i = 0; i < 230; ++i) {
            m_place->clock.advanceMs(3'600'000);
            flag(i % 12, 1 + i / 12 % 7); // another one than before: else it is no step
        }
        openHistory();
        dialogKey(Qt::Key_End);
        QCOMPARE(act()->text(), u"Take back 200 step(s)"_s);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
        dialogKey(Qt::Key_Return);
        QCOMPARE(act()->text(), u"Do 1 step(s) again"_s);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
        dialogKey(Qt::Key_Home);
        QCOMPARE(act()->text(), u"Do 200 step(s) again"_s);
        dialogKey(Qt::Key_PageDown);
        QVERIFY(!current().isEmpty());
    }

    void anEmptyHistorySaysSo()
    {
        openHistory();
        auto *empty = m_dialog->findChild<QWidget *>(u"empty"_s);
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), u"Nothing was done yet"_s);
        QVERIFY(!act()->isEnabled());
        dialogKey(Qt::Key_Return);
        dialogKey(Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void deletedQuestionsAreBroughtBackByKey()
    {
        deleteOwn(3);
        deleteOwn(7);
        openHistory();
        showDeleted();
        QCOMPARE(lines(), (QStringList{u"Question number 3?, Routing"_s, u"Question number 7?, Routing"_s}));
        list()->setFocus();
        dialogKey(Qt::Key_Down);
        QCOMPARE(act()->text(), u"Bring back"_s);
        dialogKey(Qt::Key_Return);
        QCOMPARE(lines(), QStringList{u"Question number 3?, Routing"_s});
        QCOMPARE(words(), u"It is back, with all its answers."_s);
        QCOMPARE(m_library->store().search.match({u"007"_s}, 5)->size(), 1);
        dialogKey(Qt::Key_Z, Qt::ControlModifier); // also a step
        QCOMPARE(words(), u"Taken back: Bring back “Question number 7?”"_s);
        QCOMPARE(m_library->store().questions.deleted()->size(), 2);
    }

    void whatCanHaveTheFocusHasAName()
    {
        flag(1, 2);
        openHistory();
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName()));
        }
    }

private:
    void openWindow()
    {
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void openHistory()
    {
        m_dialog.reset(new HistoryDialog(*m_library, *m_theme, [this](Direction direction, qint64 until) {
            return m_library->step(direction, until);
        }));
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void showDeleted()
    {
        m_dialog->findChild<QWidget *>(u"parts"_s)->findChildren<QAbstractButton *>().last()->click();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void dialogKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = m_dialog->focusWidget();
        QTest::keyClick(focus ? focus : m_dialog.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    QuestionId question(int number) const { return m_library->store().cards.all()->at(number).card.question; }
    void flag(int number, int colour)
    {
        QVERIFY(m_library->apply(flagOperation({question(number)}, colour)));
    }
    void suspendAll()
    {
        QList<QuestionId> all;
        for (const StoredCard &stored : *m_library->store().cards.all())
            all.append(stored.card.question);
        QVERIFY(m_library->apply(suspendOperation(all, true)));
    }
    void deleteOwn(int number)
    {
        const QuestionId id = question(number);
        QVERIFY(m_library->apply({QString(), [&](Store &store) -> Result<void> {
                                      if (auto done = store.database.executeScript(
                                              "UPDATE questions SET origin = 2, retired = 1 WHERE id = " +
                                              QByteArray::number(id.value));
                                          !done)
                                          return done;
                                      return indexAnew(store, id);
                                  }}));
    }

    UndoNotice *notice() const { return m_window->findChild<UndoNotice *>(); }
    QString said() const { return notice()->isVisible() ? notice()->accessibleName() : QString(); }
    QAbstractButton *offer(const QString &text) const
    {
        for (auto *button : notice()->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    QAbstractButton *undoButton() const { return m_window->findChild<QAbstractButton *>(u"undo"_s); }
    QWidget *foot() const { return m_window->findChild<QAbstractButton *>(u"reveal"_s)->parentWidget(); }
    QString onTable() const
    {
        const auto *area = m_window->findChild<QScrollArea *>(u"card"_s);
        return area && area->isVisible() ? area->accessibleDescription() : QString();
    }

    HistoryList *list() const { return m_dialog->findChild<HistoryList *>(); }
    QAbstractButton *act() const { return m_dialog->findChild<QAbstractButton *>(u"act"_s); }
    QString words() const { return m_dialog->findChild<QLabel *>(u"historyWords"_s)->text(); }
    QString current() const { return list()->currentIndex().data().toString(); }
    QStringList lines() const
    {
        QStringList lines;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            lines.append(list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return lines;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<HistoryDialog> m_dialog;
};

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
