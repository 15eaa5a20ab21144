// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/studypage.h"

#include "core/proposedgrade.h"
#include "core/speaking.h"
#include "library/clockwarning.h"
#include "library/sittings.h"
#include "library/stepwords.h"
#include "library/today.h"
#include "library/why.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/interview/askeddialog.h"
#include "ui/links.h"
#include "ui/study/cardkeys.h"
#include "ui/study/cardtable.h"
#include "ui/study/spokenanswer.h"
#include "ui/study/spokenrow.h"
#include "ui/study/studybar.h"
#include "ui/study/studyfoot.h"
#include "ui/theme.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/thinbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int leastMiddlePx = 60; // design pixels

} // namespace

StudyPage::StudyPage(Library &library, Theme &theme, Voice &voice, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"studyPage"_s);
    build(voice);
    addActions();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StudyPage::showClock);
    connect(&library, &Library::changed, this, [this](const Changes &changes) {
        if (changes.outside && isVisible() && m_session && m_session->isCurrentStale())
            settle(m_session->refresh());
    });
}

void StudyPage::build(Voice &voice)
{
    m_progress = new ThinBar(m_theme, tr("Progress of the sitting"), 3, this);
    m_progress->setSquare(true);
    m_bar = new StudyBar(m_theme, this);
    m_middle = new QStackedWidget(this);
    m_table = new CardTable(m_theme,
                            {m_python,
                             [this] {
                                 return m_library.now().atMs;
                             }},
                            m_middle);
    m_summary = new SittingSummary(m_theme, m_middle);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_summary);
    m_problem = new Notice(m_theme, Notice::Kind::Error, {}, {}, this);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_spokenRow = new SpokenRow(m_theme, this);
    m_spoken = new SpokenAnswer(m_library, voice, m_bar->recordingMark(), *m_spokenRow, this);
    m_foot = new StudyFoot(m_theme, this);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_progress);
    rows->addWidget(m_bar);
    rows->addWidget(m_problem);
    rows->addWidget(m_middle, 1);
    rows->addWidget(m_spokenRow);
    rows->addWidget(m_foot);

    connect(m_bar, &StudyBar::endRequested, this, &StudyPage::endSitting);
    connect(m_bar, &StudyBar::undoRequested, this, &StudyPage::undoRequested);
    connect(&m_library, &Library::changed, this, &StudyPage::nameUndo);
    connect(m_bar, &StudyBar::flagChosen, this, &StudyPage::setFlag);
    connect(m_foot, &StudyFoot::revealRequested, this, &StudyPage::reveal);
    connect(m_foot, &StudyFoot::graded, this, &StudyPage::grade);
    connect(m_spoken, &SpokenAnswer::failed, this, &StudyPage::showVoiceProblem);
    connect(m_summary, &SittingSummary::left, this, &StudyPage::ended);
    connect(m_summary, &SittingSummary::continued, this, &StudyPage::continueSitting);
    connect(m_table->card(), &CardView::optionChosen, this, &StudyPage::choose);
    connect(m_table->card(), &CardView::keyPointsTicked, this, &StudyPage::notePoints);
    connect(m_table->card(), &CardView::followUpRequested, this, &StudyPage::askFollowUp);
    connect(m_table->card(), &CardView::linkActivated, this, &openLink);
}

void StudyPage::addActions()
{
    m_keys = new CardKeys(*m_table, *this);
    const auto add = [this](Command command, auto slot) {
        return m_keys->add(command, std::bind_front(slot, this));
    };
    add(Command::Reveal, &StudyPage::confirm);
    m_keys->add(Command::Sure, [this] { revealAsked(Confidence::Sure); });
    m_keys->add(Command::Unsure, [this] { revealAsked(Confidence::Unsure); });
    m_keys->add(Command::Again, [this] { grade(Rating::Again); });
    m_keys->add(Command::Hard,
                [this] { grade(m_library.preferences().twoGrades ? Rating::Good : Rating::Hard); });
    m_keys->add(Command::Good, [this] { grade(Rating::Good); });
    m_keys->add(Command::Easy, [this] {
        if (!m_library.preferences().twoGrades)
            grade(Rating::Easy);
    });
    m_keys->add(Command::EndSitting, [this] {
        if (m_table->isExplaining())
            m_table->endExplaining();
        else
            endSitting();
    });
    add(Command::TakeBack, &StudyPage::undoRequested);
    m_keys->add(Command::Flag, [this] { m_bar->openFlagMenu(); });
    m_keys->addNumbered(Command::Choose,
                        [this](int option) { choose(option); }); // E edits, but for a fifth option
    m_keys->addNumbered(Command::Tick, [this](int point) {
        if (isUnderWay() && m_session->isRevealed())
            m_table->card()->toggleKeyPoint(point);
    });
    m_keys->add(Command::WriteCode, [this] {
        if (isUnderWay() && m_table->task())
            m_table->task()->write();
    });
    m_keys->add(Command::PlayVoice, [this] { m_spoken->togglePlay(); });
    m_keys->add(Command::KeepVoice, [this] { m_spoken->keep(); });
    m_bar->setCardActions(
        {add(Command::Why, &StudyPage::toggleWhy), add(Command::FollowUp, &StudyPage::askFirstFollowUp),
         add(Command::Skip, &StudyPage::skip), add(Command::Bury, &StudyPage::bury),
         add(Command::Suspend, &StudyPage::suspend), add(Command::EditCard, &StudyPage::edit),
         add(Command::ReallyAsked, &StudyPage::noteAsked)});
}

void StudyPage::showTaskKeys()
{
    m_keys->followTask(isUnderWay() && m_middle->currentWidget() == m_table);
}

void StudyPage::start(const SessionPlan &plan)
{
    keepRest();
    m_plan = plan;
    m_table->forgetAttempts();
    m_problem->hide();
    m_spoken->leaveQuestion();
    m_session.reset();
    auto session = Session::start(m_library, plan);
    if (!session)
        return showProblem(session.error());
    m_session.emplace(*std::move(session));
    showCard();
}

bool StudyPage::isUnderWay() const
{
    return m_session && m_session->current();
}

void StudyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_spoken->setSeen(true);
    nameUndo();
    refresh();
}

void StudyPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_spoken->setSeen(false);
}

void StudyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_foot->fit();
    shareRoom();
}

void StudyPage::keyPressEvent(QKeyEvent *event)
{
    if (m_middle->currentWidget() != m_table || !m_table->scrollByKey(event->key()))
        QWidget::keyPressEvent(event);
}

// The grades are always to be seen: the card, which scrolls, has what is left.
void StudyPage::shareRoom()
{
    m_middle->setMinimumHeight(m_theme.px(leastMiddlePx));
    m_spokenRow->setRoom(height() - m_bar->minimumHeight() - m_foot->height());
}

void StudyPage::refresh()
{
    if (m_session)
        settle(m_session->refresh()); // the card may have been changed elsewhere meanwhile
}

void StudyPage::revealAsked(Confidence confidence)
{
    if (m_library.preferences().askConfidence)
        reveal(confidence);
}

void StudyPage::reveal(Confidence confidence)
{
    if (!isUnderWay() || m_session->isRevealed())
        return;
    m_session->noteConfidence(confidence);
    m_session->reveal();
    showClock();
    m_table->reveal(-1);
    showTaskKeys();
    showAnswer();
    m_table->showAnswerBegin();
}

// What stands around the answer. The focus moves before the button that has it goes, lest the first key point
// gets it.
void StudyPage::showAnswer()
{
    m_table->takeFocus();
    askForGrade();
    const CardTask *task = m_table->task();
    if (!m_solved)
        m_solved =
            solvedBy(m_session->current()->question, m_session->option(), task ? task->attempt().line : 0);
    suggest();
    shareRoom();
    m_spoken->showAnswer(m_session->recital().thoughtMs);
}

void StudyPage::askForGrade()
{
    if (m_session->isRecorded())
        m_foot->askForGrade(m_session->current()->outcomes, m_library.now());
    else
        m_foot->askForUnrecordedGrade();
}

// A focused button of the card or the foot is what the key means; otherwise the sitting goes on.
void StudyPage::confirm()
{
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button))
        return button->click();
    if (!isUnderWay())
        emit ended();
    else if (!m_session->isRevealed())
        reveal();
    else
        grade(m_suggested.value_or(Rating::Good));
}

void StudyPage::grade(Rating rating)
{
    if (!isUnderWay() || !m_session->isRevealed())
        return;
    const auto done = m_session->answer(rating);
    if (done)
        m_table->layAside();
    settle(done);
}

// C is also the clock of a design question.
void StudyPage::choose(int option)
{
    if (isUnderWay() && m_table->task() && m_table->task()->hasClock() && option == 2)
        return m_table->task()->toggleClock();
    if (!isUnderWay() || m_session->isRevealed() || option >= m_session->current()->question.options.size())
        return;
    m_session->noteOption(option);
    m_session->reveal();
    showGiven();
}

// The answer, with what was chosen and ticked.
void StudyPage::showGiven()
{
    const int option = m_session->option();
    const QString points = m_session->recital().points;
    m_table->reveal(option);
    showAnswer();
    m_table->card()->tickKeyPoints(points);
}

void StudyPage::noteCheck(bool holds)
{
    m_solved = holds;
    suggest();
}

void StudyPage::notePoints()
{
    if (isUnderWay() && m_session->isRevealed())
        m_session->notePoints(m_table->card()->points());
    suggest();
}

void StudyPage::suggest()
{
    if (!isUnderWay() || !m_session->isRevealed())
        return;
    const CardView *card = m_table->card();
    m_suggested = proposedGrade(card->tickedKeyPoints(), card->keyPoints(), m_solved);
    m_foot->setSuggested(m_suggested);
}

QList<QuestionLink> StudyPage::followUps() const
{
    if (!isUnderWay())
        return {};
    const auto links = linksTo(m_library, m_session->current()->question.followUps);
    return links ? *links : QList<QuestionLink>();
}

void StudyPage::askFollowUp(const QString &slug)
{
    for (const QuestionLink &link : followUps()) {
        if (link.slug != slug)
            continue;
        m_session->askNext(link.id);
        showCounts();
        m_bar->setText(tr("Next: %1").arg(plainTitle(link.title)));
    }
}

void StudyPage::askFirstFollowUp()
{
    const QList<QuestionLink> links = followUps();
    if (!links.isEmpty() && m_session->isRevealed())
        askFollowUp(links.first().slug);
}

void StudyPage::toggleWhy()
{
    if (!isUnderWay())
        return;
    if (m_table->isExplaining())
        return m_table->endExplaining();
    const auto report = whyReport(m_library, m_session->current()->card.question);
    if (!report)
        return m_bar->setText(errorSentence(report.error()));
    m_table->explain(*report);
}

void StudyPage::skip()
{
    if (!isUnderWay())
        return;
    const qint64 untilMs = m_session->skip();
    showCard();
    if (untilMs > 0 && isUnderWay())
        m_bar->setText(tr("Skipped until %1").arg(timeWords(untilMs, m_library.clock())));
}

void StudyPage::bury()
{
    if (isUnderWay())
        layAway(m_session->bury(), tr("Buried until tomorrow"));
}

void StudyPage::suspend()
{
    if (isUnderWay())
        layAway(m_session->suspend(), tr("Suspended until you bring it back"));
}

// Says what became of the card that is gone.
void StudyPage::layAway(const Result<void> &done, const QString &words)
{
    settle(done);
    if (done && isUnderWay())
        m_bar->setText(words);
}

void StudyPage::setFlag(int flag)
{
    if (!isUnderWay())
        return;
    if (auto done = m_session->setFlag(flag); !done)
        return showProblem(done.error());
    m_bar->setFlag(flag);
}

// E is also the fifth option of a choice.
void StudyPage::edit()
{
    if (!isUnderWay())
        return;
    if (!m_session->isRevealed() && m_session->current()->question.options.size() > 4)
        return choose(4);
    emit editRequested(m_session->current()->card.question);
}

void StudyPage::noteAsked()
{
    if (!isUnderWay())
        return;
    auto *dialog = new AskedDialog(m_library, m_theme, m_session->current()->card.question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { m_bar->setText(tr("Noted as really asked.")); });
    dialog->open();
}

Result<Stepped> StudyPage::step(Direction direction, qint64 until)
{
    auto done = m_session->step(direction, until);
    if (done && isVisible())
        settle({});
    return done;
}

bool StudyPage::takeBackUnrecorded()
{
    const bool taken = m_session && m_session->takeBackUnrecorded();
    if (taken)
        settle({});
    return taken;
}

int StudyPage::footHeight() const
{
    return m_foot->isVisible() ? m_foot->height() : 0;
}

void StudyPage::keepRest()
{
    if (m_session && !m_plan.listed.isEmpty())
        keepUnfinished(m_library, m_session->rest());
}

void StudyPage::endSitting()
{
    keepRest();
    m_spoken->leaveQuestion();
    if (isUnderWay() && !m_session->answered().isEmpty() && m_middle->currentWidget() == m_table)
        showSummary();
    else
        emit ended();
}

void StudyPage::settle(const Result<void> &done)
{
    if (!done)
        return showProblem(done.error());
    m_problem->hide();
    showCard();
}

// The card and its answer stay as they are: the person can try again.
void StudyPage::showProblem(const Error &error)
{
    const bool isGone = error.code == ErrorCode::NotFound && m_session;
    if (isGone || (error.code == ErrorCode::Busy && isUnderWay()))
        showCard();
    if (isGone)
        m_problem->setTexts(tr("That question was taken away meanwhile."), QString());
    else
        m_problem->setTexts(isUnderWay()
                                ? tr("This was not saved. The card is still here; press the key again.")
                                : tr("The sitting cannot start."),
                            errorSentence(error));
    m_problem->show();
}

void StudyPage::showVoiceProblem(const QString &what, const Error &error)
{
    m_problem->setTexts(what, errorSentence(error));
    m_problem->show();
}

void StudyPage::showCard()
{
    if (!isUnderWay())
        return showSummary();
    const StudyCard &card = *m_session->current();
    CardContext context;
    context.points = pointRecords(card.recitals, int(card.question.keyPoints.size()));
    for (const QuestionLink &link : followUps())
        context.followUps.append({link.slug, link.title});
    m_suggested.reset();
    m_solved.reset();
    m_foot->setSuggested(std::nullopt);
    m_table->show(card.question, context, whyToday(card.card, card.recall, m_library.today()),
                  card.card.schedule.answers);
    m_middle->setCurrentWidget(m_table);
    m_foot->show();
    m_bar->setCardThere(true);
    m_bar->setFlag(card.card.flag);
    m_foot->setTwoGrades(m_library.preferences().twoGrades);
    m_foot->askForReveal(m_library.preferences().askConfidence);
    showCounts();
    showClock();
    m_spoken->showQuestion(card, m_session->isRevealed());
    if (const CardTask *task = m_table->task()) {
        connect(task, &CardTask::checked, this, &StudyPage::noteCheck);
        connect(task, &CardTask::shown, m_spoken, &SpokenAnswer::noteWriting);
        if (task->attempt().writes.value_or(false))
            m_spoken->noteWriting();
    }
    if (m_session->isRevealed()) // looked at before, or brought back by undo
        showGiven();
    showTaskKeys();
}

// While the person thinks or speaks; stands still from the answer on, with how long it took before.
void StudyPage::showClock()
{
    const int targetMs = isUnderWay() && m_library.preferences().speakingClock
                             ? speakingTargetMs(m_session->current()->question)
                             : 0;
    if (targetMs == 0) {
        m_second.stop();
        return m_bar->setClock({}, {}, false, {});
    }
    const bool stands = m_session->isRevealed();
    stands ? m_second.stop() : m_second.start();
    const int tookMs = stands ? m_session->recital().thoughtMs : m_session->sinceShownMs();
    QStringList before;
    for (const Recital &recital : m_session->current()->recitals) {
        if (recital.thoughtMs > 0)
            before.append(clockWords(recital.thoughtMs));
    }
    const QString history = before.isEmpty() ? tr("The time you took comes here next time.")
                                             : tr("Before: %1").arg(before.join(u", "_s));
    const bool over = tookMs > targetMs;
    const QString time = over ? tr("%1, over %2") : tr("%1 of %2");
    const QString last = stands && !before.isEmpty() ? tr("last time %1").arg(before.last()) : QString();
    m_bar->setClock(time.arg(clockWords(tookMs), clockWords(targetMs)), last, over, history);
}

void StudyPage::showCounts()
{
    const int done = int(m_session->answered().size());
    const int all = done + m_session->left();
    QString text =
        tr("%1 of %2  ·  %3 left").arg(done + 1).arg(all).arg(durationWords(m_session->estimateLeftMs()));
    if (!m_session->isRecorded())
        text = tr("%1: nothing is rescheduled  ·  %2").arg(m_plan.name, text);
    else if (!m_plan.name.isEmpty())
        text = m_plan.name + u"  ·  "_s + text;
    m_bar->setText(text);
    m_progress->setShare(all > 0 ? double(done) / all : 1);
}

void StudyPage::nameUndo()
{
    if (!isVisible())
        return;
    const auto step = m_library.nextUndo();
    m_bar->setUndo(step && *step ? stepWords(**step, m_library) : QString());
}

SittingSummary::Facts StudyPage::facts() const
{
    SittingSummary::Facts facts;
    if (m_session) {
        facts.answered = m_session->answered();
        facts.listed = !m_plan.listed.isEmpty();
        facts.recorded = m_plan.recorded;
        if (const auto next = m_session->nextLearningDueMs(); next && !m_session->current())
            facts.nextLearningMs = std::max<qint64>(0, offeredAtMs(m_library, *next) - m_library.now().atMs);
    }
    if (const auto today = todaySummary(m_library); today && today->week.size() > 1)
        facts.comesTomorrow = today->week.at(1).due + today->week.at(1).fresh;
    return facts;
}

// The card that waited for its minute.
void StudyPage::continueSitting()
{
    settle(m_session->resume());
}

void StudyPage::noticeTime()
{
    if (m_middle->currentWidget() == m_summary)
        return m_summary->showOutlook(facts());
    if (!isUnderWay() || m_session->current()->shownOn == m_library.today())
        return;
    if (auto renewed = m_session->renewOutcomes(); !renewed)
        return showProblem(renewed.error());
    if (m_session->isRevealed())
        askForGrade();
}

void StudyPage::showSummary()
{
    keepRest();
    m_spoken->leaveQuestion();
    m_summary->show(facts());
    m_middle->setCurrentWidget(m_summary);
    m_foot->hide();
    m_bar->setCardThere(false);
    m_bar->setText(tr("Summary"));
    m_second.stop();
    m_bar->setClock({}, {}, false, {});
    m_progress->setShare(1);
    m_summary->takeFocus();
    showTaskKeys();
    emit summaryShown();
}

} // namespace flaskcards
