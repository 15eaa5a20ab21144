// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/paths.h"
#include "library/session.h"
#include "ui/widgets/panel.h"

namespace flaskcards {

// Learning paths: how far one is on each, and a button that studies what comes next.
class PathSection : public Panel
{
    Q_OBJECT

public:
    PathSection(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void refresh();
    void setNarrow(bool narrow); // buttons below the words

signals:
    void studyRequested(const flaskcards::SessionPlan &plan);

private:
    void addRow(const StudiedPath &studied);
    void open(const StudiedPath &studied);

    Library &m_library;
    QWidget *m_rows = nullptr;
    bool m_hasOwn = false;
    bool m_isNarrow = false;
};

} // namespace flaskcards
