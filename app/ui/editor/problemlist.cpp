// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/problemlist.h"

#include "ui/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

ProblemList::ProblemList(const Theme &theme, QWidget *parent) : QListWidget(parent), m_theme(theme)
{
    setObjectName(u"problems"_s);
    setAccessibleName(tr("What is wrong with the text"));
    setWordWrap(true);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemClicked, this, &ProblemList::choose);
    connect(this, &QListWidget::itemActivated, this, &ProblemList::choose);
    followTheme();
    connect(&theme, &Theme::changed, this, &ProblemList::followTheme);
}

void ProblemList::followTheme()
{
    setPalette(m_theme.rowPalette());
    setSpacing(m_theme.px(2));
    setMinimumHeight(m_theme.px(56));  // in a low window
    setMaximumHeight(m_theme.px(104)); // nothing moves when problems come and go
    for (int row = 0; row < count(); ++row)
        item(row)->setForeground(item(row)->data(Qt::UserRole + 1).toBool() ? m_theme.colors().danger
                                                                            : m_theme.colors().text2);
}

void ProblemList::setProblems(const DraftProblems &problems, int above, bool quiet)
{
    clear();
    m_isQuiet = quiet;
    m_errors = int(problems.errors.size());
    for (const Problem &problem : problems.errors)
        add(problem, above, true);
    for (const Problem &problem : problems.hints)
        add(problem, above, false);
    if (count() == 0) {
        auto *fine = new QListWidgetItem(tr("Nothing is wrong with this text."), this);
        fine->setFlags(Qt::NoItemFlags);
    }
    followTheme();
}

void ProblemList::add(const Problem &problem, int above, bool error)
{
    const int line = std::max(1, problem.line - above);
    const QString words = error ? tr("Line %1: %2") : tr("Line %1, a hint: %2");
    auto *item = new QListWidgetItem(words.arg(QString::number(line), problem.text), this);
    item->setToolTip(item->text()); // where it is cut
    item->setData(Qt::UserRole, line);
    item->setData(Qt::UserRole + 1, error && !m_isQuiet);
}

void ProblemList::choose(const QListWidgetItem *item)
{
    if (const int line = item->data(Qt::UserRole).toInt(); line > 0)
        emit lineChosen(line);
}

} // namespace flaskcards
