// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/loadchart.h"

#include "core/statistics/axis.h"
#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

LoadChart::LoadChart(const Theme &theme, int today, QWidget *parent)
    : Plot(theme, tr("Reviews of the next 30 days"), parent),
      m_today(today),
      m_strip(addStrip(0)),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_before.size()); },
                                     .box = [this](int day) { return dayBox(day); },
                                     .words =
                                         [this](int day) {
                                             return dayWords(day);
                                         }}))
{
    setObjectName(u"loadChart"_s);
}

void LoadChart::setLoads(const QList<int> &before, const QList<int> &after, const QString &summary)
{
    m_before = before;
    m_after = after;
    int most = 1;
    for (const QList<int> &loads : {before, after})
        most = std::max(most, loads.isEmpty() ? 0 : *std::max_element(loads.cbegin(), loads.cend()));
    m_strip->axis(QCPAxis::atBottom)->setRange(m_today - 0.5, m_today + double(before.size()) - 0.5);
    setCounts(*m_strip->axis(QCPAxis::atLeft), topOfAxis(most));
    m_reader->setSummary(summary);
}

void LoadChart::dress()
{
    dressStrip(*m_strip, true);
    QCPAxis *reviews = m_strip->axis(QCPAxis::atLeft);
    reviews->setLabel(tr("reviews a day"));
    reviews->setLabelFont(theme().font(TextRole::Caption));
    reviews->setLabelColor(theme().colors().text2);
    reviews->setLabelPadding(theme().px(4));
    m_strip->setAutoMargins(QCP::msLeft);
    m_strip->setMargins({0, theme().px(12), 0, theme().lineHeight(TextRole::Caption) + theme().px(6)});
}

void LoadChart::fit()
{
    if (!m_before.isEmpty())
        setDates(*m_strip, m_today, m_today + int(m_before.size()) - 1);
}

QRectF LoadChart::dayBox(int day) const
{
    const QCPAxis *days = m_strip->axis(QCPAxis::atBottom);
    return QRectF(QPointF(days->coordToPixel(m_today + day - 0.5), m_strip->top()),
                  QPointF(days->coordToPixel(m_today + day + 0.5), m_strip->bottom()));
}

void LoadChart::paintOver(QPainter &painter)
{
    for (int day = 0; day < int(m_before.size()); ++day)
        paintDay(painter, day);
    if (m_reader->current() >= 0)
        paintRing(painter, dayBox(m_reader->current()));
}

// On whole pixels: as it is hollow, as it would be solid beside it.
void LoadChart::paintDay(QPainter &painter, int day) const
{
    const Tokens &t = theme().colors();
    const QCPAxis *reviews = m_strip->axis(QCPAxis::atLeft);
    const QRectF box = dayBox(day);
    const double wide = std::max(2.0, std::floor(box.width() * 0.4));
    const double left = std::round(box.center().x() - wide);
    const double base = std::round(reviews->coordToPixel(0));
    const auto top = [&](int count) {
        return std::round(reviews->coordToPixel(count));
    };
    if (m_before.at(day) > 0)
        paintBox(painter, QRectF(left, top(m_before.at(day)), wide, base - top(m_before.at(day))), 0, t.tint,
                 t.chart);
    painter.fillRect(QRectF(left + wide, top(m_after.at(day)), wide, base - top(m_after.at(day))), t.chart);
}

QString LoadChart::dayWords(int day) const
{
    return tr("%1: %2 reviews now, %3 when moved")
        .arg(flaskcards::dayWords(m_today + day, m_today))
        .arg(m_before.at(day))
        .arg(m_after.at(day));
}

} // namespace flaskcards
