// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlooksection.h"

#include "library/words.h"
#include "ui/progress/outlookdayschart.h"
#include "ui/progress/outlookrecallchart.h"
#include "ui/progress/outlookrun.h"
#include "ui/progress/outlookwhatifchart.h"
#include "ui/progress/outlookwords.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"

#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr std::array daysOf = {30, 90, 365};
const QString daysKey = u"progress/outlook"_s;

} // namespace

OutlookSection::OutlookSection(Library &library, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_library(library),
      m_theme(theme),
      m_run(new OutlookRun(library, this)),
      m_rows(new QVBoxLayout(this))
{
    setObjectName(u"outlook"_s);
    buildHead();
    m_problem = new Notice(theme, Notice::Kind::Error, {}, {}, this);
    m_problem->setObjectName(u"outlookProblem"_s);
    m_problem->hide();
    m_rows->addWidget(m_problem);
    m_empty =
        new EmptyState(theme, tr("Nothing to look ahead to"),
                       tr("Every question is suspended; those that come back take part here."), {}, this);
    m_empty->setObjectName(u"outlookEmpty"_s);
    m_empty->hide();
    m_rows->addWidget(m_empty);
    buildPanels();
    connect(m_days, &Segments::chosen, this, &OutlookSection::chooseDays);
    connect(m_whatIf, &OutlookWhatIfChart::chosen, this, &OutlookSection::compareWith);
    connect(m_run, &OutlookRun::finished, this, &OutlookSection::take);
    connect(m_run, &OutlookRun::failed, this, &OutlookSection::showProblem);
    connect(&theme, &Theme::changed, this, &OutlookSection::followTheme);
    connect(&library, &Library::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            request();
    });
    followTheme();
}

void OutlookSection::buildHead()
{
    m_head = new QHBoxLayout;
    m_head->addWidget(new Label(m_theme, TextRole::PreviewTitle, tr("Outlook"), this), 1);
    m_status = new Label(m_theme, TextRole::Caption, tr("computing…"), this);
    m_status->setObjectName(u"outlookStatus"_s);
    m_status->setColor(&Tokens::text2);
    QSizePolicy keepsItsPlace = m_status->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_status->setSizePolicy(keepsItsPlace);
    m_head->addWidget(m_status);
    m_days = new Segments(m_theme, tr("Days ahead"), {tr("30 days"), tr("90 days"), tr("365 days")}, this);
    m_days->setObjectName(u"outlookDays"_s);
    m_days->setIndex(m_library.viewState(daysKey).toInt());
    m_head->addWidget(m_days);
    m_rows->addLayout(m_head);
    m_note = new Label(m_theme, TextRole::Caption, simulationWords({}), this);
    m_note->setColor(&Tokens::text2);
    m_note->setWordWrap(true);
    m_rows->addWidget(m_note);
}

Panel *OutlookSection::addPanel(const QString &name, const QString &title)
{
    auto *panel = new Panel(m_theme, m_body);
    panel->setObjectName(name);
    panel->setTitle(title);
    return panel;
}

void OutlookSection::buildPanels()
{
    using Mark = Legend::Mark;
    m_body = new QWidget(this);
    auto *rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    rows->addLayout(m_pair);

    m_daysPanel = addPanel(u"outlookDaysPanel"_s, tr("The work of the coming days."));
    m_daysPanel->setCaption(tr("Mean of a day"));
    m_daysPanel->addBesideCaption(new Legend(m_theme,
                                             {{Mark::Solid, tr("reviews"), &Tokens::chart},
                                              {Mark::Hollow, tr("new"), &Tokens::chart},
                                              {Mark::Line, tr("minutes"), &Tokens::text}},
                                             m_daysPanel));
    m_work = new OutlookDaysChart(m_theme, m_daysPanel);
    m_daysPanel->body()->addWidget(m_work);
    m_pair->addWidget(m_daysPanel, 1);

    m_recallPanel = addPanel(u"outlookRecallPanel"_s, tr("Questions you recall."));
    m_recallPanel->setCaption(tr("Expected"));
    m_recallPanel->addBesideCaption(new Legend(m_theme,
                                               {{Mark::Line, tr("studying as now"), &Tokens::chart},
                                                {Mark::Dashed, tr("if nothing were studied"), &Tokens::link}},
                                               m_recallPanel));
    m_recall = new OutlookRecallChart(m_theme, m_recallPanel);
    m_recallPanel->body()->addWidget(m_recall);
    m_pair->addWidget(m_recallPanel, 1);

    m_whatIfPanel = addPanel(u"outlookWhatIfPanel"_s, tr("What if you wished to recall more, or less?"));
    m_whatIfPanel->setCaption(tr("A point for each desired retention; choose one to compare it"));
    m_whatIf = new OutlookWhatIfChart(m_theme, m_whatIfPanel);
    m_whatIfPanel->body()->addWidget(m_whatIf);
    m_sentence = new Label(m_theme, TextRole::Interface, {}, m_whatIfPanel);
    m_sentence->setObjectName(u"outlookSentence"_s);
    m_sentence->setWordWrap(true);
    m_whatIfPanel->body()->addWidget(m_sentence);
    rows->addWidget(m_whatIfPanel);
    m_rows->addWidget(m_body);
}

void OutlookSection::followTheme()
{
    m_rows->setContentsMargins(0, m_theme.px(12), 0, 0);
    m_rows->setSpacing(m_theme.px(8));
    m_head->setSpacing(m_theme.px(12));
    m_body->layout()->setSpacing(m_theme.px(12));
    m_pair->setSpacing(m_theme.px(m_pair->direction() == QBoxLayout::LeftToRight ? 16 : 12));
    m_work->setMinimumHeight(m_theme.px(230));
    m_recall->setMinimumHeight(m_theme.px(230));
    m_whatIf->setMinimumHeight(m_theme.px(260));
    m_sentence->setMinimumHeight(2 * m_theme.lineHeight(TextRole::Interface));
}

void OutlookSection::setOneColumn(bool one)
{
    m_pair->setDirection(one ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    followTheme();
    m_body->layout()->activate(); // so that the page never is wider than one column for a moment
    m_rows->activate();
}

void OutlookSection::showEvent(QShowEvent *event)
{
    if (m_stale || !m_outlook || m_outlook->today != m_library.today())
        request();
    QWidget::showEvent(event);
}

void OutlookSection::hideEvent(QHideEvent *event)
{
    m_stale = m_stale || m_run->isBusy();
    m_run->cancel();
    m_status->setVisible(false);
    QWidget::hideEvent(event);
}

int OutlookSection::daysAhead() const
{
    return daysOf[size_t(m_days->index())];
}

void OutlookSection::chooseDays(int index)
{
    m_library.setViewState(daysKey, QString::number(index));
    request();
}

void OutlookSection::request()
{
    m_status->setVisible(true);
    m_run->request(daysAhead());
}

void OutlookSection::take(const Outlook &outlook)
{
    m_outlook = outlook;
    m_stale = false;
    m_status->setVisible(false);
    m_problem->hide();
    m_empty->setVisible(outlook.questions == 0);
    m_body->setVisible(outlook.questions > 0);
    if (outlook.questions > 0)
        showOutlook();
}

void OutlookSection::showOutlook()
{
    const QString work = workFinding(*m_outlook);
    const QString recalled = recalledFinding(*m_outlook);
    m_daysPanel->setTitle(work);
    m_daysPanel->setCaption(m_outlook->days.size() > 30 ? tr("Means of weeks") : tr("Day by day"));
    m_work->setOutlook(*m_outlook, work);
    m_recallPanel->setTitle(recalled);
    m_recall->setOutlook(*m_outlook, recalled);
    m_whatIf->setOutlook(*m_outlook);
    m_note->setText(simulationWords(*m_outlook));
    compareWith(firstComparison(m_outlook->retentions, m_outlook->desiredRetention));
}

void OutlookSection::compareWith(int choice)
{
    const QString sentence = whatIfSentence(*m_outlook, m_outlook->retentions.at(size_t(choice)));
    m_sentence->setText(sentence);
    m_whatIf->setChosen(choice, sentence);
}

void OutlookSection::showProblem(const Error &error)
{
    m_status->setVisible(false);
    m_problem->setTexts(tr("The outlook could not be computed."), errorSentence(error));
    m_problem->show();
}

} // namespace flaskcards
