// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openfailure.h"

#include "library/words.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"

#include <QHBoxLayout>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// A sound file that only cannot be written now.
bool canBeRead(ErrorCode code)
{
    return code == ErrorCode::Io || code == ErrorCode::NoSpace || code == ErrorCode::Busy;
}

} // namespace

OpenFailure::OpenFailure(const Theme &theme, const Error &error, QWidget *parent) : FittingDialog(parent)
{
    build(theme, tr("Your cards could not be opened. Nothing was changed."), errorSentence(error),
          canBeRead(error.code));
}

OpenFailure::OpenFailure(const Theme &theme, const OneProgram::Holder &holder, QWidget *parent)
    : FittingDialog(parent)
{
    const bool elsewhere = !holder.machine.isEmpty() && holder.machine != QSysInfo::machineHostName();
    const QString who =
        elsewhere ? tr("Flaskcards on the machine “%1” has them.").arg(holder.machine)
                  : tr("Another Flaskcards (process %1) has them and does not answer.").arg(holder.process);
    build(theme, tr("Your cards are open elsewhere."),
          who + u' ' +
              tr("Close it and try again, or open them read-only: then nothing you do is kept. If it surely "
                 "does "
                 "not run any more, delete the file %1.")
                  .arg(holder.lockFile),
          true);
}

void OpenFailure::build(const Theme &theme, const QString &headline, const QString &detail,
                        bool offersReadOnly)
{
    setWindowTitle(tr("Flaskcards"));
    setWindowIcon(programIcon());
    setMinimumWidth(theme.px(560));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    rows->setSpacing(theme.px(20));
    rows->addWidget(new Notice(theme, Notice::Kind::Error, headline, detail, this));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addStretch(1);
    const auto add = [&](Button::Look look, const QString &text, const QString &name, Choice choice) {
        auto *button = new Button(theme, look, text, this);
        button->setObjectName(name);
        buttons->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, choice] { done(choice); });
        return button;
    };
    add(Button::Look::Plain, tr("Quit"), u"quit"_s, Quit);
    if (offersReadOnly)
        add(Button::Look::Plain, tr("Open read-only"), u"readOnly"_s, ReadOnly);
    auto *again = add(Button::Look::Filled, tr("Try again"), u"again"_s, Again);
    rows->addLayout(buttons);
    again->setDefault(true);
    again->setFocus();
}

} // namespace flaskcards
