// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

class QTimer;

namespace flaskcards {

// Says something at the foot of the window and goes away again by itself.
class FootNotice : public Notice
{
    Q_OBJECT

public:
    // `place` must outlive it; the notice lies over it.
    FootNotice(const Theme &theme, Kind kind, QWidget *place);

    void say(const QString &whatHappened, const QString &whatToDo);

    bool eventFilter(QObject *watched, QEvent *event) override; // stays at the foot of `place`

protected:
    // Left of the one that closes it. Neither takes the keyboard: keys belong to the page.
    Button *addQuietButton(const QString &text);

private:
    void moveToFoot();

    const Theme &m_theme;
    QTimer *m_end;
};

} // namespace flaskcards
