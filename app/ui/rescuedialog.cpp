// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rescuedialog.h"

#include "library/backupwords.h"
#include "library/rescuewords.h"
#include "library/words.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// A long path breaks nowhere by itself.
QString fileWords(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString whatBecomesOfIt(const RescueOffers &offers)
{
    if (offers.backup && offers.salvaged)
        return RescueDialog::tr(
            "Either way the damaged file is kept beside the new one, with the date in its name.");
    if (offers.backup || offers.salvaged)
        return RescueDialog::tr("The damaged file is kept beside the new one, with the date in its name.");
    return RescueDialog::tr(
        "There is no backup, and nothing in the file can be read. To begin anew, move the "
        "file away and try again.");
}

} // namespace

RescueDialog::RescueDialog(const Theme &theme, const Error &damage, const LibraryPlace &place,
                           const Clock &clock, QWidget *parent)
    : FittingDialog(parent),
      m_theme(theme),
      m_clock(clock),
      m_rescue(place, clock),
      m_rows(new QVBoxLayout(this)),
      m_notice(new Notice(theme, Notice::Kind::Error,
                          tr("Your cards could not be opened. Nothing was changed."), damageSentence(damage),
                          this)),
      m_offers(new QWidget(this)),
      m_offerRows(new QVBoxLayout(m_offers)),
      m_searching(new Label(theme, TextRole::Interface, tr("Looking for backups and for what is readable…"),
                            m_offers))
{
    setWindowTitle(tr("Flaskcards"));
    setWindowIcon(programIcon());
    setMinimumWidth(theme.px(560));
    m_notice->setObjectName(u"openFailure"_s);
    m_searching->setObjectName(u"searching"_s);
    m_rows->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    m_rows->setSpacing(theme.px(20));
    m_offerRows->setContentsMargins(0, 0, 0, 0);
    m_offerRows->setSpacing(theme.px(12));
    m_offerRows->addWidget(m_searching);
    m_rows->addWidget(m_notice);
    m_rows->addWidget(m_offers);
    buildButtons();
    connect(&m_rescue, &Rescue::found, this, &RescueDialog::showOffers);
    m_rescue.start();
}

void RescueDialog::buildButtons()
{
    m_again = new Button(m_theme, Button::Look::Plain, tr("Try again"), this);
    m_again->setObjectName(u"again"_s);
    m_quit = new Button(m_theme, Button::Look::Plain, tr("Quit"), this);
    m_quit->setObjectName(u"quit"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(8));
    buttons->addStretch(1);
    buttons->addWidget(m_quit);
    buttons->addWidget(m_again);
    m_rows->addLayout(buttons);
    m_again->setDefault(true);
    m_again->setFocus();
    connect(m_again, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_quit, &QAbstractButton::clicked, this, &QDialog::reject);
}

void RescueDialog::showOffers()
{
    const RescueOffers &offers = m_rescue.offers();
    m_searching->hide();
    const bool backupFirst = offers.isBackupBetter();
    const auto addBackup = [&] {
        if (offers.backup)
            addOffer(backupOfferTitle(*offers.backup, m_clock), backupOfferWords(*offers.backup, m_clock),
                     tr("Restore this backup"), u"restoreBackup"_s, backupFirst, &Rescue::restoreBackup);
    };
    if (backupFirst)
        addBackup();
    if (offers.salvaged)
        addOffer(tr("What is readable of the damaged file"), salvageOfferWords(*offers.salvaged, m_clock),
                 tr("Salvage what is readable"), u"salvage"_s, !backupFirst, &Rescue::takeSalvaged);
    if (!backupFirst)
        addBackup();
    m_searching->setWordWrap(true);
    m_searching->setVisible(true);
    m_searching->setColor(&Tokens::text2);
    m_searching->setText(whatBecomesOfIt(offers));
    m_offerRows->addWidget(m_searching); // below the offers
}

void RescueDialog::addOffer(const QString &title, const QString &numbers, const QString &what,
                            const QString &name, bool isBest, Result<QString> (Rescue::*way)())
{
    auto *panel = new Panel(m_theme, m_offers);
    panel->setTitle(title);
    if (isBest)
        panel->setNote(tr("Recommended"));
    auto *words = new Label(m_theme, TextRole::Interface, numbers, panel);
    words->setObjectName(name + u"Words"_s);
    words->setWordWrap(true);
    auto *button = new Button(m_theme, isBest ? Button::Look::Filled : Button::Look::Plain, what, panel);
    button->setObjectName(name);
    button->setAccessibleDescription(title + u". "_s + numbers);
    panel->body()->setSpacing(m_theme.px(12));
    panel->body()->addWidget(words);
    panel->body()->addWidget(button, 0, Qt::AlignLeft);
    m_offerRows->addWidget(panel);
    connect(button, &QAbstractButton::clicked, this, [this, way] { carryOut(way); });
    if (!isBest)
        return;
    button->setDefault(true);
    if (!m_quit->hasFocus()) // the person is quicker
        button->setFocus();
}

void RescueDialog::carryOut(Result<QString> (Rescue::*way)())
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto aside = (m_rescue.*way)();
    QApplication::restoreOverrideCursor();
    if (aside)
        showDone(*aside);
    else
        m_notice->setTexts(tr("That did not work. The damaged file is as it was."),
                           backupErrorSentence(aside.error()));
}

void RescueDialog::showDone(const QString &aside)
{
    m_offers->hide();
    m_notice->hide();
    auto *done = new Notice(m_theme, Notice::Kind::Info, tr("Your cards can be opened again."),
                            tr("The damaged file is kept as %1.").arg(fileWords(aside)), this);
    done->setObjectName(u"rescued"_s);
    m_rows->insertWidget(0, done);
    m_again->setText(tr("Open my cards"));
    m_again->setDefault(true);
    m_again->setFocus();
}

} // namespace flaskcards
