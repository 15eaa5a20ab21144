// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draftfields.h"

#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace flaskcards {

DraftFields::DraftFields(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_grid(new QGridLayout(this)),
      m_topic(addChoice(tr("&Topic"), u"topic"_s, 0)),
      m_level(addChoice(tr("&Level"), u"level"_s, 1)),
      m_kind(addChoice(tr("&Kind"), u"kind"_s, 2)),
      m_tags(new QLineEdit(this))
{
    m_topic->setPlaceholderText(tr("Choose one"));
    for (const QString &topic : topics())
        m_topic->addItem(topicName(topic), topic);
    for (int level = 0; level <= int(Level::Advanced); ++level)
        m_level->addItem(levelName(Level(level)));
    for (int kind = 0; kind <= int(Kind::Design); ++kind)
        m_kind->addItem(kindName(Kind(kind)));
    m_tags->setObjectName(u"tags"_s);
    m_tags->setPlaceholderText(tr("words, between commas"));
    auto *label = new Label(theme, TextRole::Small, tr("Ta&gs"), this);
    label->setColor(&Tokens::text2);
    label->setBuddy(m_tags);
    m_grid->addWidget(label, 0, 3);
    m_grid->addWidget(m_tags, 1, 3);
    m_grid->setColumnStretch(3, 1);
    connect(m_tags, &QLineEdit::textChanged, this, &DraftFields::changed);
    followTheme();
    connect(&theme, &Theme::changed, this, &DraftFields::followTheme);
}

QComboBox *DraftFields::addChoice(const QString &label, const QString &name, int column)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *words = new Label(m_theme, TextRole::Small, label, this);
    words->setColor(&Tokens::text2);
    words->setBuddy(box);
    m_grid->addWidget(words, 0, column);
    m_grid->addWidget(box, 1, column);
    connect(box, &QComboBox::currentIndexChanged, this, &DraftFields::changed);
    return box;
}

void DraftFields::followTheme()
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(m_theme.px(12));
    m_grid->setVerticalSpacing(m_theme.px(4));
    for (QWidget *field : {static_cast<QWidget *>(m_topic), static_cast<QWidget *>(m_level),
                           static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_tags)})
        field->setMinimumWidth(m_theme.px(100));
    m_tags->setTextMargins(m_theme.px(8), 0, m_theme.px(8), 0);
}

void DraftFields::fill(const CardDraft &draft)
{
    m_topic->setCurrentIndex(m_topic->findData(draft.topic));
    m_level->setCurrentIndex(int(draft.level));
    m_kind->setCurrentIndex(int(draft.kind));
    m_tags->setText(draft.tags.join(u", "_s));
}

void DraftFields::read(CardDraft &draft) const
{
    draft.topic = m_topic->currentData().toString();
    draft.level = Level(m_level->currentIndex());
    draft.kind = Kind(m_kind->currentIndex());
    draft.tags = tagsFrom(m_tags->text());
}

void DraftFields::askForTopic()
{
    m_topic->setFocus(Qt::OtherFocusReason);
}

} // namespace flaskcards
