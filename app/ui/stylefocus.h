// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace flaskcards {

class Theme;

// The 2 px ring outside a 2 px gap around what the keyboard focused. One for the whole program; it lies over
// its window (or scroll area) and takes no clicks. Buttons have it by themselves; other widgets ask for it
// with the property "focusRing".
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(const Theme &theme, QObject *parent);
    ~FocusRing() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

    // The widget that has the ring now, or none.
    QWidget *around() const;

private:
    void onFocusIn(QWidget *widget, Qt::FocusReason reason);
    void show(QWidget *widget);
    void hide();

    const Theme &m_theme;
    QPointer<QWidget> m_frame; // a QFocusFrame, owned by what it lies over
};

} // namespace flaskcards
