// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/footnotice.h"

namespace flaskcards {

// Says what undo and redo did, and offers what can be done next; each offer has a key of its own.
class UndoNotice : public FootNotice
{
    Q_OBJECT

public:
    struct Offer {
        QString text;
        QString key;
        std::function<void()> act;
    };

    UndoNotice(const Theme &theme, QWidget *place);

    void tell(const QString &headline, const QString &detail, const QList<Offer> &offers = {},
              Kind kind = Kind::Info);

private:
    void dropButtons();
    void addOffer(const Offer &offer);
    void addClose();
    void take(Button *button);

    const Theme &m_theme;
    QList<Button *> m_buttons;
};

} // namespace flaskcards
