// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/machinespage.h"

#include "library/backupwords.h"
#include "library/mergewords.h"
#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Result<std::shared_ptr<MergeSource>> readSource(const QString &path)
{
    auto source = MergeSource::read(path);
    if (!source)
        return source.error();
    return std::shared_ptr<MergeSource>(std::move(*source));
}

} // namespace

MachinesPage::MachinesPage(Library &library, Sync &sync, Backups &backups, const Theme &theme,
                           QWidget *parent)
    : SettingsPage(theme, tr("Machines"), parent), m_library(library), m_sync(sync), m_backups(backups)
{
    addFolder();
    addCopy();
    connect(&sync, &Sync::finished, this, &MachinesPage::showState);
    connect(&m_reader, &QFutureWatcherBase::finished, this, &MachinesPage::mergeRead);
    showState();
}

Button *MachinesPage::newButton(const QString &text, const QString &objectName)
{
    auto *button = new Button(theme(), Button::Look::Plain, text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

QWidget *MachinesPage::rowOf(const QList<Button *> &buttons)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().px(8));
    for (Button *button : buttons)
        layout->addWidget(button);
    layout->addStretch(1);
    return row;
}

void MachinesPage::addFolder()
{
    addHeading(tr("The same cards on several machines"));
    addNote(tr("Choose a folder that is carried between your machines, by a synchronising program or on a "
               "stick, and choose it on each of them. Each machine writes a file of its own there and takes "
               "over what is new in the others. Nothing is overwritten, and it does not matter where you "
               "studied."));
    m_folder = new Label(theme(), TextRole::Interface, {}, this);
    m_folder->setObjectName(u"sharedFolder"_s);
    m_folder->setWordWrap(true);
    addWide(m_folder);
    m_machines = addNote({});
    m_machines->setObjectName(u"machines"_s);
    m_problem = addNote({});
    m_problem->setObjectName(u"sharedProblem"_s);
    m_problem->setColor(&Tokens::danger);
    auto *choose = newButton(tr("Choose a folder…"), u"chooseShared"_s);
    m_look = newButton(tr("Look now"), u"lookNow"_s);
    m_stop = newButton(tr("Use none"), u"noShared"_s);
    addWide(rowOf({choose, m_look, m_stop}));
    connect(choose, &QAbstractButton::clicked, this, &MachinesPage::chooseFolder);
    connect(m_look, &QAbstractButton::clicked, &m_sync, &Sync::start);
    connect(m_stop, &QAbstractButton::clicked, this, [this] { takeFolder({}); });
}

void MachinesPage::addCopy()
{
    addHeading(tr("Merge another copy"));
    addNote(tr("A data folder or a backup of yours, for instance from an old machine. The present is backed "
               "up first, and the merge is one step that can be taken back."));
    m_copyFolder = newButton(tr("Merge a folder…"), u"mergeFolder"_s);
    m_copyFile = newButton(tr("Merge a file…"), u"mergeFile"_s);
    addWide(rowOf({m_copyFolder, m_copyFile}));
    m_done = new Notice(theme(), Notice::Kind::Info, {}, {}, this);
    m_done->setObjectName(u"merged"_s);
    addWide(m_done);
    m_done->hide();
    connect(m_copyFolder, &QAbstractButton::clicked, this,
            [this] { readCopy(QFileDialog::getExistingDirectory(this, tr("Data folder of another copy"))); });
    connect(m_copyFile, &QAbstractButton::clicked, this, [this] {
        readCopy(QFileDialog::getOpenFileName(this, tr("File of another copy"), {},
                                              tr("Flaskcards files (*.db)")));
    });
}

void MachinesPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    showState();
}

void MachinesPage::showState()
{
    const QString folder = m_sync.folder();
    const bool absent = !folder.isEmpty() && !QFileInfo(folder).isDir();
    m_folder->setText(folder.isEmpty() ? tr("No folder is chosen.") : QDir::toNativeSeparators(folder));
    m_look->setVisible(!folder.isEmpty());
    m_stop->setVisible(!folder.isEmpty());
    QStringList machines;
    for (const SharedCopy &copy : m_sync.others())
        machines.append(
            tr("%1 wrote there %2.")
                .arg(copy.machine, agoWords(copy.written.toMSecsSinceEpoch(), m_library.clock().nowMs())));
    m_machines->setVisible(!folder.isEmpty() && !absent);
    m_machines->setText(machines.isEmpty() ? tr("No other machine has written there yet.")
                                           : machines.join(u'\n'));
    const auto &problem = m_sync.problem();
    m_problem->setVisible(absent || (problem && !folder.isEmpty()));
    m_problem->setText(absent ? tr("It is not there right now. It is used again when it is back.")
                       : problem
                           ? tr("Not everything could be read or written; it is tried again by itself.") +
                                 u' ' + errorSentence(*problem)
                           : QString());
}

void MachinesPage::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder shared between machines"), m_sync.folder());
    if (!folder.isEmpty())
        takeFolder(folder);
}

void MachinesPage::takeFolder(const QString &folder)
{
    const auto set = m_sync.setFolder(folder);
    showState();
    if (set)
        return m_sync.start();
    m_problem->setText(tr("Your own data are there. Choose another folder."));
    m_problem->show();
}

void MachinesPage::readCopy(const QString &path)
{
    if (path.isEmpty())
        return;
    m_copyFolder->setEnabled(false);
    m_copyFile->setEnabled(false);
    tell(tr("Reading the other copy…"), QDir::toNativeSeparators(path));
    m_reader.setFuture(QtConcurrent::run([path] { return readSource(path); }));
}

void MachinesPage::mergeRead()
{
    m_copyFolder->setEnabled(true);
    m_copyFile->setEnabled(true);
    const Read source = m_reader.result();
    if (!source)
        return tellFailure(source.error());
    if (auto backup = m_backups.backUpBefore(BackupReason::BeforeMerge); !backup)
        return tellFailure(backup.error());
    const auto report = mergeCopy(m_library, **source, MergeStep::Labelled);
    if (!report)
        return tellFailure(report.error());
    tell(mergeWords(*report),
         report->isEmpty() ? tr("This copy has all of it already.") : tr("Ctrl+Z takes it back."));
}

void MachinesPage::tell(const QString &what, const QString &more)
{
    m_done->setTexts(what, more);
    m_done->show();
}

void MachinesPage::tellFailure(const Error &error)
{
    tell(tr("Nothing was merged, nothing was changed."), errorSentence(error));
}

} // namespace flaskcards
