// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"
#include "ui/widgets/button.h"

class QMenu;

namespace flaskcards {

// The menu of sittings besides the one of the day.
class OtherSittings : public Button
{
    Q_OBJECT

public:
    OtherSittings(Library &library, const Theme &theme, QWidget *parent);

signals:
    void studyRequested(const flaskcards::SessionPlan &plan);
    void failed(const flaskcards::Error &error);

private:
    void fill();
    void offer(const QString &text, const Result<SessionPlan> &plan);
    void cram(const QString &topic);

    Library &m_library;
    QMenu *m_menu;
};

} // namespace flaskcards
