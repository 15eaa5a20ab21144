// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/pathdialog.h"

#include "library/stepwords.h"
#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int longestTitle = 90;

} // namespace

PathDialog::PathDialog(Library &library, const Theme &theme, const QString &key, const LearningPath &path,
                       QWidget *parent)
    : NoteDialog(theme, key.isEmpty() ? tr("Save as path") : tr("Learning path"), parent),
      m_library(library),
      m_key(key),
      m_before(path)
{
    setObjectName(u"pathDialog"_s);
    m_title = addLine(tr("Name"), u"pathTitle"_s, path.title);
    auto *label = new Label(theme, TextRole::Small, tr("Questions, in the order to learn them"), this);
    label->setColor(&Tokens::text2);
    rows()->addWidget(label);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"pathQuestions"_s);
    m_list->setAccessibleName(label->text());
    m_list->setMinimumHeight(theme.px(160));
    resize(theme.px(580), theme.px(500));
    m_list->setPalette(theme.rowPalette());
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows()->addWidget(m_list, 1);
    fill(path.slugs);
    addMoves();
    m_problem = new Label(theme, TextRole::Small, {}, this);
    m_problem->setObjectName(u"pathProblem"_s);
    m_problem->setColor(&Tokens::danger);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows()->addWidget(m_problem);
    if (Button *away = addButtons(key.isEmpty() ? QString() : tr("Delete path"))) {
        away->setObjectName(u"deletePath"_s);
        connect(away, &QAbstractButton::clicked, this, &PathDialog::remove);
    }
    m_title->setFocus();
    m_title->selectAll();
}

void PathDialog::fill(const QStringList &slugs)
{
    for (const QString &slug : slugs) {
        const auto id = m_library.store().questions.idOf(slug);
        const auto title = id ? m_library.store().questions.title(*id) : Result<QString>(id.error());
        auto *item = new QListWidgetItem(title ? shortened(plainTitle(*title), longestTitle)
                                               : tr("Not in the bank any more: %1").arg(slug),
                                         m_list);
        item->setData(Qt::UserRole, slug);
        item->setSizeHint({0, theme().px(30)});
    }
    m_list->setCurrentRow(0);
}

void PathDialog::addMoves()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme().px(8));
    const auto add = [&](const QString &text, const QString &name, const QKeySequence &key, auto slot) {
        auto *button = new Button(theme(), Button::Look::Small, text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        line->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, slot);
        auto *action = new QAction(m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Move up"), u"pathUp"_s, QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    add(tr("Move down"), u"pathDown"_s, QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
    add(tr("Take out"), u"pathOut"_s, QKeySequence(Qt::Key_Delete), [this] { takeAway(); });
    line->addStretch(1);
    rows()->addLayout(line);
}

void PathDialog::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    noteChange();
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
}

void PathDialog::takeAway()
{
    noteChange();
    delete m_list->takeItem(m_list->currentRow());
}

void PathDialog::accept()
{
    LearningPath path{.title = m_title->text().simplified(), .description = {}, .slugs = {}};
    for (int row = 0; row < m_list->count(); ++row)
        path.slugs.append(m_list->item(row)->data(Qt::UserRole).toString());
    if (path.title.isEmpty() || path.slugs.isEmpty()) {
        m_title->setFocus();
        return complain(path.title.isEmpty() ? tr("Give the path a name.")
                                             : tr("A path needs at least one question."));
    }
    if (const auto kept = keepPath(m_library, m_key, path); !kept)
        return complain(errorSentence(kept.error()));
    QDialog::accept();
}

// Ctrl+Z brings it back.
void PathDialog::remove()
{
    if (const auto removed = removePath(m_library, m_key, m_before.title); !removed)
        return complain(errorSentence(removed.error()));
    QDialog::accept();
}

void PathDialog::complain(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

} // namespace flaskcards
