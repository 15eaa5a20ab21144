// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/bankimport.h"
#include "library/drafts.h"
#include "library/edits.h"
#include "library/fixture.h"
#include "library/questions.h"
#include "ui/browse/browsepage.h"
#include "ui/cardtext/cardview.h"
#include "ui/editor/editordialog.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr auto ctrl = Qt::ControlModifier;

QString choiceCard()
{
    QString text = cardText(u"Which one?"_s, u"The first."_s);
    text.replace(u"kind: concept"_s, u"kind: mcq"_s);
    text.replace(u"## Answer"_s,
                 u"## Options\n- [ ] a\n  No.\n- [ ] b\n  No.\n- [ ] c\n  No.\n- [ ] d\n  No.\n"
                 "- [x] e\n  Yes.\n\n## Answer"_s);
    return text;
}

} // namespace

// Writing questions with nothing but keys.
class EditorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme.reset(new Theme(Theme::Mode::Light));
        QApplication::setStyle(new Style(*m_theme));
    }
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(6);
        openWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void aNewQuestionIsWrittenByKeysAlone()
    {
        key(Qt::Key_N, ctrl);
        QVERIFY(editor());
        QVERIFY(text()->hasFocus());
        type(u"What is mine?"_s); // behind the "# " that stands there
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        type(u"Melon."_s);
        QTRY_COMPARE(editor()->findChild<CardView *>()->title(), u"What is mine?"_s);
        key(Qt::Key_S, ctrl);
        QVERIFY(editor()); // no topic yet
        QVERIFY(find<QComboBox>("topic")->hasFocus());
        type(u"Sess"_s);
        key(Qt::Key_Return, ctrl);
        QTRY_VERIFY(isClosed());
        const auto facts = own();
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().title, u"What is mine?"_s);
        QCOMPARE(facts.first().topic, u"sessions"_s);
        QVERIFY(keptDrafts(*m_library, {}).isEmpty());
        key(Qt::Key_Z, ctrl);
        QCOMPARE(own().size(), 0);
    }

    void whatIsWrongIsToldWithItsLineAndEnterLeadsThere()
    {
        key(Qt::Key_N, ctrl);
        type(u"What is mine?"_s);
        key(Qt::Key_S, ctrl);
        QVERIFY(editor());
        auto *problems = find<QListWidget>("problems");
        QVERIFY(problems->hasFocus());
        QVERIFY2(problems->item(0)->text().startsWith(u"Line 3: "_s), qPrintable(problems->item(0)->text()));
        key(Qt::Key_Return);
        QVERIFY(text()->hasFocus());
        QCOMPARE(text()->textCursor().blockNumber() + 1, 3);
        QCOMPARE(own().size(), 0);
        leave();
    }

    void anUntouchedTextClosesAtOnce()
    {
        key(Qt::Key_N, ctrl);
        key(Qt::Key_Escape);
        QTRY_VERIFY(isClosed());
        QVERIFY(keptDrafts(*m_library, {}).isEmpty());
    }

    void escapeAsksOnceAndWhatIsThrownAwayIsOfferedAgain()
    {
        key(Qt::Key_N, ctrl);
        type(u"Half a thought"_s);
        key(Qt::Key_Escape);
        QVERIFY(find<QAbstractButton>("keepWriting")->hasFocus());
        key(Qt::Key_Escape); // keeps writing
        QVERIFY(text()->hasFocus());
        type(u" more"_s);
        key(Qt::Key_Escape);
        key(Qt::Key_Tab);
        QVERIFY(find<QAbstractButton>("throwAway")->hasFocus());
        key(Qt::Key_Space);
        QTRY_VERIFY(isClosed());

        key(Qt::Key_N, ctrl);
        QCOMPARE(text()->toPlainText(), emptyCardText());
        type(u"Another"_s); // does not stand in the way of the first one
        focusOn("takeDraft");
        key(Qt::Key_Space);
        QCOMPARE(text()->toPlainText().section(u'\n', 0, 0), u"# Half a thought more"_s);
        QCOMPARE(keptDrafts(*m_library, {}).size(), 2);
        leave();
        QCOMPARE(keptDrafts(*m_library, {}).size(), 2);

        key(Qt::Key_N, ctrl);
        for (int left = 1; left >= 0; --left) {
            focusOn("forgetDraft");
            key(Qt::Key_Space);
            QCOMPARE(keptDrafts(*m_library, {}).size(), left);
        }
        QVERIFY(!find<QWidget>("keptDraft")->isVisible());
        key(Qt::Key_Escape);
    }

    // scenario 1, for what is being written: the program goes without a word.
    void whatIsBeingWrittenSurvivesTheEndOfTheProgram()
    {
        key(Qt::Key_N, ctrl);
        type(u"Half a thought"_s);
        QTRY_COMPARE_WITH_TIMEOUT(keptDrafts(*m_library, {}).size(), 1, 10'000); // by itself
        type(u" and the rest"_s);
        m_window.reset(); // with the editor
        m_library.reset();
        openWindow();
        key(Qt::Key_N, ctrl);
        QVERIFY(find<QWidget>("keptDraft")->isVisible());
        focusOn("takeDraft");
        key(Qt::Key_Space);
        QVERIFY(text()->toPlainText().startsWith(u"# Half a thought and the rest\n"_s));
        leave();
    }

    void eEditsTheCardOnTheTableAndItStaysInItsState()
    {
        study();
        const QuestionId question = card(0);
        key(Qt::Key_E);
        QVERIFY(editor());
        type(u" Really?"_s);
        key(Qt::Key_S, ctrl);
        QTRY_VERIFY(isClosed());
        QCOMPARE(onTable(), u"Question number 0? Really?"_s);
        QVERIFY(find<QAbstractButton>("reveal", window())->isVisible());
        key(Qt::Key_Space);
        key(Qt::Key_E);
        type(u" Yes?"_s);
        key(Qt::Key_Return, ctrl);
        QTRY_VERIFY(isClosed());
        QCOMPARE(onTable(), u"Question number 0? Really? Yes?"_s);
        QVERIFY(!find<QAbstractButton>("reveal", window())->isVisible());
        key(Qt::Key_3);
        QCOMPARE(m_library->store().reviews.ofQuestion(question)->size(), 1);
        QCOMPARE(m_library->store().questions.source(question)->origin, Origin::Edited);
    }

    void undoBringsTheOldWordsBackToTheTable()
    {
        study();
        key(Qt::Key_E);
        type(u" Really?"_s);
        key(Qt::Key_S, ctrl);
        QTRY_VERIFY(isClosed());
        key(Qt::Key_Z, ctrl);
        QCOMPARE(onTable(), u"Question number 0?"_s);
    }

    void eIsStillTheFifthOption()
    {
        m_place->write(u"routing/aaa.md"_s, choiceCard());
        openWindow();
        m_window->study({.listed = {*m_library->store().questions.idOf(u"aaa"_s)}});
        QCoreApplication::processEvents();
        key(Qt::Key_E);
        QVERIFY(!editor());
        QVERIFY(!find<QAbstractButton>("reveal", window())->isVisible());
        key(Qt::Key_E);
        QVERIFY(editor());
        key(Qt::Key_Escape);
    }

    // scenario 41: deleted while it is on the table.
    void aDeletedCardMakesWayOnTheTable()
    {
        const QuestionId mine = newOwn(u"What is mine?"_s);
        m_window->study({.listed = {mine, card(1)}});
        QCoreApplication::processEvents();
        QCOMPARE(onTable(), u"What is mine?"_s);
        key(Qt::Key_Space);
        QVERIFY(m_library->apply(deleteOperation({mine})));
        key(Qt::Key_3);
        QCOMPARE(onTable(), u"Question number 1?"_s);
        QCOMPARE(*m_library->store().reviews.count(), 0);
    }

    void browseEditsTagsResetsAndDeletesByKeys()
    {
        const QuestionId mine = newOwn(u"What is mine?"_s);
        browse(u"mine"_s);
        key(Qt::Key_E);
        QVERIFY(editor());
        key(Qt::Key_Escape);
        QTRY_VERIFY(isClosed());

        table()->setFocus();
        key(Qt::Key_T);
        auto *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog && dialog->objectName() == u"tagDialog"_s);
        type(u"Exam prep, hard"_s);
        key(Qt::Key_Return);
        QCOMPARE(*m_library->store().cards.tags(mine), (QStringList{u"exam-prep"_s, u"hard"_s}));
        QTRY_VERIFY(find<QLabel>("history", window())->text().contains(u"#exam-prep #hard"_s));
        QVERIFY(meta().startsWith(u"own"_s));

        QTRY_VERIFY(isClosed());
        table()->setFocus();
        key(Qt::Key_Delete);
        QCOMPARE(own().size(), 0);
        key(Qt::Key_Z, ctrl);
        QCOMPARE(own().size(), 1);
        QCOMPARE(*m_library->store().cards.tags(mine), (QStringList{u"exam-prep"_s, u"hard"_s}));
    }

    void theBanksQuestionsAreNotDeletedAndBrowseSaysSo()
    {
        browse(u"number"_s);
        key(Qt::Key_A, ctrl);
        key(Qt::Key_Delete);
        QCOMPARE(m_library->store().questions.facts()->size(), 6);
        QVERIFY(found().contains(u"cannot be deleted"_s));
    }

    void aBulkResetIsOneStep()
    {
        study();
        for (int i = 0; i < 2; ++i) {
            key(Qt::Key_Space);
            key(Qt::Key_4);
        }
        const QString before = dump(*m_library);
        browse(u"number"_s);
        key(Qt::Key_A, ctrl);
        key(Qt::Key_R, ctrl);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(m_library->store().cards.get(card(i))->schedule, Schedule());
        QVERIFY(found().contains(u"Ctrl+Z"_s));
        key(Qt::Key_Z, ctrl);
        QCOMPARE(dump(*m_library), before);
    }

    void aTextChangedElsewhereIsToldAndNothingIsLost()
    {
        browse(u"\"number 2\""_s);
        key(Qt::Key_E);
        type(u" Mine?"_s);
        const auto source = *m_library->store().questions.source(card(2));
        QVERIFY(m_library->apply(
            editOperation(card(2), source.topic, cardText(u"Theirs?"_s, u"T."_s), source.hash)));
        QVERIFY(find<QWidget>("changedElsewhere")->isVisible());
        QVERIFY(text()->toPlainText().startsWith(u"# Question number 2? Mine?\n"_s));
        key(Qt::Key_S, ctrl);
        QTRY_VERIFY(isClosed());
        QCOMPARE(titleOf(card(2)), u"Question number 2? Mine?"_s);
        key(Qt::Key_Z, ctrl);
        QCOMPARE(titleOf(card(2)), u"Theirs?"_s);
    }

    void aQuestionDeletedElsewhereComesBackWithTheText()
    {
        const QuestionId mine = newOwn(u"What is mine?"_s);
        browse(u"mine"_s);
        key(Qt::Key_E);
        type(u" Really?"_s);
        QVERIFY(m_library->apply(deleteOperation({mine})));
        QVERIFY(find<QWidget>("changedElsewhere")->isVisible());
        key(Qt::Key_S, ctrl);
        QTRY_VERIFY(isClosed());
        QCOMPARE(own().size(), 1);
        QCOMPARE(titleOf(mine), u"What is mine? Really?"_s);
    }

    void theBanksNewerTextIsOneKeyAway()
    {
        const auto source = *m_library->store().questions.source(card(2));
        QVERIFY(m_library->apply(
            editOperation(card(2), source.topic, cardText(u"Mine?"_s, u"M."_s), source.hash)));
        m_place->write(u"routing/card-002.md"_s, cardText(u"Is this the newer text?"_s, u"Yes."_s));
        openWindow();
        browse(u"mine"_s);
        QTRY_VERIFY(meta().startsWith(u"edited"_s));
        key(Qt::Key_E);
        QVERIFY(find<QWidget>("newerText")->isVisible());
        key(Qt::Key_B, ctrl);
        QTRY_VERIFY(isClosed());
        QCOMPARE(titleOf(card(2)), u"Is this the newer text?"_s);
        key(Qt::Key_Z, ctrl);
        QCOMPARE(titleOf(card(2)), u"Mine?"_s);
    }

    void everythingThatTakesTheFocusHasAName()
    {
        key(Qt::Key_N, ctrl);
        for (QWidget *widget : editor()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                               widget->objectName())));
        }
        key(Qt::Key_Escape);
    }

private:
    void openWindow()
    {
        m_window.reset();
        m_library.reset();
        m_library = m_place->open();
        QVERIFY(m_library);
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QWidget *window() const { return m_window.get(); }

    bool isClosed() const
    {
        if (editor())
            return false;
        m_window->activateWindow(); // as a window manager does
        return m_window->isActiveWindow();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    void type(const QString &words)
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClicks(focus, words);
        QCoreApplication::processEvents();
    }

    EditorDialog *editor() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return qobject_cast<EditorDialog *>(modal);
    }

    template <typename T>
    T *find(const char *name, QWidget *in = nullptr) const
    {
        QWidget *place = in ? in : editor();
        T *found = place ? place->findChild<T *>(QLatin1StringView(name)) : nullptr;
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    QPlainTextEdit *text() const { return find<QPlainTextEdit>("text"); }

    // With Tab, as far as it takes.
    void focusOn(const char *name)
    {
        auto *target = find<QWidget>(name);
        for (int i = 0; target && i < 40 && !target->hasFocus(); ++i)
            key(Qt::Key_Tab);
        QVERIFY2(target && target->hasFocus(), name);
    }

    void leave()
    {
        key(Qt::Key_Escape);
        if (editor()) {
            key(Qt::Key_Tab);
            key(Qt::Key_Space);
        }
        QTRY_VERIFY(isClosed());
    }

    void study()
    {
        m_window->study({.listed = {card(0), card(1)}});
        QCoreApplication::processEvents();
    }
    QString onTable() const { return find<QWidget>("studyPage", window())->findChild<CardView *>()->title(); }

    void browse(const QString &words)
    {
        key(Qt::Key_F, ctrl);
        type(words);
        key(Qt::Key_Down);
        QTRY_VERIFY(table()->hasFocus());
        QTest::qWait(200); // the card beside the list
    }
    QTableView *table() const { return find<QTableView>("questionTable", window()); }
    QString meta() const { return find<QLabel>("meta", window())->text(); }
    QString found() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("browsePage", window())->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }

    QuestionId card(int number) const
    {
        const auto id = m_library->store().questions.idOf(u"card-%1"_s.arg(number, 3, 10, QChar(u'0')));
        return id ? *id : QuestionId();
    }
    QString titleOf(QuestionId question) const { return loadQuestion(*m_library, question)->question.title; }

    QuestionId newOwn(const QString &title)
    {
        const auto changes = m_library->apply(
            newOperation(u"routing"_s, cardText(title, u"Melon."_s), m_place->clock.nowMs()));
        return changes ? *changes->questions.cbegin() : QuestionId();
    }
    QList<QuestionFacts> own() const
    {
        QList<QuestionFacts> facts = *m_library->store().questions.facts();
        facts.removeIf([](const QuestionFacts &question) { return question.origin != Origin::Own; });
        return facts;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(EditorTest)
#include "tst_editor.moc"
