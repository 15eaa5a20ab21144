// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/daysofflist.h"

#include "ui/settings/dayfield.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int mostAtOnce = 366;
constexpr int mostRows = 4; // more are scrolled

// Days in a row.
struct Stretch {
    int first = 0;
    int last = 0;
};

QList<Stretch> stretches(const QList<int> &days, int from)
{
    QList<Stretch> found;
    for (const int day : days) {
        if (day < from)
            continue;
        if (!found.isEmpty() && found.last().last == day - 1)
            found.last().last = day;
        else
            found.append({day, day});
    }
    return found;
}

QString words(const Stretch &stretch)
{
    const auto date = [](int day) {
        return QDate(1970, 1, 1).addDays(day);
    };
    if (stretch.first == stretch.last)
        return QLocale().toString(date(stretch.last), u"dddd, d MMMM yyyy"_s);
    const bool sameYear = date(stretch.first).year() == date(stretch.last).year();
    return DaysOffList::tr("%1 to %2")
        .arg(QLocale().toString(date(stretch.first), sameYear ? u"d MMM"_s : u"d MMM yyyy"_s),
             QLocale().toString(date(stretch.last), u"d MMM yyyy"_s));
}

} // namespace

DaysOffList::DaysOffList(const Theme &theme, int today, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_today(today),
      m_first(newDayField(theme, u"dayOffFrom"_s, tr("First day off"), this)),
      m_last(newDayField(theme, u"dayOffTo"_s, tr("Last day off"), this)),
      m_add(new Button(theme, Button::Look::Small, tr("Add"), this)),
      m_list(new QListWidget(this)),
      m_remove(new Button(theme, Button::Look::Small, tr("Remove"), this)),
      m_empty(new Label(theme, TextRole::Interface, tr("No days off."), this)),
      m_problem(new Label(theme, TextRole::Small, {}, this))
{
    m_add->setObjectName(u"addDayOff"_s);
    m_remove->setObjectName(u"removeDayOff"_s);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_list->setObjectName(u"daysOff"_s);
    m_list->setAccessibleName(tr("Days off"));
    m_list->installEventFilter(this);
    m_empty->setColor(&Tokens::text2);
    m_problem->setColor(&Tokens::danger);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"dayOffProblem"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    addFields(rows);
    rows->addWidget(m_empty);
    rows->addWidget(m_list);
    rows->addWidget(m_remove, 0, Qt::AlignLeft);
    setDay(*m_first, today + 1);
    setDay(*m_last, today + 1);
    connect(m_first, &QDateEdit::dateChanged, this, [this](const QDate &date) {
        if (m_last->date() < date)
            m_last->setDate(date);
    });
    connect(m_add, &QAbstractButton::clicked, this, &DaysOffList::add);
    connect(m_remove, &QAbstractButton::clicked, this, &DaysOffList::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &DaysOffList::showButtons);
    followTheme();
    connect(&theme, &Theme::changed, this, &DaysOffList::followTheme);
}

void DaysOffList::addFields(QVBoxLayout *rows)
{
    m_form = new QFormLayout;
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QDateEdit *field : {m_first, m_last}) {
        auto *name = new Label(m_theme, TextRole::Interface, field->accessibleName(), this);
        name->setBuddy(field);
        m_form->addRow(name, field);
    }
    rows->addLayout(m_form);
    rows->addWidget(m_problem);
    rows->addWidget(m_add, 0, Qt::AlignLeft);
}

void DaysOffList::followTheme()
{
    layout()->setSpacing(m_theme.px(8));
    m_form->setHorizontalSpacing(m_theme.px(24));
    m_form->setVerticalSpacing(m_theme.px(10));
    for (QDateEdit *field : {m_first, m_last})
        m_form->labelForField(field)->setMinimumWidth(m_theme.px(190));
    m_list->setPalette(m_theme.rowPalette());
    showDays();
}

void DaysOffList::setDays(const QList<int> &days)
{
    m_days = days;
    std::sort(m_days.begin(), m_days.end());
    showDays();
}

void DaysOffList::add()
{
    const int first = dayOf(*m_first);
    const int last = dayOf(*m_last);
    const bool good = first >= m_today && last >= first && last - first < mostAtOnce;
    m_problem->setVisible(!good);
    m_problem->setText(first < m_today ? tr("The first day is over. Nothing was added.")
                       : last < first  ? tr("The last day is before the first. Nothing was added.")
                                       : tr("That is more than a year. Nothing was added."));
    if (!good)
        return;
    for (int day = first; day <= last; ++day) {
        if (!m_days.contains(day))
            m_days.append(day);
    }
    setDays(m_days);
}

void DaysOffList::remove()
{
    const int row = m_list->currentRow();
    const QList<Stretch> shown = stretches(m_days, m_today);
    if (row < 0 || row >= shown.size())
        return;
    const Stretch gone = shown.at(row);
    m_days.removeIf([&](int day) { return day >= gone.first && day <= gone.last; });
    showDays();
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    if (m_list->count() == 0)
        m_first->setFocus(Qt::OtherFocusReason);
}

void DaysOffList::showDays()
{
    m_problem->hide();
    m_list->clear();
    for (const Stretch &stretch : stretches(m_days, m_today)) {
        auto *row = new QListWidgetItem(words(stretch), m_list);
        row->setSizeHint(QSize(0, m_theme.px(36)));
        row->setToolTip(row->text());
    }
    m_list->setFixedHeight(m_theme.px(36) * std::clamp(m_list->count(), 1, mostRows) +
                           2 * m_list->frameWidth());
    m_empty->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    showButtons();
}

void DaysOffList::showButtons()
{
    m_remove->setVisible(m_list->count() > 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

bool DaysOffList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace flaskcards
