// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/calendarmap.h"

#include "core/statistics/series.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QDate>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int weeks = 53;

QDate dateOf(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay);
}

int minutesOf(const DayTotals &day)
{
    return int(std::max<qint64>(1, (day.durationMs + 30'000) / 60'000));
}

} // namespace

CalendarMap::CalendarMap(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_grid(0, QLocale().firstDayOfWeek(), weeks),
      m_reader(new MarkReader(
          this,
          {.count = [this] { return m_days.isEmpty() ? 0 : int(m_days.last().day - m_grid.firstDay() + 1); },
           .box = [this](int mark) { return box(mark); },
           .words = [this](int mark) { return dayWords(mark); },
           .rows = 7}))
{
    setObjectName(u"calendarMap"_s);
    setAccessibleName(tr("Minutes a day, last 12 months"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, &CalendarMap::followTheme);
    followTheme();
}

void CalendarMap::setDays(const QList<DayTotals> &days, const QString &summary)
{
    m_days = days;
    m_grid = YearGrid(days.last().day, QLocale().firstDayOfWeek(), weeks);
    m_reader->setSummary(summary);
    update();
}

const DayTotals &CalendarMap::totals(int mark) const
{
    return m_days.at(m_grid.firstDay() + mark - m_days.first().day);
}

QSize CalendarMap::minimumSizeHint() const
{
    return {m_theme.px(300), heightForWidth(m_theme.px(300))};
}

QSize CalendarMap::sizeHint() const
{
    return {m_theme.px(640), heightForWidth(m_theme.px(640))};
}

void CalendarMap::followTheme()
{
    const QFont font = m_theme.font(TextRole::Caption);
    int widest = 0;
    for (int weekday = 1; weekday <= 7; ++weekday)
        widest =
            std::max(widest, textWidth(font, QLocale().standaloneDayName(weekday, QLocale::ShortFormat)));
    m_left = widest + m_theme.px(8);
    m_top = m_theme.lineHeight(TextRole::Caption) + m_theme.px(4);
    updateGeometry();
    update();
}

// Whole device pixels, so that all cells are alike.
double CalendarMap::pitch(int width) const
{
    const double ratio = devicePixelRatioF();
    const double room = std::min(double(width - m_left) / weeks, double(m_theme.px(16)));
    return std::floor(room * ratio) / ratio;
}

double CalendarMap::rowPitch(int width) const
{
    return std::max(pitch(width), double(m_theme.px(10)));
}

int CalendarMap::heightForWidth(int width) const
{
    return m_top + int(std::ceil(7 * rowPitch(width)));
}

QRectF CalendarMap::box(int mark) const
{
    const int day = m_grid.firstDay() + mark;
    return {m_left + m_grid.columnOf(day) * pitch(width()), m_top + m_grid.rowOf(day) * rowPitch(width()),
            pitch(width()), rowPitch(width())};
}

QRectF CalendarMap::cell(int mark) const
{
    const double gap = pitch(width()) > 7 ? 2 : 1;
    return box(mark).adjusted(0, 0, -gap, -gap);
}

void CalendarMap::paintEvent(QPaintEvent *)
{
    if (m_days.isEmpty())
        return;
    QPainter painter(this);
    paintMonths(painter);
    paintWeekdays(painter);
    for (int day = m_grid.firstDay(); m_grid.holds(day); ++day)
        paintDay(painter, day - m_grid.firstDay());
}

// Above the first column that begins in the month; skipped where the one before would run into it.
void CalendarMap::paintMonths(QPainter &painter) const
{
    const QFont font = m_theme.font(TextRole::Caption);
    double free = m_left;
    for (int column = 1; column < weeks; ++column) {
        const QDate first = dateOf(m_grid.dayAt(column, 0));
        const double x = m_left + column * pitch(width());
        if (first.day() > 7 || x < free)
            continue;
        const QString name = QLocale().standaloneMonthName(first.month(), QLocale::ShortFormat);
        const double room = textWidth(font, name);
        if (x + room > width())
            break;
        paintText(painter, QRectF(x, 0, room, m_theme.lineHeight(TextRole::Caption)), font,
                  m_theme.colors().text2, name);
        free = x + room + m_theme.px(6);
    }
}

void CalendarMap::paintWeekdays(QPainter &painter) const
{
    const QFont font = m_theme.font(TextRole::Caption);
    const double line = m_theme.lineHeight(TextRole::Caption);
    for (int row = 0; row < 7; row += 2) {
        if (row == 6)
            continue; // three are enough
        const QString name =
            QLocale().standaloneDayName(weekdayOf(m_grid.dayAt(0, row)), QLocale::ShortFormat);
        const double middle = m_top + (row + 0.5) * rowPitch(width()) - 1;
        paintText(painter, QRectF(0, middle - line / 2, m_left - m_theme.px(8), line), font,
                  m_theme.colors().text2, name, Qt::AlignRight);
    }
}

void CalendarMap::paintDay(QPainter &painter, int mark) const
{
    const Tokens &t = m_theme.colors();
    const QColor shade = t.heat.at(size_t(heatStep(totals(mark).durationMs)));
    const QRectF cell = this->cell(mark);
    const double radius = std::min(2.0, cell.width() / 4);
    paintBox(painter, cell, radius, shade, Qt::transparent);
    if (mark == m_reader->current())
        paintBox(painter, cell.adjusted(-1, -1, 1, 1), radius, Qt::transparent, t.focus, 2);
    else if (totals(mark).day == m_days.last().day)
        paintBox(painter, cell.adjusted(-1, -1, 1, 1), radius, Qt::transparent, t.text, 1);
}

QString CalendarMap::dayWords(int mark) const
{
    const DayTotals &day = totals(mark);
    const QString date = QLocale().toString(dateOf(day.day), u"dddd, d MMMM yyyy"_s);
    if (day.answers() == 0)
        return tr("%1: nothing studied").arg(date);
    return tr("%1: %2 min, %3").arg(date).arg(minutesOf(day)).arg(tr("%n answer(s)", nullptr, day.answers()));
}

HeatLegend::HeatLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Shades from none to 40 minutes and more"));
    setToolTip(tr("The shades begin at 1, 10, 20, 30 and 40 minutes."));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize HeatLegend::sizeHint() const
{
    const QFont font = m_theme.font(TextRole::Caption);
    return {textWidth(font, tr("none")) + textWidth(font, tr("40 and more")) + m_theme.px(6 * 13 + 12),
            m_theme.lineHeight(TextRole::Caption)};
}

void HeatLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = m_theme.font(TextRole::Caption);
    const Tokens &t = m_theme.colors();
    double x = textWidth(font, tr("none"));
    paintText(painter, QRectF(0, 0, x, height()), font, t.text2, tr("none"));
    x += m_theme.px(6);
    const double side = m_theme.px(11);
    for (const QColor &shade : t.heat) {
        painter.fillRect(QRectF(x, std::floor((height() - side) / 2), side, side), shade);
        x += m_theme.px(13);
    }
    x += m_theme.px(4);
    paintText(painter, QRectF(x, 0, width() - x, height()), font, t.text2, tr("40 and more"));
}

} // namespace flaskcards
