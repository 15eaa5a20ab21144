// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/knowledgechart.h"

#include "ui/progress/markreader.h"
#include "ui/theme.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr double dayMs = 86'400'000;

QString knownWords(int count)
{
    return KnowledgeChart::tr("known %1").arg(QLocale().toString(count));
}

QString shakyWords(int count)
{
    return KnowledgeChart::tr("shaky %1").arg(QLocale().toString(count));
}

QString unseenWords(int count)
{
    return KnowledgeChart::tr("unseen %1").arg(QLocale().toString(count));
}

} // namespace

KnowledgeChart::KnowledgeChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Questions by state"), parent),
      m_strip(addStrip(0)),
      m_whole(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_seen(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_known(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_report.knowledge.size()); },
                                     .box = [this](int point) { return pointBox(point); },
                                     .words =
                                         [this](int point) {
                                             return pointWords(point);
                                         }}))
{
    setObjectName(u"knowledgeChart"_s);
    m_whole->setChannelFillGraph(m_seen);
    m_seen->setChannelFillGraph(m_known);
}

void KnowledgeChart::setReport(const ProgressReport &report, const QString &summary)
{
    m_report = report;
    for (QCPGraph *graph : {m_whole, m_seen, m_known})
        graph->data()->clear();
    for (const KnowledgePoint &point : report.knowledge) {
        m_whole->addData(dayOf(point), report.questions);
        m_seen->addData(dayOf(point), point.known + point.shaky);
        m_known->addData(dayOf(point), point.known);
    }
    m_strip->axis(QCPAxis::atBottom)->setRange(dayOf(report.knowledge.first()), report.today);
    setCounts(*m_strip->axis(QCPAxis::atLeft), std::max(1, report.questions));
    dress();
    m_reader->setSummary(summary);
    update();
}

// On the axis of study days; the last point stands on today.
double KnowledgeChart::dayOf(const KnowledgePoint &point) const
{
    return m_report.today - double(m_report.knowledge.last().atMs - point.atMs) / dayMs;
}

void KnowledgeChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_strip, true);
    m_whole->setPen(Qt::NoPen);
    m_whole->setBrush(t.heat[0]);
    m_seen->setPen(QPen(t.chart, 1.5));
    m_seen->setBrush(t.heat[2]);
    m_known->setPen(QPen(t.chart, 1.5));
    m_known->setBrush(t.chart);
    const int widest = m_report.questions;
    const int right = sideLabelWidth({knownWords(widest), shakyWords(widest), unseenWords(widest)});
    m_strip->setAutoMargins(QCP::msLeft);
    m_strip->setMargins({0, theme().px(10), right, theme().lineHeight(TextRole::Caption) + theme().px(6)});
}

void KnowledgeChart::fit()
{
    if (m_report.knowledge.isEmpty())
        return;
    const int first = int(std::ceil(dayOf(m_report.knowledge.first())));
    setDates(*m_strip, first, m_report.today);
}

QList<KnowledgeChart::SideLabel> KnowledgeChart::labels() const
{
    const QCPAxis *scale = m_strip->axis(QCPAxis::atLeft);
    const Tokens &t = theme().colors();
    const KnowledgePoint &now = m_report.knowledge.last();
    const double shakyMiddle = now.known + now.shaky / 2.0;
    const double unseenMiddle = now.known + now.shaky + now.unseen / 2.0;
    return {{scale->coordToPixel(now.known / 2.0), knownWords(now.known), t.text},
            {scale->coordToPixel(shakyMiddle), shakyWords(now.shaky), t.text},
            {scale->coordToPixel(unseenMiddle), unseenWords(now.unseen), t.text2}};
}

void KnowledgeChart::paintOver(QPainter &painter)
{
    if (m_report.knowledge.isEmpty())
        return;
    const QRectF strip = m_strip->rect();
    paintSideLabels(
        painter, QRectF(strip.right() + theme().px(8), strip.top(), width() - strip.right(), strip.height()),
        labels());
    if (m_reader->current() >= 0)
        paintRing(painter, pointBox(m_reader->current()));
}

QRectF KnowledgeChart::pointBox(int point) const
{
    const QCPAxis *days = m_strip->axis(QCPAxis::atBottom);
    const double half =
        double(m_strip->width()) / double(std::max<qsizetype>(2, m_report.knowledge.size()) - 1) / 2;
    const double middle = days->coordToPixel(dayOf(m_report.knowledge.at(point)));
    return QRectF(middle - half, m_strip->top(), 2 * half, m_strip->height()) & QRectF(m_strip->rect());
}

QString KnowledgeChart::pointWords(int point) const
{
    const KnowledgePoint &at = m_report.knowledge.at(point);
    const int day = int(std::floor(dayOf(at)));
    return tr("%1: %2, %3, %4")
        .arg(QLocale().toString(dateOf(day), u"d MMMM yyyy"_s), knownWords(at.known), shakyWords(at.shaky),
             unseenWords(at.unseen));
}

} // namespace flaskcards
