// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/dayfield.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QCalendarWidget>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QDate firstDay()
{
    return {1970, 1, 1};
}

// Weekends are days like others; Qt would paint them in red.
void dressCalendar(const Theme &theme, QCalendarWidget &calendar)
{
    QTextCharFormat plain;
    plain.setForeground(theme.colors().text);
    for (const auto day :
         {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday, Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, plain);
    QTextCharFormat head;
    head.setForeground(theme.colors().text2);
    head.setBackground(theme.colors().surface);
    calendar.setHeaderTextFormat(head);
    calendar.setPalette(theme.palette());
    QPalette bar = theme.palette(); // the month is a heading, not a selection
    bar.setColor(QPalette::Highlight, theme.colors().surface);
    bar.setColor(QPalette::HighlightedText, theme.colors().text);
    if (auto *month = calendar.findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
        month->setPalette(bar);
    if (auto *back = calendar.findChild<QToolButton *>(u"qt_calendar_prevmonth"_s))
        back->setIcon(icon(Icon::Back));
    if (auto *on = calendar.findChild<QToolButton *>(u"qt_calendar_nextmonth"_s))
        on->setIcon(icon(Icon::Right));
}

} // namespace

QDateEdit *newDayField(const Theme &theme, const QString &objectName, const QString &name, QWidget *parent)
{
    auto *field = new QDateEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setDisplayFormat(u"d MMMM yyyy"_s);
    field->setCalendarPopup(true);
    field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *calendar = field->calendarWidget();
    calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const auto followTheme = [&theme, field, calendar] {
        dressCalendar(theme, *calendar);
        field->setMinimumWidth(theme.px(190));
    };
    followTheme();
    QObject::connect(&theme, &Theme::changed, field, followTheme);
    return field;
}

void setDay(QDateEdit &field, int studyDay)
{
    field.setDate(firstDay().addDays(studyDay));
}

int dayOf(const QDateEdit &field)
{
    return int(firstDay().daysTo(field.date()));
}

} // namespace flaskcards
