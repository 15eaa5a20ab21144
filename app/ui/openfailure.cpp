// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openfailure.h"

#include "library/words.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flaskcards {

OpenFailure::OpenFailure(const Theme &theme, const Error &error, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Flaskcards"));
    setWindowIcon(programIcon());
    setMinimumWidth(theme.px(560));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    rows->setSpacing(theme.px(20));
    rows->addWidget(new Notice(theme, Notice::Kind::Error,
                               tr("Your cards could not be opened. Nothing was changed."),
                               errorSentence(error), this));
    auto *again = new Button(theme, Button::Look::Filled, tr("Try again"), this);
    auto *quit = new Button(theme, Button::Look::Plain, tr("Quit"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addStretch(1);
    buttons->addWidget(quit);
    buttons->addWidget(again);
    rows->addLayout(buttons);
    again->setDefault(true);
    again->setFocus();
    connect(again, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(quit, &QAbstractButton::clicked, this, &QDialog::reject);
}

} // namespace flaskcards
