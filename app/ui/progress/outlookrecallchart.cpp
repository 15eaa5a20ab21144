// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlookrecallchart.h"

#include "ui/progress/markreader.h"
#include "ui/progress/outlookdayschart.h"
#include "ui/progress/outlookwords.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString whole(double number)
{
    return QLocale().toString(int(std::lround(number)));
}

} // namespace

OutlookRecallChart::OutlookRecallChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Questions recalled in the coming time"), parent),
      m_strip(addStrip(0)),
      m_studied(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_without(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_spans.size()); },
                                     .box = [this](int span) { return spanBox(span); },
                                     .words =
                                         [this](int span) {
                                             return spanWords(span);
                                         }}))
{
    setObjectName(u"outlookRecallChart"_s);
}

void OutlookRecallChart::setOutlook(const Outlook &outlook, const QString &summary)
{
    m_spans = spansOf(outlook);
    fill(outlook);
    dress();
    m_reader->setSummary(summary);
    update();
}

void OutlookRecallChart::fill(const Outlook &outlook)
{
    for (QCPGraph *graph : {m_studied, m_without})
        graph->data()->clear();
    for (size_t day = 0; day < outlook.days.size(); ++day) {
        m_studied->addData(outlook.today + double(day), outlook.days[day].recalled);
        m_without->addData(outlook.today + double(day), outlook.withoutWork[day].recalled);
    }
    setCounts(*m_strip->axis(QCPAxis::atLeft), std::max(1, outlook.questions));
    if (!m_spans.empty())
        m_strip->axis(QCPAxis::atBottom)
            ->setRange(m_spans.front().firstDay - 0.5, m_spans.back().lastDay() + 0.5);
}

void OutlookRecallChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_strip, !m_spans.empty());
    m_strip->axis(QCPAxis::atLeft)->setTickLabels(!m_spans.empty());
    m_studied->setPen(QPen(t.chart, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPen dashed(t.link, 2);
    dashed.setDashPattern({3, 2});
    m_without->setPen(dashed);
    const int caption = theme().lineHeight(TextRole::Caption);
    m_strip->setAutoMargins(QCP::msLeft);
    m_strip->setMargins(
        {0, caption + theme().px(8), sideLabelWidth({u"0000"_s}) + theme().px(4), caption + theme().px(6)});
}

void OutlookRecallChart::fit()
{
    if (!m_spans.empty())
        setDates(*m_strip, m_spans.front().firstDay, m_spans.back().lastDay());
}

QRectF OutlookRecallChart::spanBox(int span) const
{
    const OutlookSpan &at = m_spans[size_t(span)];
    const QCPAxis *dates = m_strip->axis(QCPAxis::atBottom);
    return QRectF(QPointF(dates->coordToPixel(at.firstDay - 0.5), m_strip->top()),
                  QPointF(dates->coordToPixel(at.lastDay() + 0.5), m_strip->bottom()));
}

void OutlookRecallChart::paintOver(QPainter &painter)
{
    const Tokens &t = theme().colors();
    const QRectF strip = m_strip->rect();
    const double caption = theme().lineHeight(TextRole::Caption);
    paintText(painter, QRectF(strip.left(), strip.top() - caption - theme().px(4), strip.width(), caption),
              theme().font(TextRole::Caption), t.text2, tr("questions"));
    if (m_spans.empty())
        return;
    const QCPAxis *scale = m_strip->axis(QCPAxis::atLeft);
    const OutlookSpan &end = m_spans.back();
    paintSideLabels(painter,
                    QRectF(strip.right() + theme().px(6), strip.top() - caption / 2,
                           width() - strip.right() - theme().px(6), strip.height() + caption),
                    {{scale->coordToPixel(end.recalled), whole(end.recalled), t.text, true},
                     {scale->coordToPixel(end.withoutWork), whole(end.withoutWork), t.link}});
    if (m_reader->current() >= 0)
        paintRing(painter, spanBox(m_reader->current()));
}

QString OutlookRecallChart::spanWords(int span) const
{
    const OutlookSpan &at = m_spans[size_t(span)];
    return tr("At the end of %1\nRecalled: %2\nIf nothing were studied: %3")
        .arg(QLocale().toString(dateOf(at.lastDay()), u"d MMMM yyyy"_s), whole(at.recalled),
             whole(at.withoutWork));
}

} // namespace flaskcards
