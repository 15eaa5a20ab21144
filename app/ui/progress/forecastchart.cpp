// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/forecastchart.h"

#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

ForecastChart::ForecastChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Cards of the next 10 days"), parent),
      m_strip(addStrip(0)),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_days.size()); },
                                     .box = [this](int day) { return slot(day); },
                                     .words = [this](int day) { return dayWords(day); },
                                     .opens =
                                         [this](int day) {
                                             return day == 0 && m_days.first().load.due > 0;
                                         }}))
{
    setObjectName(u"forecastChart"_s);
    connect(m_reader, &MarkReader::opened, this, &ForecastChart::todayOpened);
}

void ForecastChart::setDays(const QList<LoadEstimate> &days, const QString &summary)
{
    m_days = days;
    int most = 1;
    for (const LoadEstimate &day : days)
        most = std::max(most, day.cards());
    m_strip->axis(QCPAxis::atBottom)->setRange(-0.5, double(days.size()) - 0.5);
    m_strip->axis(QCPAxis::atLeft)->setRange(0, most);
    dress();
    m_reader->setSummary(summary);
    update();
}

void ForecastChart::dress()
{
    dressStrip(*m_strip, false);
    m_strip->axis(QCPAxis::atLeft)->setVisible(false);
    m_strip->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    const int caption = theme().lineHeight(TextRole::Caption);
    m_strip->setAutoMargins(QCP::msNone);
    m_strip->setMargins({0, caption + theme().px(6), 0, caption + theme().px(8)});
}

QRectF ForecastChart::slot(int day) const
{
    const QCPAxis *days = m_strip->axis(QCPAxis::atBottom);
    return QRectF(QPointF(days->coordToPixel(day - 0.5), 0),
                  QPointF(days->coordToPixel(day + 0.5), height()));
}

QString ForecastChart::dayName(int day) const
{
    return QLocale().standaloneDayName(dateOf(m_days.at(day).load.day).dayOfWeek(), QLocale::ShortFormat);
}

QString ForecastChart::dayWords(int day) const
{
    const LoadEstimate &estimate = m_days.at(day);
    const QString date =
        day == 0 ? tr("Today") : QLocale().toString(dateOf(estimate.load.day), u"dddd, d MMMM"_s);
    if (estimate.cards() == 0)
        return tr("%1: nothing").arg(date);
    return tr("%1: %2 due, %3 new, %4")
        .arg(date)
        .arg(estimate.load.due)
        .arg(estimate.load.fresh)
        .arg(durationWords(estimate.estimateMs));
}

void ForecastChart::paintOver(QPainter &painter)
{
    for (int day = 0; day < int(m_days.size()); ++day)
        paintDay(painter, day);
    if (m_reader->current() >= 0)
        paintRing(painter, slot(m_reader->current()).adjusted(1, 1, -1, -1));
}

// On whole pixels: a due part without outline, a new part that is one.
void ForecastChart::paintBar(QPainter &painter, int day) const
{
    const Tokens &t = theme().colors();
    const DayLoad &load = m_days.at(day).load;
    const QCPAxis *cards = m_strip->axis(QCPAxis::atLeft);
    const double wide = std::round(std::min(slot(day).width() * 0.58, double(theme().px(44))));
    const double left = std::round(slot(day).center().x() - wide / 2);
    const double base = std::round(cards->coordToPixel(0));
    const double middle = std::round(cards->coordToPixel(load.due));
    const double top = std::round(cards->coordToPixel(load.due + load.fresh));
    if (load.fresh > 0)
        paintBox(painter, QRectF(left, top, wide, base - top), 0, t.tint, t.chart, 1.5);
    painter.fillRect(QRectF(left, middle, wide, base - middle), t.chart);
}

void ForecastChart::paintDay(QPainter &painter, int day) const
{
    const Tokens &t = theme().colors();
    const QColor ink = day == 0 ? t.text : t.text2;
    const QRectF box = slot(day);
    const int caption = theme().lineHeight(TextRole::Caption);
    const QFont font = theme().font(TextRole::Caption);
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    paintBar(painter, day);
    if (m_days.at(day).cards() > 0) {
        const double top = m_strip->axis(QCPAxis::atLeft)->coordToPixel(m_days.at(day).cards());
        paintText(painter, QRectF(box.left(), top - caption - theme().px(4), box.width(), caption), font, ink,
                  QLocale().toString(m_days.at(day).cards()), Qt::AlignHCenter);
    }
    paintText(painter, QRectF(box.left(), height() - caption, box.width(), caption), day == 0 ? strong : font,
              ink, dayName(day), Qt::AlignHCenter);
}

} // namespace flaskcards
