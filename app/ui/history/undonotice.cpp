// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/undonotice.h"

#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

UndoNotice::UndoNotice(const Theme &theme, QWidget *place)
    : FootNotice(theme, Kind::Info, place, {.widestPx = 720, .shownMs = 12'000}), m_theme(theme)
{
    setObjectName(u"undoNotice"_s);
}

void UndoNotice::tell(const QString &headline, const QString &detail, const QList<Offer> &offers, Kind kind)
{
    dropButtons();
    setKind(kind);
    for (const Offer &offer : offers)
        addOffer(offer);
    addClose();
    say(headline, detail);
}

void UndoNotice::dropButtons()
{
    for (Button *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the one that was just pressed
    }
    m_buttons.clear();
}

void UndoNotice::addOffer(const Offer &offer)
{
    auto *button = new Button(m_theme, Button::Look::Quiet, offer.text, this);
    button->setKeyCap(offer.key);
    connect(button, &QAbstractButton::clicked, this, offer.act);
    take(button);
}

void UndoNotice::addClose()
{
    auto *close = new Button(m_theme, Icon::Cross, tr("Close"), this);
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);
    take(close);
}

void UndoNotice::take(Button *button)
{
    button->setFocusPolicy(Qt::NoFocus);
    button->show();
    takeButton(button);
    m_buttons.append(button);
}

} // namespace flaskcards
