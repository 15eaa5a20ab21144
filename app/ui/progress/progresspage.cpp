// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/progresspage.h"

#include "library/words.h"
#include "ui/progress/calendarmap.h"
#include "ui/progress/exportcharts.h"
#include "ui/progress/figures.h"
#include "ui/progress/findings.h"
#include "ui/progress/forecastchart.h"
#include "ui/progress/knowledgechart.h"
#include "ui/progress/outlooksection.h"
#include "ui/progress/recitalpanels.h"
#include "ui/progress/reviewschart.h"
#include "ui/progress/topicbars.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"

#include <QFileDialog>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int oneColumnBelowPx = 1000;
constexpr int topicsShown = 7;
constexpr QLatin1StringView periodKey = "progress/period"_L1;

} // namespace

ProgressPage::ProgressPage(Library &library, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"progressPage"_s);
    m_top = new QVBoxLayout;
    m_rows->addLayout(m_top);
    buildHead(m_top);
    m_problem = new Notice(theme, Notice::Kind::Error, {}, {}, this);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_top->addWidget(m_problem);
    m_empty = new EmptyState(theme, tr("Nothing studied yet"),
                             tr("After the first answers this page shows what you know and what is to come."),
                             tr("Study"), this);
    m_empty->setObjectName(u"nothingYet"_s);
    m_empty->hide();
    m_top->addWidget(m_empty, 1);
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("Progress"));
    m_area->viewport()->installEventFilter(this);
    m_rows->addWidget(m_area, 1);
    connect(m_empty, &EmptyState::pressed, this, &ProgressPage::studyRequested);
    connect(&theme, &Theme::changed, this, &ProgressPage::followTheme);
    connect(&library, &Library::changed, this, [this](const Changes &changes) {
        m_stale = true;
        m_historiesStale =
            m_historiesStale || changes.reviews || changes.moves || !changes.questions.isEmpty();
        if (isVisible())
            refresh();
    });
    followTheme();
}

void ProgressPage::buildHead(QVBoxLayout *rows)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(new Label(m_theme, TextRole::PageTitle, tr("Progress"), this));
    head->addSpacing(m_theme.px(12));
    head->addStretch(1);
    m_period =
        new Segments(m_theme, tr("Period"), {tr("30 days"), tr("90 days"), tr("Year"), tr("All")}, this);
    m_period->setObjectName(u"period"_s);
    m_period->setIndex(m_library.viewState(QString(periodKey)).toInt());
    head->addWidget(m_period);
    head->addSpacing(m_theme.px(12));
    m_export = new Button(m_theme, Button::Look::Plain, tr("Export"), this);
    m_export->setObjectName(u"export"_s);
    m_export->setSymbol(Icon::Export);
    m_export->setToolTip(tr("Save charts or numbers as a file"));
    head->addWidget(m_export);
    rows->addLayout(head);
    buildExportMenu();
    connect(m_period, &Segments::chosen, this, &ProgressPage::choosePeriod);
}

void ProgressPage::buildExportMenu()
{
    auto *menu = new QMenu(m_export);
    const auto add = [&](const QString &text, const File &file) {
        menu->addAction(text, this, [this, file] { askWhere(file); });
    };
    add(tr("Charts as PDF…"), {tr("Save charts as PDF"), u"pdf"_s, [this](const QString &path) {
                                   return saveAsPdf(*m_contents, path);
                               }});
    add(tr("Charts as PNG…"), {tr("Save charts as PNG"), u"png"_s, [this](const QString &path) {
                                   return saveAsPng(*m_contents, path);
                               }});
    add(tr("Numbers as CSV…"), {tr("Save numbers as CSV"), u"csv"_s, [this](const QString &path) {
                                    return saveBytes(numbers(), path);
                                }});
    m_export->setMenu(menu);
}

QByteArray ProgressPage::numbers() const
{
    const auto &outlook = m_outlook->outlook();
    return outlook ? toCsv(m_report) + csvRowsOf(*outlook) : toCsv(m_report);
}

void ProgressPage::buildContents()
{
    m_contents = new QWidget;
    m_contents->setAccessibleName(tr("Progress"));
    auto *rows = new QVBoxLayout(m_contents);
    m_firstScreen = new QHBoxLayout;
    m_firstScreen->setSpacing(0);
    m_strut = new QSpacerItem(0, 0);
    m_firstScreen->addItem(m_strut);
    rows->addLayout(m_firstScreen, 1);
    buildCharts();
    m_recitals = new RecitalPanels(m_theme, m_contents);
    rows->addWidget(m_recitals);
    connect(m_recitals, &RecitalPanels::listRequested, this, &ProgressPage::listRequested);
    m_outlook = new OutlookSection(m_library, m_theme, m_contents);
    rows->addWidget(m_outlook);
    m_area->setWidget(m_contents);
    followTheme();
}

void ProgressPage::buildCharts()
{
    m_charts = new QWidget(m_contents);
    m_firstScreen->addWidget(m_charts, 1);
    auto *rows = new QVBoxLayout(m_charts);
    m_figures = new Figures(m_theme, m_charts);
    rows->addWidget(m_figures);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    rows->addLayout(m_columns, 1);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    m_columns->addLayout(left, 680);
    m_columns->addLayout(right, 344);
    buildLeft(left);
    buildRight(right);
}

Panel *ProgressPage::addPanel(QVBoxLayout *column, const QString &name, int stretch)
{
    auto *panel = new Panel(m_theme, m_charts);
    panel->setObjectName(name);
    column->addWidget(panel, stretch);
    return panel;
}

void ProgressPage::buildLeft(QVBoxLayout *column)
{
    m_reviewsPanel = addPanel(column, u"reviewsPanel"_s, 6);
    QList<Legend::Entry> ratings;
    for (int rating = 1; rating <= 4; ++rating)
        ratings.append({.mark = Legend::Mark::Solid, .text = ratingName(Rating(rating)), .rating = rating});
    ratings.append({.mark = Legend::Mark::Line, .text = tr("recall in %"), .color = &Tokens::text});
    m_reviewsPanel->addBesideCaption(new Legend(m_theme, ratings, m_reviewsPanel));
    m_reviews = new ReviewsChart(m_theme, m_reviewsPanel);
    m_reviewsPanel->body()->addWidget(m_reviews);

    m_calendarPanel = addPanel(column, u"calendarPanel"_s, 0);
    m_calendarPanel->addBesideCaption(new HeatLegend(m_theme, m_calendarPanel));
    m_calendar = new CalendarMap(m_theme, m_calendarPanel);
    m_calendarPanel->body()->addWidget(m_calendar);

    m_knowledgePanel = addPanel(column, u"knowledgePanel"_s, 5);
    m_knowledge = new KnowledgeChart(m_theme, m_knowledgePanel);
    m_knowledgePanel->body()->addWidget(m_knowledge);
}

void ProgressPage::buildRight(QVBoxLayout *column)
{
    m_topicsPanel = addPanel(column, u"topicsPanel"_s, 1);
    m_topics = new TopicBars(m_theme, m_topicsPanel);
    m_topicsPanel->body()->addWidget(m_topics);
    connect(m_topics, &TopicBars::opened, this,
            [this](const QString &topic) { emit listRequested(u"topic:"_s + topic); });

    m_forecastPanel = addPanel(column, u"forecastPanel"_s, 1);
    m_forecastPanel->addBesideCaption(new Legend(
        m_theme,
        {{Legend::Mark::Solid, tr("due"), &Tokens::chart}, {Legend::Mark::Hollow, tr("new"), &Tokens::chart}},
        m_forecastPanel));
    m_forecast = new ForecastChart(m_theme, m_forecastPanel);
    m_forecastPanel->body()->addWidget(m_forecast);
    connect(m_forecast, &ForecastChart::todayOpened, this, [this] { emit listRequested(u"is:due"_s); });
}

void ProgressPage::followTheme()
{
    m_rows->setContentsMargins(m_theme.px(32), m_theme.px(20), 0, 0);
    m_rows->setSpacing(m_theme.px(18));
    m_top->setContentsMargins(0, 0, m_theme.px(32), 0);
    if (m_contents) {
        const int bar = m_area->verticalScrollBar()->sizeHint().width();
        m_contents->layout()->setContentsMargins(0, 0, std::max(0, m_theme.px(32) - bar), m_theme.px(20));
        m_contents->layout()->setSpacing(m_theme.px(12));
        m_charts->layout()->setContentsMargins(0, 0, 0, 0);
        m_charts->layout()->setSpacing(m_theme.px(18));
    }
    arrange();
}

// Two columns, or one below the other, and then no chart lower than 160.
void ProgressPage::arrange()
{
    if (!m_columns)
        return;
    const bool one = width() < m_theme.px(oneColumnBelowPx);
    m_columns->setDirection(one ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setSpacing(m_theme.px(one ? 12 : 16));
    for (int column = 0; column < m_columns->count(); ++column)
        m_columns->itemAt(column)->layout()->setSpacing(m_theme.px(12));
    for (QWidget *chart : {static_cast<QWidget *>(m_reviews), static_cast<QWidget *>(m_knowledge),
                           static_cast<QWidget *>(m_forecast)})
        chart->setMinimumHeight(one ? m_theme.px(160) : 0);
    m_outlook->setOneColumn(one);
    fillFirstScreen();
}

// Down to where the heading of the outlook shows that there is more.
void ProgressPage::fillFirstScreen()
{
    const int heading = m_theme.px(12 + 12) + m_theme.lineHeight(TextRole::PreviewTitle);
    const bool one = m_columns->direction() == QBoxLayout::TopToBottom;
    m_strut->changeSize(0, one ? 0 : std::max(0, m_area->viewport()->height() - heading));
    m_firstScreen->invalidate();
}

bool ProgressPage::eventFilter(QObject *watched, QEvent *event)
{
    if (m_contents && watched == m_area->viewport() && event->type() == QEvent::Resize)
        fillFirstScreen();
    return QWidget::eventFilter(watched, event);
}

void ProgressPage::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void ProgressPage::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

Result<void> ProgressPage::readHistories()
{
    if (!m_historiesStale)
        return {};
    auto histories = memoryHistories(m_library);
    if (!histories)
        return histories.error();
    m_histories = *std::move(histories);
    m_historiesStale = false;
    return {};
}

void ProgressPage::refresh()
{
    const bool newAnswers = m_historiesStale;
    if (auto read = readHistories(); !read)
        return showError(tr("The answers could not be read."), read.error());
    auto report = progressReport(m_library, Period(m_period->index()), m_histories);
    if (!report)
        return showError(tr("The answers could not be read."), report.error());
    m_report = *std::move(report);
    m_stale = false;
    m_problem->hide();
    m_empty->setVisible(!m_report.everStudied);
    m_area->setVisible(m_report.everStudied);
    setFocusProxy(m_report.everStudied ? static_cast<QWidget *>(m_area)
                                       : m_empty->button()); // scrolls by keys
    m_period->setVisible(m_report.everStudied);
    m_export->setVisible(m_report.everStudied);
    if (m_report.everStudied)
        showReport();
    if (m_report.everStudied && newAnswers) // the same for every period
        showRecitals();
}

void ProgressPage::choosePeriod(int index)
{
    m_library.setViewState(QString(periodKey), QString::number(index));
    refresh();
}

void ProgressPage::showRecitals()
{
    const auto confidence = confidenceReport(m_library);
    const auto points = weakPoints(m_library, std::numeric_limits<int>::max());
    if (!confidence || !points)
        return showError(tr("How you answered could not be read."),
                         (!confidence ? confidence.error() : points.error()));
    m_recitals->show(*confidence, *points);
}

void ProgressPage::showReport()
{
    if (!m_contents)
        buildContents();
    m_figures->setReport(m_report);
    m_reviewsPanel->setTitle(recallFinding(m_report));
    m_reviews->setReport(m_report, recallFinding(m_report));
    m_calendarPanel->setTitle(studiedFinding(m_report));
    m_calendar->setDays(m_report.calendar, studiedFinding(m_report));
    m_knowledgePanel->setTitle(knowledgeFinding(m_report));
    m_knowledge->setReport(m_report, knowledgeFinding(m_report));
    m_topicsPanel->setTitle(topicFinding(m_report));
    m_topics->setTopics(m_report.topics.first(std::min<qsizetype>(topicsShown, m_report.topics.size())),
                        m_report.target);
    m_forecastPanel->setTitle(forecastFinding(m_report));
    m_forecast->setDays(m_report.forecast, forecastFinding(m_report));
    showCaptions();
    arrange();
}

void ProgressPage::showCaptions()
{
    m_reviewsPanel->setCaption(bucketWords(m_report.bucketDays));
    m_calendarPanel->setCaption(tr("Minutes a day, last 12 months"));
    m_knowledgePanel->setCaption(tr("Questions by state %1").arg(knowledgePeriodWords(m_report)));
    m_topicsPanel->setCaption(
        tr("Likely to be recalled now; dashed: target %1").arg(percentWords(m_report.target)));
    m_forecastPanel->setCaption(tr("Cards a day, next %n day(s)", nullptr, int(m_report.forecast.size())));
}

void ProgressPage::showError(const QString &whatHappened, const Error &error)
{
    m_problem->setTexts(whatHappened, errorSentence(error));
    m_problem->show();
}

void ProgressPage::askWhere(const File &file)
{
    auto *dialog = new QFileDialog(this, file.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.suffix);
    dialog->setNameFilter(u"*."_s + file.suffix);
    dialog->selectFile(u"flaskcards-%1.%2"_s.arg(dateOf(m_report.today).toString(Qt::ISODate), file.suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, file](const QString &path) { save(file, path); });
    dialog->open();
}

void ProgressPage::save(const File &file, const QString &path)
{
    m_problem->hide();
    if (auto saved = file.save(path); !saved)
        showError(tr("The file could not be saved."), saved.error());
}

} // namespace flaskcards
