// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlookdayschart.h"

#include "core/statistics/axis.h"
#include "ui/progress/markreader.h"
#include "ui/progress/outlookwords.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

OutlookDaysChart::OutlookDaysChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Work of the coming days"), parent),
      m_cardStrip(addStrip(0)),
      m_minuteStrip(addStrip(1)),
      m_reviews(new QCPBars(m_cardStrip->axis(QCPAxis::atBottom), m_cardStrip->axis(QCPAxis::atLeft))),
      m_new(new QCPBars(m_cardStrip->axis(QCPAxis::atBottom), m_cardStrip->axis(QCPAxis::atLeft))),
      m_minutes(addGraph(m_minuteStrip->axis(QCPAxis::atBottom), m_minuteStrip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_spans.size()); },
                                     .box = [this](int span) { return spanBox(span); },
                                     .words =
                                         [this](int span) {
                                             return spanWords(span);
                                         }}))
{
    setObjectName(u"outlookDaysChart"_s);
    for (QCPBars *bars : {m_reviews, m_new})
        bars->setAntialiased(false);
    for (QCPBars *bars : {m_reviews, m_new})
        bars->setStackingGap(0); // the new ones have a line around them
    m_new->moveAbove(m_reviews);
    auto *sides = new QCPMarginGroup(this);
    for (QCPAxisRect *strip : {m_cardStrip, m_minuteStrip})
        strip->setMarginGroup(QCP::msLeft, sides);
}

void OutlookDaysChart::setOutlook(const Outlook &outlook, const QString &summary)
{
    m_spans = spansOf(outlook);
    fill();
    dress();
    m_reader->setSummary(summary);
    update();
}

double OutlookDaysChart::middleOf(const OutlookSpan &span) const
{
    return span.firstDay + (span.days - 1) / 2.0;
}

void OutlookDaysChart::fill()
{
    for (QCPBars *bars : {m_reviews, m_new})
        bars->data()->clear();
    m_minutes->data()->clear();
    double mostCards = 0;
    double mostMinutes = 0;
    for (const OutlookSpan &span : m_spans) {
        m_reviews->addData(middleOf(span), span.reviews);
        if (span.introduced > 0)
            m_new->addData(middleOf(span), span.introduced);
        m_minutes->addData(middleOf(span), span.minutes);
        mostCards = std::max(mostCards, span.reviews + span.introduced);
        mostMinutes = std::max(mostMinutes, span.minutes);
    }
    for (QCPBars *bars : {m_reviews, m_new})
        bars->setWidth(m_spans.empty() ? 1 : 0.8 * m_spans.front().days);
    setCounts(*m_cardStrip->axis(QCPAxis::atLeft), topOfAxis(int(std::ceil(mostCards))));
    setCounts(*m_minuteStrip->axis(QCPAxis::atLeft), topOfAxis(int(std::ceil(mostMinutes))));
    if (m_spans.empty())
        return;
    for (QCPAxisRect *strip : {m_cardStrip, m_minuteStrip})
        strip->axis(QCPAxis::atBottom)
            ->setRange(m_spans.front().firstDay - 0.5, m_spans.back().lastDay() + 0.5);
}

void OutlookDaysChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_cardStrip, false);
    dressStrip(*m_minuteStrip, !m_spans.empty());
    for (QCPAxisRect *strip : {m_cardStrip, m_minuteStrip})
        strip->axis(QCPAxis::atLeft)->setTickLabels(!m_spans.empty());
    m_reviews->setPen(Qt::NoPen);
    m_reviews->setBrush(t.chart);
    m_new->setPen(QPen(t.chart, 1));
    m_new->setBrush(t.tint);
    m_minutes->setPen(QPen(t.text, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const int caption = theme().lineHeight(TextRole::Caption);
    const int right = theme().px(20); // half of the last date
    for (QCPAxisRect *strip : {m_cardStrip, m_minuteStrip})
        strip->setAutoMargins(QCP::msLeft);
    m_cardStrip->setMargins({0, caption + theme().px(8), right, theme().px(8)});
    m_minuteStrip->setMargins({0, caption + theme().px(8), right, caption + theme().px(6)});
    plotLayout()->setRowSpacing(0);
    plotLayout()->setRowStretchFactors({3, 2});
}

void OutlookDaysChart::fit()
{
    if (!m_spans.empty())
        setDates(*m_minuteStrip, m_spans.front().firstDay, m_spans.back().lastDay());
}

QRectF OutlookDaysChart::spanBox(int span) const
{
    const OutlookSpan &at = m_spans[size_t(span)];
    const QCPAxis *dates = m_minuteStrip->axis(QCPAxis::atBottom);
    return QRectF(QPointF(dates->coordToPixel(at.firstDay - 0.5), m_cardStrip->top()),
                  QPointF(dates->coordToPixel(at.lastDay() + 0.5), m_minuteStrip->bottom()));
}

void OutlookDaysChart::paintUnit(QPainter &painter, const QCPAxisRect &strip, const QString &unit) const
{
    const double caption = theme().lineHeight(TextRole::Caption);
    paintText(painter, QRectF(strip.left(), strip.top() - caption - theme().px(4), strip.width(), caption),
              theme().font(TextRole::Caption), theme().colors().text2, unit);
}

void OutlookDaysChart::paintOver(QPainter &painter)
{
    paintUnit(painter, *m_cardStrip, tr("questions a day"));
    paintUnit(painter, *m_minuteStrip, tr("minutes a day"));
    if (m_reader->current() >= 0)
        paintRing(painter, spanBox(m_reader->current()));
}

QString OutlookDaysChart::spanWords(int span) const
{
    const OutlookSpan &at = m_spans[size_t(span)];
    const QString words = at.days == 1 ? tr("%1\nReviews: %2\nNew: %3\nTime: %4")
                                       : tr("%1\nReviews a day: %2\nNew a day: %3\nTime a day: %4");
    return words.arg(spanDates(at), simulatedCount(at.reviews), simulatedCount(at.introduced),
                     simulatedMinutes(at.minutes));
}

QString spanDates(const OutlookSpan &span)
{
    const QLocale locale;
    if (span.days == 1)
        return locale.toString(dateOf(span.firstDay), u"dddd, d MMMM"_s);
    return OutlookDaysChart::tr("%1 to %2")
        .arg(locale.toString(dateOf(span.firstDay), u"d MMMM"_s),
             locale.toString(dateOf(span.lastDay()), u"d MMMM yyyy"_s));
}

} // namespace flaskcards
