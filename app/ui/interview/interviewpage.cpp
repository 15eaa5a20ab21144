// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/interviewpage.h"

#include "library/words.h"
#include "ui/interview/journalsection.h"
#include "ui/interview/mockchart.h"
#include "ui/interview/mocksetup.h"
#include "ui/interview/mockwords.h"
#include "ui/interview/pathsection.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"

#include <QBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int oneColumnBelowPx = 1000; // design pixels
constexpr int narrowBelowPx = 600;

} // namespace

InterviewPage::InterviewPage(Library &library, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"interviewPage"_s);
    build();
    followTheme();
    connect(&theme, &Theme::changed, this, &InterviewPage::followTheme);
    connect(&library, &Library::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

void InterviewPage::build()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(area);
    m_inside = new QWidget;
    m_rows = new QVBoxLayout(m_inside);
    m_rows->addWidget(new Label(m_theme, TextRole::PageTitle, tr("Interview"), m_inside));
    m_problem = new Notice(m_theme, Notice::Kind::Error, {}, {}, m_inside);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_rows->addWidget(m_problem);
    m_mockRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_setup = new MockSetup(m_library, m_theme, m_inside);
    m_mockRow->addWidget(m_setup, 1);
    buildHistory();
    m_rows->addLayout(m_mockRow);
    m_journal = new JournalSection(m_library, m_theme, m_inside);
    m_rows->addWidget(m_journal);
    m_paths = new PathSection(m_library, m_theme, m_inside);
    m_rows->addWidget(m_paths);
    connect(m_paths, &PathSection::studyRequested, this, &InterviewPage::studyRequested);
    m_rows->addStretch(1);
    area->setWidget(m_inside);
    setFocusProxy(m_setup);
    connect(m_setup, &MockSetup::startRequested, this, &InterviewPage::mockRequested);
}

void InterviewPage::buildHistory()
{
    m_history = new Panel(m_theme, m_inside, 24, 20);
    m_history->setObjectName(u"mocksSoFar"_s);
    m_chart = new MockChart(m_theme, m_history);
    m_noMocks = new EmptyState(
        m_theme, tr("No mock interview yet"),
        tr("After the first one this shows how many of the key points you named, each time."), {}, m_history);
    m_last = new Button(m_theme, Button::Look::Plain, tr("Report of the last one"), m_history);
    m_last->setObjectName(u"lastReport"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_last);
    buttons->addStretch(1);
    m_history->body()->addWidget(m_chart, 1);
    m_history->body()->addWidget(m_noMocks, 1);
    m_history->body()->addLayout(buttons);
    m_mockRow->addWidget(m_history, 1);
    connect(m_chart, &MockChart::opened, this, &InterviewPage::reportRequested);
    connect(m_last, &QAbstractButton::clicked, this, [this] { emit reportRequested(m_lastKey); });
}

void InterviewPage::followTheme()
{
    m_rows->setSpacing(m_theme.px(16));
    m_mockRow->setSpacing(m_theme.px(16));
    m_chart->setMinimumHeight(m_theme.px(180));
    arrange();
}

void InterviewPage::arrange()
{
    m_mockRow->setDirection(width() < m_theme.px(oneColumnBelowPx) ? QBoxLayout::TopToBottom
                                                                   : QBoxLayout::LeftToRight);
    const bool isNarrow = width() < m_theme.px(narrowBelowPx);
    const int side = m_theme.px(isNarrow ? 16 : 32);
    m_rows->setContentsMargins(side, m_theme.px(20), side, m_theme.px(32));
    m_setup->setNarrow(isNarrow);
    m_paths->setNarrow(isNarrow);
}

void InterviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void InterviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void InterviewPage::setMockUnderWay(bool underWay)
{
    m_setup->setUnderWay(underWay);
}

void InterviewPage::refresh()
{
    m_stale = false;
    m_problem->hide();
    m_setup->refresh();
    showHistory();
    m_journal->refresh();
    m_paths->refresh();
}

void InterviewPage::showHistory()
{
    const auto results = mockResults(m_library);
    if (!results) {
        m_problem->setTexts(tr("The mock interviews so far could not be read."),
                            errorSentence(results.error()));
        return m_problem->show();
    }
    const bool any = !results->isEmpty();
    m_chart->setVisible(any);
    m_last->setVisible(any);
    m_noMocks->setVisible(!any);
    m_lastKey = any ? results->last().key : QString();
    const QString finding = any ? historyFinding(*results, m_library.today()) : tr("Mock interviews so far");
    m_history->setTitle(finding);
    m_history->setCaption(any ? tr("Key points named, in %; a point opens its report") : QString());
    m_chart->setResults(*results, finding);
}

} // namespace flaskcards
