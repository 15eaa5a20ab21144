// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "library/catchup.h"
#include "library/clockwarning.h"
#include "library/words.h"
#include "ui/theme.h"
#include "ui/today/catchuppanel.h"
#include "ui/today/othersittings.h"
#include "ui/today/todaynotices.h"
#include "ui/today/weaktopics.h"
#include "ui/today/weekchart.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/thinbar.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <iterator>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int narrowBelowPx = 800; // design pixels: button and time box stand below one another

// Half of the minutes a day, these, twice as many, and everything.
enum TimeBox { Half, Whole, Double, All };

constexpr QLatin1StringView boxKey = "today/time-box"_L1;           // a TimeBox
constexpr QLatin1StringView catchUpKey = "today/no-catch-up-on"_L1; // study day

int rememberedBox(const Library &library)
{
    bool ok = false;
    const int box = library.viewState(QString(boxKey)).toInt(&ok);
    return ok && box >= Half && box <= All ? box : Whole;
}

// Minutes; 0: all.
int minutesOf(int box, int minutesPerDay)
{
    switch (box) {
    case Half:
        return std::max(1, minutesPerDay / 2);
    case Whole:
        return minutesPerDay;
    case Double:
        return 2 * minutesPerDay;
    default:
        return 0;
    }
}

QString dateLine(int studyDay)
{
    return QLocale().toString(QDate(1970, 1, 1).addDays(studyDay), u"dddd, d MMMM"_s);
}

} // namespace

TodayPage::TodayPage(Library &library, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"todayPage"_s);
    build();
    followTheme();
    connect(&theme, &Theme::changed, this, &TodayPage::followTheme);
    connect(&library, &Library::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

void TodayPage::build()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(area);

    auto *inside = new QWidget;
    auto *centre = new QHBoxLayout(inside);
    centre->setContentsMargins(0, 0, 0, 0);
    m_column = new QWidget(inside);
    centre->addStretch(1);
    centre->addWidget(m_column, 1000);
    centre->addStretch(1);
    auto *column = new QVBoxLayout(m_column);
    column->setSpacing(0);
    m_notices = new TodayNotices(m_library, m_theme, m_column);
    column->addWidget(m_notices);
    column->addSpacing(m_theme.px(8));
    connect(m_notices, &TodayNotices::studyRequested, this, &TodayPage::studyRequested);
    connect(m_notices, &TodayNotices::left, this, [this] { m_study->setFocus(Qt::OtherFocusReason); });
    buildHead(column);
    buildStart(column);
    buildPanels(column);
    column->addStretch(1);
    area->setWidget(inside);
}

void TodayPage::buildHead(QVBoxLayout *column)
{
    m_date = new Label(m_theme, TextRole::PageTitle, {}, m_column);
    m_date->setObjectName(u"date"_s);
    m_counts = new Label(m_theme, TextRole::Interface, {}, m_column);
    m_counts->setObjectName(u"counts"_s);
    m_counts->setColor(&Tokens::text2);
    m_counts->setWordWrap(true);
    m_streak = new Label(m_theme, TextRole::Small, {}, m_column);
    m_streak->setColor(&Tokens::text2);
    m_done = new ThinBar(m_theme, tr("Done today"), 4, m_column);

    column->addWidget(m_date);
    column->addSpacing(m_theme.px(8));
    auto *line = new QHBoxLayout;
    line->addWidget(m_counts, 1);
    line->addWidget(m_streak);
    column->addLayout(line);
    column->addSpacing(m_theme.px(12));
    column->addWidget(m_done);
    column->addSpacing(m_theme.px(40));
}

void TodayPage::buildStart(QVBoxLayout *column)
{
    m_start = new QWidget(m_column);
    auto *rows = new QVBoxLayout(m_start);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(m_theme.px(12));
    m_study = new Button(m_theme, Button::Look::Large, {}, m_start);
    m_study->setObjectName(u"study"_s);
    m_timeBox = new Segments(m_theme, tr("Time box"), boxWords(), m_start);
    m_timeBox->setObjectName(u"timeBox"_s);
    m_timeBox->setIndex(rememberedBox(m_library));
    setFocusProxy(m_study); // Space starts, whichever way one comes here
    m_startRow = new QHBoxLayout;
    m_startRow->setSpacing(m_theme.px(24));
    m_startRow->addWidget(m_study);
    m_startRow->addWidget(m_timeBox, 0, Qt::AlignLeft);
    m_startRow->addStretch(1);
    rows->addLayout(m_startRow);

    m_hint = new QWidget(m_start);
    auto *hint = new QHBoxLayout(m_hint);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->setSpacing(m_theme.px(4));
    const auto addText = [&](const QString &text) {
        auto *label = new Label(m_theme, TextRole::Small, text, m_hint);
        label->setColor(&Tokens::text2);
        hint->addWidget(label);
        return label;
    };
    addText(tr("Press", "before the picture of the key Space"));
    hint->addWidget(new KeyCap(m_theme, tr("Space"), m_hint));
    m_hintText = addText({});
    hint->setStretchFactor(m_hintText, 1);
    rows->addWidget(m_hint);
    column->addWidget(m_start);

    m_nothing = new Panel(m_theme, m_column, 24, 20);
    m_nothingText = new EmptyState(m_theme, tr("Nothing is due"), {}, tr("Study ahead"), m_nothing);
    m_nothing->body()->addWidget(m_nothingText);
    column->addWidget(m_nothing);
    auto *sittings = new OtherSittings(m_library, m_theme, m_column);
    connect(sittings, &OtherSittings::studyRequested, this, &TodayPage::studyRequested);
    connect(sittings, &OtherSittings::failed, this, &TodayPage::showError);
    column->addSpacing(m_theme.px(12));
    column->addWidget(sittings, 0, Qt::AlignLeft);
    column->addSpacing(m_theme.px(40));

    connect(m_study, &QAbstractButton::clicked, this, &TodayPage::startSitting);
    connect(m_timeBox, &Segments::chosen, this, &TodayPage::takeTimeBox);
    connect(m_nothingText, &EmptyState::pressed, this, &TodayPage::studyAhead);
}

void TodayPage::buildPanels(QVBoxLayout *column)
{
    m_catchUp = new CatchUpPanel(m_theme, m_column);
    m_catchUp->hide();
    column->addWidget(m_catchUp);
    m_catchUpGap = new QWidget(m_column);
    m_catchUpGap->hide();
    column->addWidget(m_catchUpGap);
    connect(m_catchUp, &CatchUpPanel::chosen, this, &TodayPage::follow);
    connect(m_catchUp, &CatchUpPanel::postponed, this, &TodayPage::postponeCatchUp);
    m_week = new Panel(m_theme, m_column, 24, 20);
    m_week->setTitle(tr("The coming week"));
    m_week->addBesideTitle(new Legend(
        m_theme,
        {{Legend::Mark::Solid, tr("due"), &Tokens::chart}, {Legend::Mark::Hollow, tr("new"), &Tokens::chart}},
        m_week));
    m_weekChart = new WeekChart(m_theme, m_week);
    m_week->body()->addWidget(m_weekChart);
    column->addWidget(m_week);
    column->addSpacing(m_theme.px(20));
    m_weakest = new WeakTopics(m_theme, m_column);
    column->addWidget(m_weakest);
    connect(m_weakest, &WeakTopics::studyRequested, this,
            [this](const QList<QuestionId> &questions) { emit studyRequested({.listed = questions}); });
}

void TodayPage::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(880));
    const int side = width() < m_theme.px(560) ? 16 : width() < m_theme.px(900) ? 32 : 64;
    m_column->layout()->setContentsMargins(0, m_theme.px(side == 64 ? 40 : 16), 0, m_theme.px(40));
    m_column->parentWidget()->layout()->setContentsMargins(m_theme.px(side), 0, m_theme.px(side), 0);
    const bool isNarrow = width() < m_theme.px(narrowBelowPx);
    m_startRow->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_startRow->setSpacing(m_theme.px(isNarrow ? 12 : 24));
    m_hintText->setWordWrap(isNarrow);
    for (QWidget *part : m_hint->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        m_hint->layout()->setAlignment(part, isNarrow ? Qt::AlignTop : Qt::Alignment());
    m_study->setMinimumWidth(m_theme.px(isNarrow ? 240 : 400));
    m_catchUpGap->setFixedHeight(m_theme.px(20));
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    followTheme();
    QWidget::resizeEvent(event);
}

void TodayPage::showEvent(QShowEvent *event)
{
    refreshIfStale();
    QWidget::showEvent(event);
    m_notices->showUnfinished();
    m_study->setFocus(Qt::OtherFocusReason);
}

void TodayPage::refreshIfStale()
{
    if (m_stale)
        refresh();
}

// A card in learning may now be offered, and a clock set back is worth a word at once. A new study day comes
// as a change of the library.
void TodayPage::noticeTime()
{
    const qint64 nowMs = m_library.now().atMs;
    const auto &next = m_today.nextLearningDueMs;
    const auto warning = clockWarning(m_library);
    m_stale = m_stale || (next && offeredAtMs(m_library, *next) <= nowMs) ||
              (warning && warning->has_value() != m_notices->warnsOfClock());
}

void TodayPage::refresh()
{
    auto today = todaySummary(m_library);
    if (!today)
        return showError(today.error());
    m_today = *std::move(today);
    m_stale = false;
    showSummary();
    emit summaryChanged(m_today);
}

void TodayPage::showError(const Error &error)
{
    m_notices->showError(error);
}

void TodayPage::showSummary()
{
    m_notices->refresh();
    showHead();
    showStart();
    showCatchUp();
    m_week->setVisible(m_today.everStudied);
    m_weekChart->setDays(m_today.week);
    m_weakest->setTopics(m_today.weakest);
}

void TodayPage::showHead()
{
    m_date->setText(dateLine(m_library.today()));
    m_timeBox->setWords(boxWords());
    const int left = m_today.due + m_today.fresh;
    if (!m_today.everStudied)
        m_counts->setText(tr("%1, %2.").arg(tr("%n question(s)", nullptr, m_today.questions),
                                            tr("%n topic(s)", nullptr, m_today.topics)));
    else if (m_today.done > 0)
        m_counts->setText(tr("%1 due, %2 new. %3 of %4 done today.")
                              .arg(m_today.due)
                              .arg(m_today.fresh)
                              .arg(m_today.done)
                              .arg(m_today.done + left));
    else
        m_counts->setText(tr("%1 due, %2 new.").arg(m_today.due).arg(m_today.fresh));
    if (const QString interview = interviewWords(); !interview.isEmpty())
        m_counts->setText(m_counts->text() + u' ' + interview);
    m_done->setVisible(m_today.everStudied);
    m_done->setShare(m_today.done + left > 0 ? double(m_today.done) / (m_today.done + left) : 0);
    m_streak->setText(m_today.streak.current > 1
                          ? tr("Studied %n day(s) in a row", nullptr, m_today.streak.current)
                          : QString());
}

QString TodayPage::interviewWords() const
{
    const int day = m_library.preferences().interviewDay;
    const int left = day - m_library.today();
    if (day == 0 || left < 0)
        return {};
    return left == 0 ? tr("The interview is today.") : tr("The interview is in %n day(s).", nullptr, left);
}

void TodayPage::showStart()
{
    const bool something = m_today.ready() > 0;
    QWidget *leaving = something ? static_cast<QWidget *>(m_nothing) : m_start;
    const bool focusLeaves = leaving->isAncestorOf(focusWidget());
    m_start->setVisible(something);
    m_nothing->setVisible(!something);
    if (focusLeaves)
        (something ? m_study : m_nothingText->button())->setFocus(Qt::OtherFocusReason);
    if (something)
        showSitting();
    else
        m_nothingText->setTexts(tr("Nothing is due"), comingWords());
}

QString TodayPage::comingWords() const
{
    const DayLoad tomorrow = m_today.week.value(1);
    const int coming = tomorrow.due + tomorrow.fresh;
    if (!m_today.nextLearningDueMs)
        return coming > 0 ? tr("%n card(s) come(s) tomorrow.", nullptr, coming)
                          : tr("Nothing comes tomorrow either; enjoy the day.");
    return tr("The next card in learning comes at %1.")
        .arg(timeWords(offeredAtMs(m_library, *m_today.nextLearningDueMs), m_library.clock()));
}

void TodayPage::showSitting()
{
    const Sitting sitting = sittingOf(m_today, boxMinutes());
    m_hintText->setText(
        m_today.everStudied
            ? tr("to start. The most forgotten come first; new ones are spread between them.")
            : tr("to start. Answer in your head, look, and say how it went; the rest is done for you."));
    m_study->setText(m_today.everStudied ? tr("Study %1 · %2")
                                               .arg(tr("%n card(s)", nullptr, sitting.cards),
                                                    durationWords(sitting.estimateMs))
                                         : tr("Start with %n new one(s)", nullptr, sitting.cards));
}

void TodayPage::showCatchUp()
{
    const bool postponed = m_library.viewState(QString(catchUpKey)) == QString::number(m_library.today());
    const auto waiting = postponed ? Result(std::optional<CatchUp>()) : catchUp(m_library);
    if (!waiting)
        return showError(waiting.error());
    if (*waiting)
        m_catchUp->setCatchUp(**waiting, m_library.today());
    const bool focusLeaves = !*waiting && m_catchUp->isAncestorOf(focusWidget());
    m_catchUp->setVisible(waiting->has_value());
    m_catchUpGap->setVisible(waiting->has_value());
    if (focusLeaves)
        m_study->setFocus(Qt::OtherFocusReason);
}

// All at once is what the button above does without a limit of time.
void TodayPage::follow(const CatchUpPlan &plan)
{
    if (plan.speed == CatchUpSpeed::AtOnce) {
        m_timeBox->setIndex(All);
        takeTimeBox(m_timeBox->index());
        return postponeCatchUp();
    }
    const auto changes = m_library.apply(catchUpOperation(m_library, plan));
    if (!changes)
        showError(changes.error());
}

void TodayPage::postponeCatchUp()
{
    m_library.setViewState(QString(catchUpKey), QString::number(m_library.today()));
    showCatchUp();
}

int TodayPage::boxMinutes() const
{
    return minutesOf(m_timeBox->index(), m_library.preferences().minutesPerDay);
}

QStringList TodayPage::boxWords() const
{
    QStringList words;
    for (const int box : {Half, Whole, Double})
        words.append(tr("%1 min").arg(minutesOf(box, m_library.preferences().minutesPerDay)));
    return words << tr("All");
}

void TodayPage::takeTimeBox(int index)
{
    m_library.setViewState(QString(boxKey), QString::number(index));
    showSitting();
}

void TodayPage::startSitting()
{
    emit studyRequested({.listed = {}, .minutes = boxMinutes()});
}

void TodayPage::studyAhead()
{
    constexpr int cards = 20;
    const auto ahead = questionsAhead(m_library, cards);
    if (!ahead)
        return showError(ahead.error());
    emit studyRequested({.listed = *ahead});
}

} // namespace flaskcards
