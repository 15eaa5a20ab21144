// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <functional>

class QTimer;

namespace flaskcards {

// Says something at the foot of the window and goes away again by itself, but not from under the pointer. It
// never takes the focus.
class FootNotice : public Notice
{
    Q_OBJECT

public:
    struct Shape {
        int widestPx = 560; // design pixels
        int shownMs = 20'000;
    };

    // `place` must outlive it; the notice lies over it.
    FootNotice(const Theme &theme, Kind kind, QWidget *place, const Shape &shape = {560, 20'000});

    void say(const QString &whatHappened, const QString &whatToDo);
    // How many pixels at the foot of `place` stay free.
    void keepAbove(std::function<int()> height);
    // … and at the left: the notice stands in the middle of the rest.
    void keepBeside(std::function<int()> width);

    bool eventFilter(QObject *watched, QEvent *event) override; // stays at the foot of `place`

signals:
    void gone();

protected:
    // Left of the one that closes it. Neither takes the keyboard: keys belong to the page.
    Button *addQuietButton(const QString &text);
    void hideEvent(QHideEvent *event) override;

private:
    void end();
    void moveToFoot();

    const Theme &m_theme;
    const Shape m_shape;
    std::function<int()> m_kept;
    std::function<int()> m_left;
    QTimer *m_end;
};

} // namespace flaskcards
