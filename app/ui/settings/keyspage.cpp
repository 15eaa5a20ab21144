// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyspage.h"

#include "library/preferences.h"
#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

KeysPage::KeysPage(const Theme &theme, QWidget *parent) : SettingsPage(theme, tr("Keys"), parent)
{
    addNote(tr("Press the key you want in a field. A command whose key you gave to another has none until "
               "you press one."));
    QString group;
    for (const CommandInfo &info : defaultCommands()) {
        if (info.keys.isEmpty())
            continue;
        if (commandGroup(info) != group)
            addHeading(group = commandGroup(info));
        addCommand(info);
    }
    auto *last = new QWidget(this);
    auto *row = new QHBoxLayout(last);
    row->setContentsMargins(0, 0, 0, 0);
    auto *reset = new Button(theme, Button::Look::Plain, tr("All keys as they came"), last);
    row->addWidget(reset);
    row->addStretch(1);
    reset->setObjectName(u"resetKeys"_s);
    reset->setAutoDefault(false);
    addWide(last);
    connect(reset, &QAbstractButton::clicked, this, &KeysPage::setDefaults);
}

void KeysPage::addCommand(const CommandInfo &info)
{
    auto *field = new QKeySequenceEdit(this);
    field->setObjectName(u"key"_s + commandName(info.command));
    prepareField(field);
    addRow(commandText(info), field);
    m_rows.append({&info, field, {}, false});
    connect(field, &QKeySequenceEdit::keySequenceChanged, this, [this, field](const QKeySequence &keys) {
        if (keys.count() > 1) // one key, not one after the other
            field->setKeySequence(QKeySequence(keys[keys.count() - 1]));
        settle(field);
    });
}

void KeysPage::fill(const Preferences &preferences)
{
    const QList<CommandInfo> commands = commandsWith(preferences.keys);
    for (Row &row : m_rows) {
        const auto now = std::find_if(commands.cbegin(), commands.cend(), [&](const CommandInfo &info) {
            return info.command == row.info->command;
        });
        row.key = now->keys.value(0);
        row.isOwn = preferences.keys.contains(commandName(row.info->command));
        row.field->setKeySequence(row.key);
    }
}

void KeysPage::setDefaults()
{
    for (const Row &row : std::as_const(m_rows))
        row.field->setKeySequence(row.info->keys.first());
}

QString KeysPage::otherMeaning(const Row &row) const
{
    const QKeySequence key = row.field->keySequence();
    for (const Row &other : m_rows) {
        if (other.field == row.field || !canMeet(*row.info, *other.info))
            continue;
        // Where the first key is the one it came with, the others hold too.
        const bool untouched = other.field->keySequence() == other.info->keys.first();
        if (other.field->keySequence() == key || (untouched && other.info->keys.contains(key)))
            return commandText(*other.info);
    }
    for (const CommandInfo &info : defaultCommands()) {
        if (canMeet(*row.info, info) && fixedKeys(info.command).contains(key))
            return commandText(info);
    }
    return {};
}

std::optional<FieldProblem> KeysPage::read(Preferences &into)
{
    QHash<QString, QString> own;
    for (const Row &row : std::as_const(m_rows)) {
        const QKeySequence key = row.field->keySequence();
        if (!row.isOwn && key == row.key) // none at all, where it went to another command
            continue;
        if (key.isEmpty())
            return FieldProblem{row.field, tr("Press a key here; there must be one.")};
        if (key == row.info->keys.first())
            continue;
        if (const QString other = otherMeaning(row); !other.isEmpty())
            return FieldProblem{row.field, tr("%1 already means “%2”. Choose another key.")
                                               .arg(key.toString(QKeySequence::NativeText), other)};
        own.insert(commandName(row.info->command), key.toString(QKeySequence::PortableText));
    }
    into.keys = own;
    return {};
}

} // namespace flaskcards
