// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checkpanel.h"

#include "library/backupwords.h"
#include "library/repair.h"
#include "library/words.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int mostShown = 5;

QString listed(const Findings &found)
{
    QStringList lines;
    for (const Finding &finding : found.first(std::min<qsizetype>(mostShown, found.size())))
        lines.append(u"• "_s + finding.sentence);
    if (found.size() > mostShown)
        lines.append(CheckPanel::tr("and %n more", nullptr, int(found.size()) - mostShown));
    return lines.join(u'\n');
}

bool canBeRepaired(const Findings &found)
{
    return std::any_of(found.cbegin(), found.cend(), [](const Finding &one) { return one.canBeRepaired; });
}

} // namespace

CheckPanel::CheckPanel(Library &library, Backups &backups, const Theme &theme, QWidget *parent)
    : Panel(theme, parent),
      m_library(library),
      m_backups(backups),
      m_checking(library),
      m_words(new Label(theme, TextRole::Interface, {}, this))
{
    setObjectName(u"checkPanel"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    build();
    connect(&m_checking, &Checking::finished, this, &CheckPanel::showFound);
    connect(&m_checking, &Checking::failed, this, &CheckPanel::showFailure);
}

bool CheckPanel::event(QEvent *event)
{
    const bool done = Panel::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->heightForWidth(width()));
    return done;
}

Button *CheckPanel::newButton(const QString &text, const QString &objectName)
{
    auto *button = new Button(theme(), Button::Look::Plain, text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

void CheckPanel::build()
{
    setTitle(tr("Is everything in order?"));
    m_words->setObjectName(u"checkWords"_s);
    m_words->setWordWrap(true);
    m_words->setColor(&Tokens::text2);
    m_words->setText(
        tr("Looks through the file, replays every answer and compares the search with the questions. "
           "Nothing is changed."));
    m_check = newButton(tr("Check now"), u"checkNow"_s);
    m_repair = newButton(tr("Back up and repair"), u"repair"_s);
    m_repair->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme().px(8));
    buttons->addWidget(m_check);
    buttons->addWidget(m_repair);
    buttons->addStretch(1);
    body()->setSpacing(theme().px(12));
    body()->addWidget(m_words);
    body()->addLayout(buttons);
    connect(m_check, &QAbstractButton::clicked, this, &CheckPanel::check);
    connect(m_repair, &QAbstractButton::clicked, this, &CheckPanel::mend);
}

// Title and words; they may need more room than the page shows.
void CheckPanel::tell(const QString &title, const QString &words)
{
    setTitle(title);
    m_words->setText(words);
    if (auto *page = qobject_cast<SettingsPage *>(parentWidget()))
        page->scrollTo(this);
}

void CheckPanel::check()
{
    setTitle(tr("Checking…"));
    m_check->setEnabled(false);
    m_repair->hide();
    m_checking.start();
}

void CheckPanel::showFound()
{
    const Findings &found = *m_checking.found();
    m_check->setEnabled(true);
    m_check->setFocus(Qt::OtherFocusReason);
    m_repair->setVisible(canBeRepaired(found));
    if (found.isEmpty())
        return tell(tr("Nothing is wrong."),
                    tr("The file is sound, every card is what its answers make of it, and the search "
                       "knows every question."));
    const QString what =
        canBeRepaired(found)
            ? tr("Repairing makes a backup first. Nothing that says something is thrown away, and "
                 "Ctrl+Z takes most of it back.")
            : QString();
    tell(tr("%n thing(s) are wrong.", nullptr, int(found.size())),
         what.isEmpty() ? listed(found) : listed(found) + u"\n\n"_s + what);
    if (m_repair->isVisible())
        m_repair->setFocus(Qt::OtherFocusReason);
}

void CheckPanel::showFailure(const Error &error)
{
    m_check->setEnabled(true);
    tell(tr("It could not be checked."), errorSentence(error));
}

void CheckPanel::mend()
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto report =
        repair(m_library, [this] { return m_backups.backUpBefore(BackupReason::BeforeRepair); });
    QApplication::restoreOverrideCursor();
    m_check->setFocus(Qt::OtherFocusReason);
    m_repair->hide();
    if (!report)
        return tell(tr("It was not repaired."), backupErrorSentence(report.error()));
    if (report->left.isEmpty())
        return tell(tr("Repaired; nothing is wrong any more."),
                    tr("The backup from before is among those above."));
    tell(tr("%n thing(s) could not be repaired.", nullptr, int(report->left.size())), listed(report->left));
}

} // namespace flaskcards
