// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupspage.h"

#include "library/backupwords.h"
#include "library/words.h"
#include "ui/settings/backuplist.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int minuteMs = 60'000;

} // namespace

BackupsPage::BackupsPage(const Library &library, Backups &backups, const Theme &theme, QWidget *parent)
    : SettingsPage(theme, tr("Backups"), parent),
      m_library(library),
      m_backups(backups),
      m_minute(new QTimer(this))
{
    addHeading(tr("Backups"));
    m_state = addNote({});
    m_state->setObjectName(u"backupState"_s);
    m_problem = addNote({});
    m_problem->setObjectName(u"backupProblem"_s);
    m_problem->setColor(&Tokens::danger);
    // A column of its own: a form gives texts that wrap less height than they need.
    auto *column = new QWidget(this);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.px(10));
    addDone(rows);
    addList(rows);
    addQuestion(rows);
    addWide(column);
    addSecondFolder();
    m_minute->setInterval(minuteMs);
    connect(m_minute, &QTimer::timeout, this, &BackupsPage::showState);
    connect(&backups, &Backups::started, this, &BackupsPage::showState);
    connect(&backups, &Backups::failed, this, &BackupsPage::showState);
    connect(&backups, &Backups::made, this, [this] {
        showState();
        if (isVisible())
            m_list->readAgain();
    });
    showState();
    showList();
}

void BackupsPage::addCheck(QWidget *panel)
{
    addHeading(tr("Check and repair"));
    addWide(panel);
}

Button *BackupsPage::newButton(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *button = new Button(theme(), Button::Look::Plain, text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

void BackupsPage::addDone(QVBoxLayout *rows)
{
    m_done = new Panel(theme(), this);
    m_done->setObjectName(u"restored"_s);
    m_doneDetail = new Label(theme(), TextRole::Interface, {}, m_done);
    m_doneDetail->setWordWrap(true);
    m_goBack = newButton(tr("Go back to before"), u"goBack"_s, m_done);
    m_done->body()->addWidget(m_doneDetail);
    m_done->body()->addWidget(m_goBack, 0, Qt::AlignLeft);
    m_done->body()->setSpacing(theme().px(12));
    rows->addWidget(m_done);
    m_done->hide();
    connect(m_goBack, &QAbstractButton::clicked, this,
            [this] { restore(m_before, tr("You are back to before the restore.")); });
}

void BackupsPage::addList(QVBoxLayout *rows)
{
    m_empty =
        new Label(theme(), TextRole::Interface,
                  tr("There is no backup yet. The first one is made by itself when you have studied."), this);
    m_empty->setWordWrap(true);
    m_list = new BackupList(m_library, theme(), this);
    m_now = newButton(tr("Back up now"), u"backUpNow"_s, this);
    m_restore = newButton(tr("Restore…"), u"restore"_s, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme().px(8));
    buttons->addWidget(m_now);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    rows->addWidget(m_empty);
    rows->addWidget(m_list);
    rows->addLayout(buttons);
    connect(m_list, &BackupList::read, this, [this] {
        m_isRead = true;
        showList();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        dismiss();
        showButtons();
    });
    connect(m_list, &BackupList::wanted, m_restore, &QAbstractButton::click);
    connect(m_now, &QAbstractButton::clicked, this, [this] { m_backups.start(BackupReason::ByHand); });
    connect(m_restore, &QAbstractButton::clicked, this, &BackupsPage::ask);
}

void BackupsPage::addQuestion(QVBoxLayout *rows)
{
    m_question = new Panel(theme(), this);
    m_question->setObjectName(u"restoreQuestion"_s);
    m_warning = new Label(theme(), TextRole::Interface, {}, m_question);
    m_warning->setWordWrap(true);
    m_yes = newButton(tr("Restore it"), u"restoreYes"_s, m_question);
    auto *no = newButton(tr("Leave it as it is"), u"restoreNo"_s, m_question);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme().px(8));
    buttons->addWidget(m_yes);
    buttons->addWidget(no);
    buttons->addStretch(1);
    m_question->body()->addWidget(m_warning);
    m_question->body()->addLayout(buttons);
    m_question->body()->setSpacing(theme().px(12));
    rows->addWidget(m_question);
    m_question->hide();
    connect(m_yes, &QAbstractButton::clicked, this, &BackupsPage::restoreChosen);
    connect(no, &QAbstractButton::clicked, this, [this] {
        dismiss();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void BackupsPage::addSecondFolder()
{
    addHeading(tr("A second folder"));
    addNote(
        tr("A disk can break with all that is on it. Every backup is then also on this memory stick, other "
           "disk or synchronised folder."));
    m_folder = new Label(theme(), TextRole::Interface, {}, this);
    m_folder->setObjectName(u"secondFolder"_s);
    m_folder->setWordWrap(true);
    addWide(m_folder);
    m_folderState = addNote({});
    m_folderState->setObjectName(u"secondFolderState"_s);
    auto *choose = newButton(tr("Choose a folder…"), u"chooseFolder"_s, this);
    m_stop = newButton(tr("Use none"), u"noSecondFolder"_s, this);
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(theme().px(8));
    buttons->addWidget(choose);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    addWide(row);
    connect(choose, &QAbstractButton::clicked, this, &BackupsPage::chooseSecondFolder);
    connect(m_stop, &QAbstractButton::clicked, this, [this] { takeSecondFolder({}); });
}

void BackupsPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    m_list->readAgain();
    m_minute->start();
    showState();
}

void BackupsPage::showState()
{
    const qint64 last = m_backups.lastMs();
    const QString when =
        last > 0 ? tr("Last backup %1.").arg(agoWords(last, m_library.clock().nowMs())) : QString();
    const QString how = tr("Backups are made by themselves while you study, and when you close.");
    m_state->setText(m_backups.isRunning() ? tr("Backing up…") : when.isEmpty() ? how : when + u' ' + how);
    m_problem->setVisible(m_backups.problem().has_value());
    if (const auto &problem = m_backups.problem())
        m_problem->setText(tr("The last attempt failed; older backups are still there.") + u' ' +
                           backupErrorSentence(*problem));
    m_now->setEnabled(!m_backups.isRunning());
    showSecondFolder();
}

void BackupsPage::showSecondFolder()
{
    const QString folder = m_backups.secondFolder();
    m_folder->setText(folder.isEmpty() ? tr("None is chosen.") : QDir::toNativeSeparators(folder));
    m_stop->setVisible(!folder.isEmpty());
    const bool absent = !folder.isEmpty() && !QFileInfo(folder).isDir();
    const auto &problem = m_backups.secondProblem();
    const bool failed = !absent && problem && problem->code != ErrorCode::NotFound;
    m_folderState->setVisible(absent || failed);
    m_folderState->setText(absent   ? tr("It is not there right now. The next backup after it is back goes "
                                           "there again.")
                           : failed ? tr("The last backup could not be copied there.") + u' ' +
                                          backupErrorSentence(*problem)
                                    : QString());
}

void BackupsPage::showList()
{
    m_empty->setVisible(m_isRead && m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    showButtons();
}

void BackupsPage::showButtons()
{
    const ReadBackup *chosen = m_list->current();
    m_restore->setVisible(m_list->count() > 0);
    m_restore->setEnabled(chosen && chosen->facts);
}

void BackupsPage::ask()
{
    const ReadBackup *chosen = m_list->current();
    const auto answers = m_library.store().reviews.count();
    if (!chosen || !chosen->facts)
        return;
    const QString when = momentWords(chosen->backup.name.atMs, m_library.clock());
    m_question->setTitle(tr("Go back to the backup of %1?").arg(when));
    m_warning->setText(tr("It holds %n answer(s);", nullptr, chosen->facts->answers) + u' ' +
                       tr("now there are %n.", nullptr, answers ? *answers : 0) + u' ' +
                       tr("What is there now is backed up first, so that you can come back to it."));
    m_question->show();
    m_yes->setFocus(Qt::OtherFocusReason);
    scrollTo(m_question);
}

void BackupsPage::dismiss()
{
    m_question->hide();
}

void BackupsPage::restoreChosen()
{
    const ReadBackup *chosen = m_list->current();
    if (!chosen)
        return;
    const QString when = momentWords(chosen->backup.name.atMs, m_library.clock());
    restore(chosen->backup.path, tr("The backup of %1 is restored.").arg(when));
}

void BackupsPage::restore(const QString &path, const QString &what)
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto before = m_backups.restore(path);
    QApplication::restoreOverrideCursor();
    dismiss();
    m_list->readAgain();
    if (!before) {
        m_problem->setText(tr("Nothing was restored.") + u' ' + backupErrorSentence(before.error()));
        m_problem->show();
        m_list->setFocus(Qt::OtherFocusReason);
        scrollTo(m_problem);
        return;
    }
    m_before = *before;
    m_done->setTitle(what);
    m_doneDetail->setText(m_before.isEmpty()
                              ? tr("What was there before was damaged; it lies beside your cards.")
                              : tr("What was there before is a backup as well."));
    m_goBack->setVisible(!m_before.isEmpty());
    m_done->show();
    m_goBack->setFocus(Qt::OtherFocusReason);
    scrollTo(m_done);
}

void BackupsPage::chooseSecondFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Second folder for backups"), m_backups.secondFolder());
    if (!folder.isEmpty())
        takeSecondFolder(folder);
}

void BackupsPage::takeSecondFolder(const QString &folder)
{
    const auto set = m_backups.setSecondFolder(folder);
    showState();
    if (set)
        return m_list->readAgain();
    m_folderState->setText(set.error().code == ErrorCode::Invalid
                               ? tr("The backups are there already. Choose another folder.")
                               : errorSentence(set.error()));
    m_folderState->show();
}

} // namespace flaskcards
