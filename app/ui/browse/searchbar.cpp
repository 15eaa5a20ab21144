// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchbar.h"

#include "library/words.h"
#include "ui/actions.h"
#include "ui/browse/cutlabel.h"
#include "ui/browse/querytext.h"
#include "ui/browse/topictree.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

SearchBar::SearchBar(const Theme &theme, const TopicModel &topics, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_topics(topics),
      m_row(new QHBoxLayout),
      m_lineRow(new QHBoxLayout),
      m_field(new SearchField(theme, tr("Search all questions"), this)),
      m_filter(new Button(theme, Button::Look::Plain, tr("Filter"), this)),
      m_filterMenu(new QMenu(this)),
      m_study(new Button(theme, Button::Look::Filled, {}, this)),
      m_topicBox(new Button(theme, Button::Look::Small, {}, this)),
      m_topicMenu(new QMenu(this)),
      m_line(new CutLabel(theme, TextRole::Small, {}, this))
{
    m_field->setObjectName(u"search"_s);
    m_field->setPlaceholderText(tr("Search titles, answers, code and tags"));
    m_field->setMaxLength(1000);
    m_field->installEventFilter(this);
    m_study->setObjectName(u"studyThese"_s);
    m_study->setAutoDefault(false);
    m_line->setObjectName(u"resultLine"_s);
    buildFilterMenu();
    buildTopicBox();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_filter);
    m_row->addWidget(m_study);
    m_lineRow->addWidget(m_topicBox);
    m_lineRow->addWidget(m_line, 1);
    column->addLayout(m_row);
    column->addLayout(m_lineRow);

    connect(m_field, &QLineEdit::textChanged, this, &SearchBar::textChanged);
    connect(m_study, &Button::clicked, this, &SearchBar::studyPressed);
    followTheme();
    connect(&theme, &Theme::changed, this, &SearchBar::followTheme);
}

void SearchBar::buildFilterMenu()
{
    m_filter->setObjectName(u"filter"_s);
    m_filter->setSymbol(Icon::Filter);
    m_filter->setToolTip(tr("Narrow the search by level, kind, state or flag"));
    m_filterMenu->setObjectName(u"filterMenu"_s);
    for (const FilterGroup &group : filterGroups()) {
        QMenu *menu = m_filterMenu->addMenu(group.name);
        for (const FilterChoice &choice : group.choices) {
            QAction *action = menu->addAction(choice.name);
            action->setObjectName(group.key + u':' + choice.word);
            action->setCheckable(true);
            connect(action, &QAction::triggered, this,
                    [this, key = group.key, word = choice.word] { emit filterPressed(key, word); });
            m_choices.append({group.key, choice.word, action});
        }
    }
    m_filter->setMenu(m_filterMenu);
}

void SearchBar::buildTopicBox()
{
    m_topicBox->setObjectName(u"topicBox"_s);
    m_topicMenu->setObjectName(u"topicMenu"_s);
    m_topicBox->setMenu(m_topicMenu);
    m_topicBox->hide();
    connect(m_topicMenu, &QMenu::aboutToShow, this, &SearchBar::fillTopicMenu);
}

void SearchBar::fillTopicMenu()
{
    m_topicMenu->clear();
    for (int row = 0; row < m_topics.rowCount(); ++row) {
        const QModelIndex index = m_topics.index(row);
        const QString topic = index.data(TopicModel::TopicRole).toString();
        QAction *action = m_topicMenu->addAction(u"%1\t%2"_s.arg(
            index.data().toString(), QLocale().toString(index.data(TopicModel::CountRole).toInt())));
        action->setCheckable(true);
        action->setChecked(index.data(TopicModel::ChosenRole).toBool());
        connect(action, &QAction::triggered, this,
                [this, topic] { emit topicPressed(topic, !topic.isEmpty()); });
    }
}

void SearchBar::updateTopicBox()
{
    const QStringList &chosen = m_topics.chosen();
    m_topicBox->setText(chosen.isEmpty()     ? tr("All topics")
                        : chosen.size() == 1 ? topicName(chosen.first())
                                             : tr("%n topic(s)", nullptr, int(chosen.size())));
    m_topicBox->setAccessibleName(tr("Topics: %1").arg(m_topicBox->text()));
    m_topicBox->updateGeometry();
}

QString SearchBar::text() const
{
    return m_field->text();
}

void SearchBar::setText(const QString &text)
{
    if (text == m_field->text())
        return;
    m_field->selectAll();
    m_field->insert(text);
}

void SearchBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBar::showQuery(const Query &query)
{
    for (const Choice &choice : std::as_const(m_choices))
        choice.action->setChecked(filterValues(query, choice.key).contains(choice.value));
}

void SearchBar::showFound(const QString &sentence)
{
    m_found = sentence;
    showLine();
}

void SearchBar::showError(const QString &sentence)
{
    m_error = sentence;
    m_field->setError(sentence);
    showLine();
}

void SearchBar::showFailure(const QString &sentence)
{
    m_line->setColor(&Tokens::danger);
    m_line->setWordWrap(true);
    m_line->setWords(sentence);
}

void SearchBar::showLine()
{
    m_line->setColor(m_error.isEmpty() ? &Tokens::text2 : &Tokens::danger);
    m_line->setWordWrap(false);
    m_line->setWords(m_error.isEmpty() ? m_found : m_error);
}

void SearchBar::setStudyCount(int count, const QString &toolTip)
{
    m_study->setText(tr("Study these %1").arg(QLocale().toString(count)));
    m_study->setAccessibleName(tr("Study these %n question(s)", nullptr, count));
    m_study->setToolTip(toolTip);
    m_study->setEnabled(count > 0);
}

void SearchBar::setTopicBoxVisible(bool visible)
{
    m_topicBox->setVisible(visible);
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && !(key->modifiers() & ~Qt::KeypadModifier)) {
            emit downPressed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::followTheme()
{
    const auto px = [this](int designPx) {
        return m_theme.px(designPx);
    };
    layout()->setContentsMargins(px(20), px(16), px(20), px(10));
    m_row->setSpacing(px(12));
    m_lineRow->setContentsMargins(px(2), px(8), px(2), 0);
    m_lineRow->setSpacing(px(12));
    m_line->setMinimumHeight(m_theme.lineHeight(TextRole::Small));
    for (Button *button : {m_filter, m_study})
        button->setMinimumHeight(m_field->sizeHint().height());
    m_filterMenu->setFont(m_theme.font(TextRole::Interface));
    update();
}

void SearchBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().border);
}

} // namespace flaskcards
