// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/cardspage.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace flaskcards {

CardsPage::CardsPage(const Theme &theme, int today, QWidget *parent)
    : SettingsPage(theme, tr("Cards a day"), parent), m_today(today)
{
    addHeading(name());
    m_newPerDay = addNumber(tr("New cards a day"), u"newPerDay"_s, 0, 999);
    m_reviewsPerDay = addNumber(tr("Reviews a day at most"), u"reviewsPerDay"_s, 0, 9999);
    addToday();
    addOrders();
    connect(m_newPerDay, &QSpinBox::valueChanged, this, &CardsPage::follow);
    connect(m_reviewsPerDay, &QSpinBox::valueChanged, this, &CardsPage::follow);
}

void CardsPage::addToday()
{
    addHeading(tr("Just for today"));
    m_newToday = addNumber(tr("New cards today"), u"newToday"_s, 0, 999);
    m_reviewsToday = addNumber(tr("Reviews today at most"), u"reviewsToday"_s, 0, 9999);
    auto *row = new QWidget(this);
    auto *parts = new QHBoxLayout(row);
    parts->setContentsMargins(0, 0, 0, 0);
    m_asOtherDays = new Button(theme(), Button::Look::Small, tr("As on other days"), row);
    m_asOtherDays->setObjectName(u"asOtherDays"_s);
    m_asOtherDays->setAutoDefault(false);
    parts->addWidget(m_asOtherDays);
    parts->addStretch(1);
    addWide(row);
    for (QSpinBox *field : {m_newToday, m_reviewsToday})
        connect(field, &QSpinBox::valueChanged, this, [this] { setOwnToday(true); });
    connect(m_asOtherDays, &QAbstractButton::clicked, this, [this] {
        m_newToday->setFocus(Qt::OtherFocusReason);
        setOwnToday(false);
        follow();
    });
}

void CardsPage::addOrders()
{
    addHeading(tr("Order"));
    m_newOrder = addChoice(
        tr("New cards"), u"newOrder"_s,
        {tr("Asked most first"), tr("Basic ones first"), tr("What others build on first"), tr("By chance")});
    m_reviewOrder =
        addChoice(tr("Reviews"), u"reviewOrder"_s,
                  {tr("Most forgotten first"), tr("By due date"), tr("Hardest first"), tr("By chance")});
    addNote(tr("The order decides what is left for later on a day with more cards than fit."));
}

void CardsPage::fill(const Preferences &preferences)
{
    const DayLimits limits = preferences.limits(m_today);
    m_newPerDay->setValue(preferences.newPerDay);
    m_reviewsPerDay->setValue(preferences.reviewsPerDay);
    m_newToday->setValue(limits.newPerDay);
    m_reviewsToday->setValue(limits.reviewsPerDay);
    setOwnToday(preferences.todayOnly.day == m_today);
    m_newOrder->setCurrentIndex(int(preferences.newOrder));
    m_reviewOrder->setCurrentIndex(int(preferences.reviewOrder));
}

void CardsPage::follow()
{
    if (m_ownToday)
        return;
    const QSignalBlocker quietNew(m_newToday);
    const QSignalBlocker quietReviews(m_reviewsToday);
    m_newToday->setValue(m_newPerDay->value());
    m_reviewsToday->setValue(m_reviewsPerDay->value());
}

void CardsPage::setOwnToday(bool own)
{
    m_ownToday = own;
    m_asOtherDays->setEnabled(own);
    m_asOtherDays->setToolTip(own ? QString() : tr("Today has the numbers of every day."));
}

std::optional<FieldProblem> CardsPage::read(Preferences &into)
{
    into.newPerDay = m_newPerDay->value();
    into.reviewsPerDay = m_reviewsPerDay->value();
    const DayLimits today{m_today, m_newToday->value(), m_reviewsToday->value()};
    const bool differs = m_ownToday && today != DayLimits{m_today, into.newPerDay, into.reviewsPerDay};
    if (differs)
        into.todayOnly = today;
    else if (into.todayOnly.day == m_today)
        into.todayOnly = {};
    into.newOrder = NewOrder(m_newOrder->currentIndex());
    into.reviewOrder = ReviewOrder(m_reviewOrder->currentIndex());
    return {};
}

} // namespace flaskcards
