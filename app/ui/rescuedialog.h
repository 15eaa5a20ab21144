// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/rescue.h"
#include "ui/widgets/fittingdialog.h"

class QVBoxLayout;

namespace flaskcards {

class Button;
class Label;
class Notice;
class Panel;
class Theme;

// The file with the cards is damaged: what can be had back, from a backup and from the file itself. Does what
// is chosen; nothing happens without a click. Accepted: try again.
class RescueDialog : public FittingDialog
{
    Q_OBJECT

public:
    // `damage`: how it was refused.
    RescueDialog(const Theme &theme, const Error &damage, const LibraryPlace &place, const Clock &clock,
                 QWidget *parent = nullptr);

private:
    void buildButtons();
    void showOffers();
    void addOffer(const QString &title, const QString &numbers, const QString &what, const QString &name,
                  bool isBest, Result<QString> (Rescue::*way)());
    void carryOut(Result<QString> (Rescue::*way)());
    void showDone(const QString &aside);

    const Theme &m_theme;
    const Clock &m_clock;
    Rescue m_rescue;
    QVBoxLayout *m_rows;
    Notice *m_notice;
    QWidget *m_offers;
    QVBoxLayout *m_offerRows;
    Label *m_searching;
    Button *m_again = nullptr;
    Button *m_quit = nullptr;
};

} // namespace flaskcards
