// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace flaskcards {

class Theme;

// A field for one day: typed, stepped by arrow keys, or picked from a calendar.
QDateEdit *newDayField(const Theme &theme, const QString &objectName, const QString &name, QWidget *parent);

// As study days: days since 1970-01-01.
void setDay(QDateEdit &field, int studyDay);
int dayOf(const QDateEdit &field);

} // namespace flaskcards
