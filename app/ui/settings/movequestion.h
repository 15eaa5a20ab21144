// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/moves.h"

#include <QDialog>

class QVBoxLayout;

namespace flaskcards {

class Theme;

// Asks whether the cards move to the days that the new settings give them, or keep theirs until they are
// answered.
class MoveQuestion : public QDialog
{
    Q_OBJECT

public:
    MoveQuestion(const Theme &theme, const MovePreview &preview, int today, QWidget *parent);

signals:
    void decided(bool move); // not when the person goes back

private:
    void addTexts(QVBoxLayout *column, const MovePreview &preview);
    void addChart(QVBoxLayout *column, const MovePreview &preview, int today);
    void addButtons(QVBoxLayout *rows);

    const Theme &m_theme;
};

} // namespace flaskcards
