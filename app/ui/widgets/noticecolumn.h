// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

namespace flaskcards {

// Notices one below the other. Its margins are there only while a notice is shown.
class NoticeColumn : public QWidget
{
    Q_OBJECT

public:
    NoticeColumn(const Theme &theme, const QMargins &designMargins, QWidget *parent);

    // A hidden one.
    Notice *add(const QString &name, Notice::Kind kind);
    void hideAll();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    const QMargins m_margins;
    QList<Notice *> m_notices;
};

} // namespace flaskcards
