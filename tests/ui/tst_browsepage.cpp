// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/operations.h"
#include "ui/browse/browsepage.h"
#include "ui/browse/querytext.h"
#include "ui/browse/questionmodel.h"
#include "ui/browse/questiontable.h"
#include "ui/browse/topictree.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTextBrowser>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// Six questions in three topics; two of them hold "cookie", one of these only in its answer.
void writeBank(Place &place)
{
    place.write(u"routing/route.md"_s, cardText(u"What is a `route`?"_s, u"A rule that leads to a view."_s));
    place.write(u"routing/url-for.md"_s, cardText(u"How does `url_for` work?"_s, u"It builds an address."_s,
                                                  u"follow-ups: cookie\n"_s));
    place.write(u"sessions/cookie.md"_s, cardText(u"Who signs the cookie?"_s, u"The application does."_s));
    place.write(u"sessions/session.md"_s,
                cardText(u"Where does a session live?"_s, u"In a cookie that is signed."_s));
    place.write(u"testing/client.md"_s,
                cardText(u"What is the test client?"_s, u"A caller without a server."_s));
    place.write(
        u"testing/fixture.md"_s,
        cardText(u"What is a fixture, with a title that is far too long for the width of any column?"_s,
                 u"Something made before a test."_s));
}

// The page over that bank, shown.
struct Shown {
    explicit Shown(QSize size = {1200, 800})
    {
        writeBank(place);
        library = place.open();
        page = std::make_unique<BrowsePage>(*library, theme);
        page->resize(size);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            QTest::qFail("The page does not become active.", __FILE__, __LINE__);
    }

    template <typename T>
    T *find(const char *name) const
    {
        T *found = page->findChild<T *>(QLatin1StringView(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    QLineEdit *field() const { return find<QLineEdit>("search"); }
    QuestionTable *table() const { return find<QuestionTable>("questionTable"); }
    QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    void type(const QString &text) const { QTest::keyClicks(field(), text); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column = QuestionModel::QuestionColumn) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QStringList titles() const
    {
        QStringList found;
        for (int row = 0; row < rows(); ++row)
            found.append(cell(row));
        return found;
    }
    QuestionId idOf(const QString &slug) const { return *library->store().questions.idOf(slug); }
    Card cardOf(const QString &slug) const { return *library->store().cards.get(idOf(slug)); }
    QString previewTitle() const
    {
        const auto *title = page->findChild<QTextBrowser *>(u"title"_s);
        // Inline code is padded with thin spaces.
        return title && title->isVisible() ? title->toPlainText().remove(QChar(0x202f)) : QString();
    }
    int topicRow(const QString &topic) const
    {
        const QAbstractItemModel *model = find<TopicTree>("topicTree")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(TopicModel::TopicRole).toString() == topic)
                return row;
        }
        return -1;
    }
    void clickTopic(const QString &topic, Qt::KeyboardModifiers keys = {}) const
    {
        auto *tree = find<TopicTree>("topicTree");
        const QModelIndex index = tree->model()->index(topicRow(topic), 0);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, keys, tree->visualRect(index).center());
    }
    int topicCount(const QString &topic) const
    {
        const QAbstractItemModel *model = find<TopicTree>("topicTree")->model();
        return model->index(topicRow(topic), 0).data(TopicModel::CountRole).toInt();
    }

    Theme theme{Theme::Mode::Light};
    Place place;
    std::unique_ptr<Library> library;
    std::unique_ptr<BrowsePage> page;
};

// The mark of hits appears as this colour in a picture of the widget.
bool shows(QWidget *widget, const QColor &color)
{
    const QImage picture = widget->grab().toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestBrowsePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(10.5); // 14 px: measures of the design are pixels
        QApplication::setFont(font);
    }

    void everythingIsListedInTeachingOrder()
    {
        const Shown shown;
        QCOMPARE(shown.rows(), 6);
        QCOMPARE(shown.cell(0), u"What is a route?"_s);
        QCOMPARE(shown.cell(0, QuestionModel::TopicColumn), u"Routing"_s);
        QCOMPARE(shown.cell(0, QuestionModel::RecallColumn), u"new"_s);
        QVERIFY(shown.field()->hasFocus());
        QCOMPARE(shown.label("foot"), u"6 of 6, in teaching order"_s);
    }

    void everyKeySearchesAtOnce()
    {
        const Shown shown;
        shown.type(u"cook"_s);
        QCOMPARE(shown.titles(), (QStringList{u"Who signs the cookie?"_s, u"Where does a session live?"_s}));
        QTest::keyClick(shown.field(), Qt::Key_Escape);
        QCOMPARE(shown.rows(), 6);
    }

    void hitsAreMarkedAndTheirPlaceIsNamed()
    {
        const Shown shown;
        QVERIFY(!shows(shown.table(), shown.theme.colors().mark));
        shown.type(u"cookie"_s);
        QVERIFY(shows(shown.table(), shown.theme.colors().mark));
        const auto note = [&](int row) {
            return shown.table()
                ->model()
                ->index(row, QuestionModel::QuestionColumn)
                .data(QuestionModel::NoteRole)
                .toString();
        };
        QCOMPARE(note(0), QString());
        QCOMPARE(note(1), u"in the answer"_s);
    }

    void errorKeepsTheLastGoodResult()
    {
        const Shown shown;
        shown.type(u"cookie level:exprt"_s);
        QVERIFY2(shown.label("resultLine").contains(u"exprt"_s), qPrintable(shown.label("resultLine")));
        QVERIFY(shown.field()->property("invalid").toBool());
        QCOMPARE(shown.field()->accessibleDescription(), shown.label("resultLine"));
        const QStringList kept = shown.titles();
        QCOMPARE(kept.size(), 2);
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(shown.field(), Qt::Key_Backspace);
        QVERIFY(!shown.field()->property("invalid").toBool());
        QCOMPARE(shown.titles(), kept);
    }

    void nothingFoundOffersToClear()
    {
        const Shown shown;
        shown.type(u"zebra"_s);
        QCOMPARE(shown.label("resultLine"), u"Nothing contains “zebra”."_s);
        QVERIFY(!shown.table()->isVisible());
        QVERIFY(!shown.button("studyThese")->isEnabled());
        QTRY_COMPARE(shown.previewTitle(), QString());
        QTest::keyClick(shown.button("clearSearch"), Qt::Key_Space);
        QCOMPARE(shown.rows(), 6);
        QVERIFY(shown.table()->isVisible());
        QVERIFY(shown.field()->hasFocus());
    }

    void topicIsToggledByClick()
    {
        const Shown shown;
        QCOMPARE(shown.topicCount({}), 6);
        shown.clickTopic(u"sessions"_s);
        QCOMPARE(shown.field()->text(), u"topic:sessions "_s);
        QCOMPARE(shown.rows(), 2);
        QCOMPARE(shown.topicCount(u"routing"_s), 2); // what choosing it instead would give
        shown.clickTopic(u"testing"_s, Qt::ControlModifier);
        QCOMPARE(shown.field()->text(), u"topic:sessions,testing "_s);
        QCOMPARE(shown.rows(), 4);
        shown.clickTopic(u"routing"_s);
        QCOMPARE(shown.field()->text(), u"topic:routing "_s);
        shown.clickTopic(u"routing"_s);
        QCOMPARE(shown.field()->text(), QString());
    }

    void topicIsToggledByKey()
    {
        const Shown shown;
        auto *tree = shown.find<TopicTree>("topicTree");
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(shown.topicRow(u"testing"_s), 0));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(shown.rows(), 2);
        QVERIFY(tree->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"chosen"_s));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(shown.rows(), 6);
    }

    void countsFollowTheSearch()
    {
        const Shown shown;
        shown.type(u"cookie"_s);
        QCOMPARE(shown.topicCount(u"sessions"_s), 2);
        QCOMPARE(shown.topicCount(u"routing"_s), 0);
    }

    void filterMenuWritesIntoTheField()
    {
        const Shown shown;
        auto *basic = shown.find<QAction>("level:basic");
        basic->trigger();
        QCOMPARE(shown.field()->text(), u"level:basic "_s);
        QVERIFY(basic->isChecked());
        shown.find<QAction>("is:new")->trigger();
        QCOMPARE(shown.field()->text(), u"is:new level:basic"_s);
        basic->trigger();
        QCOMPARE(shown.field()->text(), u"is:new"_s);
        QVERIFY(!basic->isChecked());
    }

    void arrowsLeadIntoTheTableAndBack()
    {
        const Shown shown;
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QVERIFY(shown.table()->hasFocus());
        QCOMPARE(shown.table()->currentIndex().row(), 0);
        QTRY_COMPARE(shown.previewTitle(), u"What is a route?"_s);
        QTest::keyClick(shown.table(), Qt::Key_Down);
        QTRY_VERIFY(shown.previewTitle().contains(u"url_for"_s));
        QCOMPARE(shown.label("history"), u"Not studied yet."_s);
        QTest::keyClick(shown.table(), Qt::Key_Up);
        QTest::keyClick(shown.table(), Qt::Key_Up);
        QVERIFY(shown.field()->hasFocus());
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_Slash);
        QVERIFY(shown.field()->hasFocus());
        QCOMPARE(shown.field()->text(), QString());
    }

    void spaceScrollsTheCard()
    {
        const Shown shown({1200, 420});
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTRY_COMPARE(shown.previewTitle(), u"What is a route?"_s);
        auto *bar = shown.find<QAbstractScrollArea>("cardArea")->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTest::keyClick(shown.table(), Qt::Key_Space);
        QVERIFY(bar->value() > 0);
        QTest::keyClick(shown.table(), Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(bar->value(), 0);
    }

    void studyTheseGivesTheListInItsOrder()
    {
        const Shown shown;
        QSignalSpy spy(shown.page.get(), &BrowsePage::studyRequested);
        shown.type(u"cookie"_s);
        QCOMPARE(shown.button("studyThese")->text(), u"Study these 2"_s);
        QTest::keyClick(shown.field(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(spy.count(), 1);
        const QList<QuestionId> expected{shown.idOf(u"cookie"_s), shown.idOf(u"session"_s)};
        const auto plan = spy.first().at(0).value<SessionPlan>();
        QCOMPARE(plan.listed, expected);
        QCOMPARE(plan.name, u"cookie"_s);
        QVERIFY(plan.recorded);
        QTest::keyClick(shown.button("studyThese"), Qt::Key_Space);
        QCOMPARE(spy.count(), 2);
    }

    void crammingTheListRecordsNothing()
    {
        const Shown shown;
        QSignalSpy spy(shown.page.get(), &BrowsePage::studyRequested);
        shown.type(u"cookie"_s);
        QTest::keyClick(shown.field(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().at(0).value<SessionPlan>().listed.size(), 2);
        QVERIFY(!spy.first().at(0).value<SessionPlan>().recorded);
    }

    void flagKeysToggleForAllSelectedRowsAsOneStep()
    {
        const Shown shown;
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(shown.table(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(shown.cardOf(u"route"_s).flag, 4);
        QCOMPARE(shown.cardOf(u"url-for"_s).flag, 4);
        QCOMPARE(shown.cardOf(u"cookie"_s).flag, 0);
        QCOMPARE(undoLabel(*shown.library), u"flag"_s);
        QCOMPARE(shown.table()->selectionModel()->selectedRows().size(), 2); // and they stay selected
        const QModelIndex flag = shown.table()->model()->index(0, QuestionModel::FlagColumn);
        QCOMPARE(flag.data(QuestionModel::FlagRole).toInt(), 4);
        QVERIFY(flag.data(Qt::AccessibleTextRole).toString().contains(flagName(4)));
        QVERIFY(shown.library->undo());
        QCOMPARE(shown.cardOf(u"route"_s).flag, 0);
        QCOMPARE(shown.cardOf(u"url-for"_s).flag, 0);

        QTest::keyClick(shown.table(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(shown.table(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shown.cardOf(u"route"_s).flag, 0);
        QTest::keyClick(shown.table(), Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(shown.table(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(shown.cardOf(u"url-for"_s).flag, 0);
    }

    void resettingTextSizeKeepsItsKeyOutsideTheList()
    {
        const Shown shown;
        QVERIFY(shown.library->apply(flagOperation({shown.idOf(u"route"_s)}, 5)));
        QAction normalSize;
        normalSize.setShortcut(QKeySequence(u"Ctrl+0"_s));
        shown.page->addAction(&normalSize);
        QSignalSpy spy(&normalSize, &QAction::triggered);
        QTest::keyClick(shown.field(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(shown.cardOf(u"route"_s).flag, 5);
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(shown.cardOf(u"route"_s).flag, 0);
    }

    void tabGoesFromTheSearchOverTheListToTheCard()
    {
        const Shown shown;
        QTRY_VERIFY(!shown.previewTitle().isEmpty());
        for (const char *name : {"search", "filter", "studyThese", "topicTree", "questionTable", "flagButton",
                                 "moreButton", "cardArea"}) {
            QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1StringView(name));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
    }

    void suspendedRowsAreNamedAndLeftOutOfStudying()
    {
        const Shown shown;
        QTest::keyClick(shown.field(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(shown.cardOf(u"route"_s).suspended);
        QCOMPARE(undoLabel(*shown.library), u"suspend"_s);
        QCOMPARE(shown.button("studyThese")->text(), u"Study these 5"_s);
        const QModelIndex title = shown.table()->model()->index(0, QuestionModel::QuestionColumn);
        QCOMPARE(title.data(QuestionModel::NoteRole).toString(), u"suspended"_s);
        QTRY_VERIFY(shown.label("history").contains(u"Suspended"_s));
        QTest::keyClick(shown.table(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!shown.cardOf(u"route"_s).suspended);
    }

    void buriedUntilTomorrow()
    {
        const Shown shown;
        QTest::keyClick(shown.field(), Qt::Key_Down);
        shown.find<QAction>("buryCards")->trigger();
        QCOMPARE(shown.cardOf(u"route"_s).buriedUntilDay, shown.library->today() + 1);
        QCOMPARE(undoLabel(*shown.library), u"bury"_s);
        shown.find<QAction>("buryCards")->trigger();
        QCOMPARE(shown.cardOf(u"route"_s).buriedUntilDay, 0);
    }

    void headerSortsAndTheThirdClickRestoresTheOrder()
    {
        const Shown shown;
        const QStringList before = shown.titles();
        QHeaderView *head = shown.table()->horizontalHeader();
        const auto click = [&] {
            const int x = head->sectionViewportPosition(QuestionModel::QuestionColumn) + 20;
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, {x, head->height() / 2});
        };
        click();
        QStringList up = before;
        up.sort(Qt::CaseInsensitive);
        QCOMPARE(shown.titles(), up);
        QVERIFY(shown.label("foot").contains(u"sorted by question"_s));
        click();
        QCOMPARE(shown.titles().first(), up.last());
        click();
        QCOMPARE(shown.titles(), before);
    }

    void selectionSurvivesSorting()
    {
        const Shown shown;
        QTest::keyClick(shown.field(), Qt::Key_Down);
        const QString chosen = shown.cell(shown.table()->currentIndex().row());
        shown.table()->sortByColumn(QuestionModel::QuestionColumn, Qt::DescendingOrder);
        QCOMPARE(shown.cell(shown.table()->currentIndex().row()), chosen);
        QCOMPARE(shown.table()->selectionModel()->selectedRows().first().row(),
                 shown.table()->currentIndex().row());
    }

    void recallSortsNewOnesLast()
    {
        Shown shown;
        Schedule seen{.phase = Phase::Review,
                      .memory = MemoryState{5, 5},
                      .intervalDays = 5,
                      .dueDay = shown.library->today(),
                      .lastAnswerAtMs = startMs - 5 * 86'400'000LL,
                      .answers = 2};
        QVERIFY(shown.library->apply({{}, [&](Store &store) {
                                          return store.cards.saveSchedule(shown.idOf(u"client"_s), seen);
                                      }}));
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            shown.table()->sortByColumn(QuestionModel::RecallColumn, order);
            QCOMPARE(shown.cell(0), u"What is the test client?"_s);
        }
        QVERIFY(shown.cell(0, QuestionModel::RecallColumn).contains(u'%'));
        QVERIFY(shown.table()
                    ->model()
                    ->index(0, QuestionModel::RecallColumn)
                    .data(QuestionModel::SortRole)
                    .toDouble() > 0.5);
    }

    void followUpOutsideTheResultIsShownAmongAll()
    {
        const Shown shown;
        shown.type(u"url_for"_s);
        QTRY_VERIFY(shown.previewTitle().contains(u"url_for"_s));
        QAbstractButton *row = nullptr;
        for (QAbstractButton *button : shown.page->findChildren<QAbstractButton *>()) {
            if (button->inherits("flaskcards::LinkRow"))
                row = button;
        }
        QVERIFY(row);
        row->click();
        QTRY_COMPARE(shown.previewTitle(), u"Who signs the cookie?"_s);
        QCOMPARE(shown.field()->text(), QString());
    }

    void changesElsewhereAreSeenWhenShownAgain()
    {
        const Shown shown;
        shown.page->hide();
        QVERIFY(shown.library->apply(flagOperation({shown.idOf(u"cookie"_s)}, 1)));
        shown.page->showQuery(u"is:flagged"_s);
        shown.page->show();
        QCOMPARE(shown.titles(), QStringList{u"Who signs the cookie?"_s});
    }

    void narrowPagesReflow()
    {
        const Shown shown({1150, 800});
        auto *inside = shown.find<QSplitter>("listAndCard");
        QCOMPARE(inside->orientation(), Qt::Horizontal);
        shown.page->resize(900, 600);
        QCOMPARE(inside->orientation(), Qt::Vertical);
        QVERIFY(shown.find<TopicTree>("topicTree")->isVisible());
        shown.page->resize(780, 600);
        QVERIFY(!shown.find<TopicTree>("topicTree")->isVisible());
        QVERIFY(shown.button("topicBox")->isVisible());
        QCOMPARE(shown.button("topicBox")->text(), u"All topics"_s);
    }

    void splitterPlacesAreRemembered()
    {
        Shown shown;
        auto *panes = shown.find<QSplitter>("panes");
        const int before = panes->sizes().first();
        QWidget *handle = panes->handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() + QPoint(60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() + QPoint(60, 0));
        const int moved = panes->sizes().first();
        QVERIFY(moved > before + 20);
        shown.page->hide();
        BrowsePage again(*shown.library, shown.theme);
        again.resize(shown.page->size());
        again.show();
        QVERIFY(qAbs(again.findChild<QSplitter *>(u"panes"_s)->sizes().first() - moved) <= 2);
    }

    void modelsKeepTheirPromises()
    {
        Shown shown;
        Catalogue catalogue(*shown.library);
        QVERIFY(catalogue.refresh());
        QuestionModel questions(*shown.library, catalogue);
        TopicModel topicModel;
        QAbstractItemModelTester first(&questions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&topicModel, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const QString &text : {QString(), u"cookie"_s, u"zebra"_s, u"is:new"_s}) {
            const Query query = parseQuery(text).query;
            questions.setResult(*catalogue.search(query), queryWords(query));
            questions.sort(QuestionModel::RecallColumn, Qt::DescendingOrder);
            questions.sort(QuestionModel::TopicColumn);
            questions.setResult(*catalogue.search(query), queryWords(query));
            questions.sort(-1);
            topicModel.setTopics({{u"routing"_s, 1}, {u"testing"_s, int(text.size())}}, {u"testing"_s});
        }
        topicModel.setTopics({}, {});
    }

    void filtersInTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("topics");
        QTest::addColumn<QString>("expected");
        QTest::newRow("into nothing") << u""_s << QStringList{u"routing"_s} << u"topic:routing "_s;
        QTest::newRow("before words") << u"a b"_s << QStringList{u"x"_s, u"y"_s} << u"topic:x,y a b"_s;
        QTest::newRow("in place of another")
            << u"a Topic:rout b"_s << QStringList{u"x"_s} << u"topic:x a b"_s;
        QTest::newRow("out again") << u"a topic:x b topic:y"_s << QStringList() << u"a b"_s;
        QTest::newRow("excluded stays") << u"-topic:x a"_s << QStringList() << u"-topic:x a"_s;
        QTest::newRow("phrase is no filter")
            << u"\"a topic:x b\" c"_s << QStringList() << u"\"a topic:x b\" c"_s;
        QTest::newRow("excluded phrase")
            << u"-\"a topic:x\" topic:y"_s << QStringList() << u"-\"a topic:x\""_s;
        QTest::newRow("quoted value") << u"topic:\"x y\" b"_s << QStringList() << u"b"_s;
        QTest::newRow("open quote") << u"topic:x \"a topic:z"_s << QStringList() << u"\"a topic:z"_s;
        QTest::newRow("other filter") << u"level:basic topic:x"_s << QStringList() << u"level:basic"_s;
        QTest::newRow("minus alone") << u"- topic:x -"_s << QStringList() << u"- -"_s;
    }
    void filtersInTheText()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, topics);
        QTEST(withFilter(text, u"topic"_s, topics), "expected");
    }

    void everythingIsNamed()
    {
        const Shown shown;
        QTRY_VERIFY(!shown.previewTitle().isEmpty());
        for (const QWidget *widget : shown.page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            if (widget->parentWidget()->inherits("QAbstractScrollArea") || widget->inherits("QTextEdit"))
                continue; // viewports; text that speaks for itself
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName() + u' ' +
                                       QString::fromLatin1(widget->metaObject()->className())));
        }
    }

    void themeAndTextSizeAreFollowed()
    {
        Shown shown;
        const int before = shown.table()->rowHeight(0);
        shown.theme.setTextScale(200);
        QVERIFY(shown.table()->rowHeight(0) > before * 3 / 2);
        shown.theme.setTextScale(100);
        shown.theme.setMode(Theme::Mode::Dark);
        QVERIFY(shows(shown.table(), shown.theme.colors().surface));
    }
};

QTEST_MAIN(TestBrowsePage)
#include "tst_browsepage.moc"
