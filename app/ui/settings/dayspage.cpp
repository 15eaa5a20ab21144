// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/dayspage.h"

#include "ui/settings/daysofflist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr std::array<double, 3> shares = {1, 0.5, 0}; // in the order of the words

int nearest(double share)
{
    const auto closer = [share](double a, double b) {
        return std::abs(a - share) < std::abs(b - share);
    };
    return int(std::min_element(shares.begin(), shares.end(), closer) - shares.begin());
}

} // namespace

DaysPage::DaysPage(const Theme &theme, int today, QWidget *parent) : SettingsPage(theme, tr("Days"), parent)
{
    addHeading(tr("Spread the load"));
    m_balance = addTick(tr("Move reviews a little so that no day has too many"), u"balanceLoad"_s);
    m_fuzz = addTick(tr("Bring cards learnt together back on different days"), u"fuzz"_s);
    addWeek();
    addHeading(tr("Days off"));
    addNote(tr("No review is put on these days; what is due already stays there."));
    m_daysOff = new DaysOffList(theme, today, this);
    addWide(m_daysOff);
    connect(m_balance, &QCheckBox::toggled, this, &DaysPage::showBalance);
}

void DaysPage::addWeek()
{
    addHeading(tr("How much on each weekday"));
    const int first = QLocale().firstDayOfWeek();
    for (int i = 0; i < 7; ++i) {
        const int day = (first - 1 + i) % 7;
        const QString name = QLocale().standaloneDayName(day + 1);
        auto *share = new Segments(theme(), name, {tr("Normal"), tr("Half"), tr("None")}, this);
        share->setObjectName(u"weekday%1"_s.arg(day + 1));
        m_week.at(size_t(day)) = share;
        addRow(name, share);
    }
}

// Weekdays and days off are ways to spread.
void DaysPage::showBalance()
{
    const bool on = m_balance->isChecked();
    for (Segments *share : m_week) {
        share->setEnabled(on);
        share->setToolTip(on ? QString() : tr("Only while the load is spread."));
    }
    m_daysOff->setEnabled(on);
    m_daysOff->setToolTip(on ? QString() : tr("Only while the load is spread."));
}

void DaysPage::fill(const Preferences &preferences)
{
    m_balance->setChecked(preferences.balanceLoad);
    m_fuzz->setChecked(preferences.scheduling.fuzz);
    for (size_t day = 0; day < m_week.size(); ++day)
        m_week.at(day)->setIndex(nearest(preferences.week.at(day)));
    m_daysOff->setDays(preferences.daysOff);
    showBalance();
}

std::optional<FieldProblem> DaysPage::read(Preferences &into)
{
    const auto isFree = [](const Segments *day) {
        return day->index() == 2;
    };
    if (m_balance->isChecked() && std::all_of(m_week.begin(), m_week.end(), isFree))
        return FieldProblem{m_week.front(),
                            tr("One weekday at least must take the reviews. Nothing was saved.")};
    into.balanceLoad = m_balance->isChecked();
    into.scheduling.fuzz = m_fuzz->isChecked();
    // A share in between, set elsewhere, is kept unless another one was chosen.
    for (size_t day = 0; day < m_week.size(); ++day) {
        const int chosen = m_week.at(day)->index();
        if (nearest(into.week.at(day)) != chosen)
            into.week.at(day) = shares.at(size_t(chosen));
    }
    into.daysOff = m_daysOff->days();
    return {};
}

} // namespace flaskcards
