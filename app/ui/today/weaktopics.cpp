// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/weaktopics.h"

#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/thinbar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace flaskcards {

namespace {

// A row over a hairline.
class LinedRow : public QWidget
{
public:
    LinedRow(const Theme &theme, int leastHeight, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setMinimumHeight(theme.px(leastHeight));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().border);
    }

private:
    const Theme &m_theme;
};

Label *secondary(const Theme &theme, TextRole role, const QString &text, QWidget *parent)
{
    auto *label = new Label(theme, role, text, parent);
    label->setColor(&Tokens::text2);
    return label;
}

} // namespace

WeakTopics::WeakTopics(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    connect(&theme, &Theme::changed, this, [this] { setTopics(m_topics); });
}

void WeakTopics::setTopics(const QList<TopicRecall> &topics)
{
    m_topics = topics;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!topics.isEmpty());
    if (topics.isEmpty())
        return;
    auto *head = new LinedRow(m_theme, 42, this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new Label(m_theme, TextRole::Finding, tr("Weakest topics"), head));
    line->addStretch(1);
    line->addWidget(secondary(m_theme, TextRole::Small, tr("likely to be recalled now"), head));
    m_rows->addWidget(head);
    for (const TopicRecall &topic : topics)
        m_rows->addWidget(makeRow(topic));
}

QWidget *WeakTopics::makeRow(const TopicRecall &topic)
{
    const QString name = topicName(topic.topic);
    auto *row = new LinedRow(m_theme, 44, this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m_theme.px(16));
    line->addWidget(new ElidedLabel(m_theme, TextRole::Interface, name, row), 10);
    auto *bar = new ThinBar(m_theme, tr("%1: likely to be recalled now").arg(name), 6, row);
    bar->setShare(topic.recall);
    bar->setMinimumWidth(m_theme.px(32)); // the name needs the room more
    bar->setMaximumWidth(m_theme.px(120));
    line->addWidget(bar, 6);
    auto *percent = secondary(m_theme, TextRole::Interface, percentWords(topic.recall), row);
    percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    percent->setMinimumWidth(textWidth(percent->font(), percentWords(1)));
    line->addWidget(percent);
    auto *study = new Button(m_theme, Button::Look::Small, tr("Study %1").arg(topic.shaky.size()), row);
    study->setAccessibleName(tr("Study %n card(s) of %1", nullptr, int(topic.shaky.size())).arg(name));
    study->setToolTip(tr("%n seen question(s) below the target", nullptr, int(topic.shaky.size())));
    study->setMinimumWidth(m_theme.px(92));
    connect(study, &QAbstractButton::clicked, this,
            [this, questions = topic.shaky] { emit studyRequested(questions); });
    line->addWidget(study);
    return row;
}

} // namespace flaskcards
