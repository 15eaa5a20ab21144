// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/weekchart.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QDate>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

WeekChart::WeekChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Cards of the coming week"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WeekChart::setDays(const QList<DayLoad> &days)
{
    m_days = days;
    QStringList words;
    for (qsizetype day = 0; day < m_days.size(); ++day)
        words.append(dayWords(day));
    setAccessibleDescription(words.join(u"; "_s));
    update();
}

QSize WeekChart::sizeHint() const
{
    return {m_theme.px(380), m_theme.px(136)};
}

QSize WeekChart::minimumSizeHint() const
{
    return {m_theme.px(260), m_theme.px(136)};
}

QRectF WeekChart::slot(qsizetype day) const
{
    const double width = double(this->width()) / std::max<qsizetype>(1, m_days.size());
    return {double(day) * width, 0, width, double(height())};
}

int WeekChart::most() const
{
    int most = 1;
    for (const DayLoad &day : m_days)
        most = std::max(most, day.due + day.fresh);
    return most;
}

QString WeekChart::dayName(qsizetype day) const
{
    if (day == 0)
        return tr("Today");
    return locale().toString(QDate(1970, 1, 1).addDays(m_days.at(day).day), u"ddd"_s);
}

QString WeekChart::dayWords(qsizetype day) const
{
    return tr("%1: %2 due, %3 new").arg(dayName(day)).arg(m_days.at(day).due).arg(m_days.at(day).fresh);
}

void WeekChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (qsizetype day = 0; day < m_days.size(); ++day)
        paintDay(painter, day);
    const int base = height() - m_theme.lineHeight(TextRole::Caption) - m_theme.px(6);
    painter.fillRect(QRect(0, base, width(), 1), m_theme.colors().edge);
}

void WeekChart::paintDay(QPainter &painter, qsizetype day) const
{
    const Tokens &t = m_theme.colors();
    const DayLoad &load = m_days.at(day);
    const QRectF box = slot(day);
    const int caption = m_theme.lineHeight(TextRole::Caption);
    const int base = height() - caption - m_theme.px(6);
    const double scale = double(base - caption - m_theme.px(6)) / most();
    const double barWidth = std::min(box.width() * 0.6, double(m_theme.px(44)));
    const double left = std::round(box.center().x() - barWidth / 2);
    const double due = std::round(load.due * scale);
    const double fresh = std::round(load.fresh * scale);

    painter.fillRect(QRectF(left, base - due, barWidth, due), t.chart);
    if (fresh > 0) {
        const QRectF hollow(left, base - due - fresh, barWidth, fresh);
        painter.fillRect(hollow, t.tint);
        painter.setPen(QPen(t.chart, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(hollow.adjusted(0.75, 0.75, -0.75, fresh > 2 ? -0.75 : 0));
    }
    const QFont font = m_theme.font(day == 0 ? TextRole::SectionLabel : TextRole::Caption);
    const QColor ink = day == 0 ? t.text : t.text2;
    if (load.due + load.fresh > 0) {
        const QRectF above(box.left(), base - due - fresh - caption - m_theme.px(4), box.width(), caption);
        paintText(painter, above, m_theme.font(TextRole::Caption), ink,
                  locale().toString(load.due + load.fresh), Qt::AlignHCenter);
    }
    paintText(painter, QRectF(box.left(), height() - caption, box.width(), caption), font, ink, dayName(day),
              Qt::AlignHCenter);
}

bool WeekChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype day = 0; day < m_days.size(); ++day) {
        if (slot(day).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), dayWords(day), this, slot(day).toRect());
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace flaskcards
