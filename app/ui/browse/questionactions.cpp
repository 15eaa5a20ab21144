// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/questionactions.h"

#include "library/edits.h"
#include "ui/actions.h"
#include "ui/browse/tagdialog.h"
#include "ui/interview/askeddialog.h"
#include "ui/interview/pathdialog.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace flaskcards {

QuestionActions::QuestionActions(Library &library, const Theme &theme, QWidget *page)
    : QObject(page),
      m_library(library),
      m_theme(theme),
      m_page(page),
      m_edit(add(int(Command::EditRow), u"editQuestion"_s, &QuestionActions::edit)),
      m_asked(add(int(Command::AskedRow), u"askedQuestion"_s, &QuestionActions::noteAsked)),
      m_path(add(int(Command::SavePath), u"savePath"_s, &QuestionActions::savePath)),
      m_tag(add(int(Command::TagRows), u"tagCards"_s, &QuestionActions::askForTags)),
      m_reset(add(int(Command::ResetRows), u"resetCards"_s, &QuestionActions::reset)),
      m_delete(add(int(Command::DeleteRows), u"deleteQuestions"_s, &QuestionActions::remove))
{
}

QAction *QuestionActions::add(int command, const QString &name, void (QuestionActions::*slot)())
{
    QAction *action = makeAction(Command(command), this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    m_page->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void QuestionActions::addTo(QMenu *menu) const
{
    menu->addActions({m_edit, m_asked, m_tag, m_path, m_reset, m_delete});
}

void QuestionActions::setCurrent(QuestionId question)
{
    m_current = question;
    m_edit->setEnabled(question.isValid());
    m_asked->setEnabled(question.isValid());
}

void QuestionActions::setList(const QStringList &slugs, const QString &title)
{
    m_listed = slugs;
    m_listTitle = title;
    m_path->setEnabled(!slugs.isEmpty());
}

void QuestionActions::setChosen(const QList<QuestionFacts> &questions)
{
    m_chosen = questions;
    m_tag->setEnabled(!questions.isEmpty());
    m_reset->setEnabled(!questions.isEmpty());
    m_delete->setEnabled(!questions.isEmpty()); // for the bank's it says why not
}

QList<QuestionId> QuestionActions::ids() const
{
    QList<QuestionId> ids;
    for (const QuestionFacts &question : m_chosen)
        ids.append(question.id);
    return ids;
}

QList<QuestionId> QuestionActions::own() const
{
    QList<QuestionId> ids;
    for (const QuestionFacts &question : m_chosen) {
        if (question.origin == Origin::Own)
            ids.append(question.id);
    }
    return ids;
}

void QuestionActions::edit()
{
    emit editRequested(m_current);
}

void QuestionActions::noteAsked()
{
    const QuestionId chosen = m_chosen.size() == 1 ? m_chosen.first().id : m_current;
    auto *dialog = new AskedDialog(m_library, m_theme, chosen, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void QuestionActions::savePath()
{
    LearningPath path{.title = {}, .description = {}, .slugs = {}};
    for (const QuestionFacts &question : std::as_const(m_chosen))
        path.slugs.append(question.slug);
    if (path.slugs.size() < 2)
        path = {.title = m_listTitle, .description = {}, .slugs = m_listed};
    auto *dialog = new PathDialog(m_library, m_theme, {}, path, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this] { emit done(tr("Saved; it stands on the page Interview. Ctrl+Z takes it back.")); });
    dialog->open();
}

void QuestionActions::askForTags()
{
    auto *dialog = new TagDialog(m_theme, m_chosen, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagDialog::decided, this,
            [this, questions = ids()](const QStringList &added, const QStringList &taken) {
                apply(tagOperation(questions, added, taken), {});
            });
    dialog->open();
}

void QuestionActions::reset()
{
    apply(resetOperation(ids(), m_library.clock().nowMs()),
          tr("New again; the answers stay in the log. Ctrl+Z takes it back."),
          tr("Nothing to make new again: there is no answer yet."));
}

void QuestionActions::remove()
{
    const QList<QuestionId> questions = own();
    const bool others = questions.size() < m_chosen.size();
    if (questions.isEmpty()) {
        emit done(
            tr("Questions of the bank cannot be deleted. Ctrl+J suspends them: then they are not asked."));
        return;
    }
    const QString deleted =
        tr("%n question(s) deleted. Ctrl+Z brings them back.", nullptr, int(questions.size()));
    apply(deleteOperation(questions), others ? deleted + u' ' + tr("Those of the bank stay.") : deleted);
}

void QuestionActions::apply(const Operation &operation, const QString &sentence, const QString &ifNothing)
{
    if (const auto changes = m_library.apply(operation); !changes)
        emit failed(changes.error());
    else if (const QString words = changes->isEmpty() ? ifNothing : sentence; !words.isEmpty())
        emit done(words);
}

} // namespace flaskcards
