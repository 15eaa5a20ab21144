// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockpage.h"

#include "library/words.h"
#include "ui/actions.h"
#include "ui/interview/mockfoot.h"
#include "ui/interview/mockreport.h"
#include "ui/interview/mockwords.h"
#include "ui/links.h"
#include "ui/study/cardkeys.h"
#include "ui/study/cardtable.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticecolumn.h"
#include "ui/widgets/thinbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int clockStepMs = 250;
constexpr int wordsFromPx = 620; // design pixels, as the bar of a sitting

} // namespace

MockPage::MockPage(Library &library, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"mockPage"_s);
    build();
    addActions();
    followTheme();
    m_ticking.setInterval(clockStepMs);
    connect(&m_ticking, &QTimer::timeout, this, &MockPage::showClock);
    connect(&theme, &Theme::changed, this, &MockPage::followTheme);
}

void MockPage::build()
{
    m_progress = new ThinBar(m_theme, tr("Progress of the mock interview"), 3, this);
    m_progress->setSquare(true);
    buildBar();
    m_notices = new NoticeColumn(m_theme, {32, 12, 32, 12}, this);
    m_leaving = m_notices->add(u"mockLeaving"_s, Notice::Kind::Warning);
    m_leaving->setTexts(tr("Leave the mock interview?"),
                        tr("Nothing of it will be kept. Esc leaves, Space goes on."));
    m_goOn = m_leaving->addButton(tr("Go on"));
    m_goOn->setObjectName(u"mockGoOn"_s);
    Button *leave = m_leaving->addButton(tr("Leave"));
    leave->setObjectName(u"mockReallyLeave"_s);
    m_ungraded = m_notices->add(u"mockUngraded"_s, Notice::Kind::Info);
    m_ungraded->setTexts(tr("How was it? Keys 1 to 4 grade it."),
                         tr("Tick what you said with A to F, then Space takes the grade that fits."));
    m_problem = m_notices->add(u"problem"_s, Notice::Kind::Error);
    m_middle = new QStackedWidget(this);
    m_table = new CardTable(m_theme, {m_python, {}}, m_middle);
    m_table->setObjectName(u"mockCard"_s);
    m_report = new MockReport(m_library, m_theme, m_middle);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_report);
    m_foot = new MockFoot(m_theme, this);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_progress);
    rows->addWidget(m_bar);
    rows->addWidget(m_middle, 1);
    auto *centre = new QHBoxLayout; // above the foot, so that the question stays where it is
    centre->addStretch(1);
    centre->addWidget(m_notices, 1000);
    centre->addStretch(1);
    rows->addLayout(centre);
    rows->addWidget(m_foot);

    connect(m_goOn, &QAbstractButton::clicked, this, &MockPage::goOn);
    connect(leave, &QAbstractButton::clicked, this, &MockPage::leave);
    connect(m_table->card(), &CardView::optionChosen, this, &MockPage::choose);
    connect(m_table->card(), &CardView::keyPointsTicked, this, &MockPage::takePoints);
    connect(m_table->card(), &CardView::linkActivated, this, &openLink);
    connect(m_foot, &MockFoot::nextRequested, this, &MockPage::next);
    connect(m_foot, &MockFoot::confidenceChosen, this, &MockPage::noteConfidence);
    connect(m_foot, &MockFoot::graded, this, &MockPage::grade);
    connect(m_report, &MockReport::closed, this, &MockPage::ended);
}

void MockPage::buildBar()
{
    m_bar = new QWidget(this);
    m_leave = new Button(m_theme, Button::Look::Tool, {}, m_bar);
    m_leave->setSymbol(Icon::Back);
    m_leave->setObjectName(u"mockLeave"_s);
    m_where = new ElidedLabel(m_theme, TextRole::Interface, {}, m_bar);
    m_where->setObjectName(u"mockWhere"_s);
    m_where->setColor(&Tokens::text2);
    m_clock = new Label(m_theme, TextRole::Emphasis, {}, m_bar);
    m_clock->setObjectName(u"mockClock"_s);
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(m_bar);
    row->addWidget(m_leave);
    row->addWidget(m_where, 1);
    row->addWidget(m_clock);
    connect(m_leave, &QAbstractButton::clicked, this, &MockPage::leave);
    followKeys(m_leave, [this] {
        m_leave->setKeyCap(firstKey(Command::MockLeave));
        nameLeave();
    });
}

// As in a sitting: without its word where there is little room.
void MockPage::nameLeave()
{
    m_leave->setText(width() < m_theme.px(wordsFromPx) ? QString() : tr("Leave"));
    m_leave->setAccessibleName(tr("Leave"));
    m_leave->setToolTip(withKeys(tr("Leave"), Command::MockLeave));
}

void MockPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_foot->fit();
    nameLeave();
}

void MockPage::keyPressEvent(QKeyEvent *event)
{
    if (m_middle->currentWidget() != m_table || !m_table->scrollByKey(event->key()))
        QWidget::keyPressEvent(event);
}

void MockPage::followTheme()
{
    nameLeave();
    m_bar->setFixedHeight(m_theme.px(53));
    m_bar->layout()->setContentsMargins(m_theme.px(20), 0, m_theme.px(24), 0);
    m_bar->layout()->setSpacing(m_theme.px(8));
    m_notices->setMaximumWidth(m_theme.px(720 + 2 * 32));
    m_clock->setMinimumWidth(textWidth(m_theme.font(TextRole::Emphasis), u"00:00 of 00:00, over"_s));
}

void MockPage::addActions()
{
    m_keys = new CardKeys(*m_table, *this);
    m_keys->add(Command::MockNext, [this] { confirm(); });
    m_keys->add(Command::MockBack, [this] { back(); });
    m_keys->add(Command::MockLeave, [this] { leave(); });
    m_keys->add(Command::MockSure, [this] { noteConfidence(Confidence::Sure); });
    m_keys->add(Command::MockUnsure, [this] { noteConfidence(Confidence::Unsure); });
    m_keys->add(Command::Again, [this] { grade(Rating::Again); });
    m_keys->add(Command::Hard, [this] { grade(Rating::Hard); });
    m_keys->add(Command::Good, [this] { grade(Rating::Good); });
    m_keys->add(Command::Easy, [this] { grade(Rating::Easy); });
    m_keys->add(Command::MockWrite, [this] {
        if (m_mock && m_table->task())
            m_table->task()->write();
    });
    m_keys->addNumbered(Command::MockPoint, [this](int number) { press(number); });
    showTaskKeys();
}

void MockPage::start(const MockFilter &filter, quint64 seed)
{
    m_mock.reset();
    m_table->forgetAttempts();
    m_notices->hideAll();
    auto mock = MockInterview::start(m_library, filter, seed);
    if (!mock) {
        m_middle->setCurrentWidget(m_table);
        m_foot->hide();
        return showProblem(tr("The mock interview cannot start."), errorSentence(mock.error()));
    }
    m_mock.emplace(*std::move(mock));
    m_reviewed = 0;
    m_ticking.start();
    showItem();
}

void MockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_mock)
        m_table->takeFocus();
    else
        m_report->takeFocus();
}

int MockPage::footHeight() const
{
    return m_foot->isVisible() ? m_foot->height() : 0;
}

// A focused button or key point is what the key means; otherwise the interview goes on.
void MockPage::confirm()
{
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button) && button->isVisible())
        return button->click();
    if (!m_mock)
        emit ended();
    else if (m_mock->isAsking())
        next();
    else
        acceptProposal();
}

void MockPage::next()
{
    if (!m_mock || !m_mock->isAsking())
        return;
    if (const CardTask *task = m_table->task())
        m_mock->noteLine(task->attempt().line);
    m_mock->next();
    showItem();
}

// In the review only: what was said is said.
void MockPage::back()
{
    if (!m_mock || m_mock->isAsking() || m_reviewed == 0)
        return;
    --m_reviewed;
    showItem();
}

void MockPage::noteConfidence(Confidence confidence)
{
    if (!m_mock || !m_mock->isAsking())
        return;
    m_mock->noteConfidence(confidence);
    m_foot->setConfidence(confidence);
}

void MockPage::press(int number)
{
    if (m_mock && m_mock->isAsking())
        choose(number);
    else if (m_mock)
        m_table->card()->toggleKeyPoint(number);
}

void MockPage::choose(int option)
{
    if (!m_mock || !m_mock->isAsking() ||
        option >= m_mock->items().at(m_mock->current()).question.options.size())
        return;
    m_mock->choose(option);
    m_table->card()->markChoice(m_mock->items().at(m_mock->current()).option);
    m_table->takeFocus(); // from the option: Space goes on
}

void MockPage::takePoints()
{
    if (!m_mock)
        return; // the card of one that was left
    m_mock->notePoints(m_reviewed, m_table->card()->points());
    propose();
}

void MockPage::takeRun(bool passed)
{
    m_mock->noteRun(m_reviewed, passed);
    propose();
}

void MockPage::propose()
{
    m_ungraded->hide();
    m_foot->setSuggested(m_mock->items().at(m_reviewed).likelyRating());
}

void MockPage::acceptProposal()
{
    if (const auto proposed = m_mock->items().at(m_reviewed).likelyRating())
        return grade(*proposed);
    m_ungraded->show();
}

void MockPage::grade(Rating rating)
{
    if (!m_mock || m_mock->isAsking())
        return;
    m_notices->hideAll();
    m_mock->grade(m_reviewed, rating);
    if (m_reviewed + 1 < m_mock->items().size()) {
        ++m_reviewed;
        return showItem();
    }
    finish();
}

void MockPage::finish()
{
    const auto key = m_mock->finish();
    if (!key) // everything stays: the key can be pressed again
        return showProblem(tr("This was not saved. Your grades are still here; press the key again."),
                           errorSentence(key.error()));
    m_mock.reset();
    showReport(*key);
}

void MockPage::showReport(const QString &key)
{
    m_mock.reset();
    m_table->forgetAttempts();
    showTaskKeys();
    m_ticking.stop();
    m_notices->hideAll();
    m_report->showResult(key);
    m_middle->setCurrentWidget(m_report);
    m_foot->hide();
    m_where->setText(tr("Report"));
    m_clock->clear();
    m_progress->setShare(1);
    m_report->takeFocus();
}

// Asks once while there is something to lose.
void MockPage::leave()
{
    if (m_mock && m_leaving->isHidden())
        return askToLeave();
    m_mock.reset();
    m_table->forgetAttempts();
    showTaskKeys();
    m_ticking.stop();
    m_leaving->hide();
    emit ended();
}

bool MockPage::isAskedToLeave() const
{
    return isVisible() && !m_leaving->isHidden();
}

void MockPage::askToLeave()
{
    m_leaving->show();
    m_goOn->setFocus(Qt::OtherFocusReason);
}

void MockPage::goOn()
{
    m_leaving->hide();
    m_table->takeFocus();
}

void MockPage::showItem()
{
    const bool asking = m_mock->isAsking();
    const int place = asking ? m_mock->current() : m_reviewed;
    const int all = int(m_mock->items().size());
    const MockItem &item = m_mock->items().at(place);
    m_notices->hideAll();
    m_middle->setCurrentWidget(m_table);
    m_foot->show();
    m_table->show(item.question, {}, {}, 0);
    m_progress->setShare(double(place) / all);
    if (asking) {
        if (m_table->task())
            m_table->task()->holdBack();
        m_where->setText(tr("Question %1 of %2  ·  %3").arg(place + 1).arg(all).arg(partName(item.part)));
        m_foot->askForNext(place + 1 == all, item.confidence);
    } else {
        m_ticking.stop();
        m_where->setText(tr("Review %1 of %2").arg(place + 1).arg(all) +
                         (width() < m_theme.px(700)
                              ? QString()
                              : u"  ·  "_s + tr("tick what you said (A to F), then grade (1 to 4)")));
        showAnswer();
    }
    m_table->takeFocus(); // the keys of a page scroll it
    showTaskKeys();
    showClock();
}

// With what was done and ticked before.
void MockPage::showAnswer()
{
    const MockItem item = m_mock->items().at(m_reviewed);
    m_table->reveal(item.option);
    m_table->card()->tickKeyPoints(item.points);
    if (m_table->task())
        connect(m_table->task(), &CardTask::checked, this, &MockPage::takeRun);
    m_foot->askForGrade(item.likelyRating());
}

void MockPage::showTaskKeys()
{
    m_keys->followTask(m_mock.has_value());
}

void MockPage::showClock()
{
    if (!m_mock)
        return;
    const bool asking = m_mock->isAsking();
    const MockItem &item = m_mock->items().at(asking ? m_mock->current() : m_reviewed);
    const int ms = asking ? m_mock->sinceShownMs() : item.spentMs;
    const bool over = ms > item.seconds * 1000;
    const QString words = spentWords(ms, item.seconds);
    m_clock->setText(over ? tr("%1, over").arg(words) : words);
    m_clock->setColor(over ? &Tokens::warn : &Tokens::text);
}

void MockPage::showProblem(const QString &what, const QString &then)
{
    m_problem->setTexts(what, then);
    m_problem->show();
}

} // namespace flaskcards
