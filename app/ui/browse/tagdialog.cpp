// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/tagdialog.h"

#include "core/carddraft.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

TagDialog::TagDialog(const Theme &theme, const QList<QuestionFacts> &questions, QWidget *parent)
    : FittingDialog(parent), m_theme(theme), m_tags(new QLineEdit(this))
{
    setObjectName(u"tagDialog"_s);
    setWindowTitle(tr("Tags"));
    QStringList some;
    m_common = questions.isEmpty() ? QStringList() : questions.first().ownTags;
    for (const QuestionFacts &question : questions) {
        some += question.ownTags;
        m_common.removeIf([&](const QString &tag) { return !question.ownTags.contains(tag); });
    }
    some.removeDuplicates();
    some.removeIf([this](const QString &tag) { return m_common.contains(tag); });
    some.sort();
    build(int(questions.size()), some);
    m_tags->setText(m_common.join(u", "_s));
}

void TagDialog::build(int questions, const QStringList &onSome)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(m_theme.px(24), m_theme.px(24), m_theme.px(24), m_theme.px(24));
    rows->setSpacing(m_theme.px(8));
    auto *title =
        new Label(m_theme, TextRole::Finding, tr("Your tags of %n question(s)", nullptr, questions), this);
    title->setBuddy(m_tags);
    m_tags->setObjectName(u"ownTags"_s);
    m_tags->setTextMargins(m_theme.px(8), 0, m_theme.px(8), 0);
    m_tags->setAccessibleName(title->text());
    m_tags->setPlaceholderText(tr("words, between commas"));
    const QString hint = onSome.isEmpty() ? tr("Search finds them as words, or with tag:name.")
                                          : tr("On some of them also: %1").arg(onSome.join(u", "_s));
    auto *small = new Label(m_theme, TextRole::Small, hint, this);
    small->setObjectName(u"onSome"_s);
    small->setColor(&Tokens::text2);
    small->setWordWrap(true);
    rows->addWidget(title);
    rows->addWidget(m_tags);
    rows->addWidget(small);
    rows->addSpacing(m_theme.px(12));
    auto *cancel = new Button(m_theme, Button::Look::Plain, tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *save = new Button(m_theme, Button::Look::Filled, tr("Save"), this);
    save->setObjectName(u"save"_s);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(8));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    rows->addLayout(buttons);
    setMinimumWidth(m_theme.px(420));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(save, &QAbstractButton::clicked, this, &QDialog::accept);
}

void TagDialog::accept()
{
    const QStringList tags = tagsFrom(m_tags->text());
    QStringList taken = m_common;
    taken.removeIf([&](const QString &tag) { return tags.contains(tag); });
    QDialog::accept();
    emit decided(tags, taken);
}

} // namespace flaskcards
