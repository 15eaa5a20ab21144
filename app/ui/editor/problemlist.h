// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carddraft.h"

#include <QListWidget>

namespace flaskcards {

class Theme;

// What is wrong with the text, by line; Enter or a click leads there.
class ProblemList : public QListWidget
{
    Q_OBJECT

public:
    explicit ProblemList(const Theme &theme, QWidget *parent = nullptr);

    // Lines count from the file's first, `above` of which do not stand in the text. `quiet`: nothing was
    // written yet, so that nothing is wrong but all is still to do.
    void setProblems(const DraftProblems &problems, int above, bool quiet);
    int errors() const { return m_errors; }

signals:
    void lineChosen(int line);

private:
    void add(const Problem &problem, int above, bool error);
    void choose(const QListWidgetItem *item);
    void followTheme();

    const Theme &m_theme;
    int m_errors = 0;
    bool m_isQuiet = false;
};

} // namespace flaskcards
