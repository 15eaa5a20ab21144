// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydialog.h"

#include "library/operations.h"
#include "library/stepwords.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/history/historylist.h"
#include "ui/history/historymodel.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/segments.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

HistoryDialog::HistoryDialog(Library &library, const Theme &theme, StepWay way, QWidget *parent)
    : QDialog(parent),
      m_library(library),
      m_theme(theme),
      m_way(std::move(way)),
      m_model(new HistoryModel(this))
{
    setObjectName(u"history"_s);
    setWindowTitle(tr("History"));
    build();
    addKeys();
    followTheme();
    resize(QSize(theme.px(720), theme.px(560)).boundedTo(screen()->availableSize() - QSize(40, 60)));
    connect(&theme, &Theme::changed, this, &HistoryDialog::followTheme);
    connect(&library, &Library::changed, this, &HistoryDialog::refresh);
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void HistoryDialog::build()
{
    m_parts = new Segments(m_theme, tr("What to show"), {tr("Steps"), tr("Deleted questions")}, this);
    m_parts->setObjectName(u"parts"_s);
    m_list = new HistoryList(m_theme, *m_model, this);
    m_empty = new EmptyState(m_theme, {}, {}, {}, this);
    m_empty->setObjectName(u"empty"_s);
    m_head = new QHBoxLayout;
    m_head->addWidget(m_parts);
    m_head->addStretch(1);
    m_middle = new QStackedLayout;
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_empty);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(m_head);
    rows->addLayout(m_middle, 1);
    addFoot(rows);
    connect(m_parts, &Segments::chosen, this, &HistoryDialog::refresh);
    connect(m_list, &HistoryList::chosen, this, &HistoryDialog::describe);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &HistoryDialog::act);
}

// Return means the default button wherever the focus is, but on the other button.
void HistoryDialog::addFoot(QVBoxLayout *rows)
{
    m_words = new Label(m_theme, TextRole::Interface, {}, this);
    m_words->setObjectName(u"historyWords"_s);
    m_words->setWordWrap(true);
    m_act = new Button(m_theme, Button::Look::Filled, {}, this);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    auto *close = new Button(m_theme, Button::Look::Plain, tr("Close"), this);
    close->setObjectName(u"close"_s);
    m_foot = new QHBoxLayout;
    m_foot->addWidget(m_words, 1);
    m_foot->addWidget(close);
    m_foot->addWidget(m_act);
    rows->addLayout(m_foot);
    connect(m_act, &QAbstractButton::clicked, this, &HistoryDialog::act);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
}

// The keys of the window mean the same here.
void HistoryDialog::addKeys()
{
    for (const Direction direction : {Direction::Back, Direction::Forth}) {
        QAction *action = makeAction(direction == Direction::Back ? Command::Undo : Command::Redo, this);
        connect(action, &QAction::triggered, this, [this, direction] { stepOnce(direction); });
        addAction(action);
    }
}

void HistoryDialog::followTheme()
{
    const int side = m_theme.px(24);
    m_head->setContentsMargins(side, m_theme.px(20), side, m_theme.px(12));
    m_foot->setContentsMargins(side, m_theme.px(16), side, m_theme.px(16));
    m_foot->setSpacing(m_theme.px(8));
    update();
}

// A thin line over the foot.
void HistoryDialog::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, m_foot->geometry().top(), width(), 1), m_theme.colors().border);
}

bool HistoryDialog::showsSteps() const
{
    return m_parts->index() == 0;
}

void HistoryDialog::refresh()
{
    const auto rows = showsSteps() ? stepRows(m_library) : deletedRows(m_library);
    if (!rows)
        return tellFailure(rows.error());
    const HistoryLine *before = m_model->at(m_list->currentIndex());
    const qint64 chosen = before ? before->id : 0;
    m_model->setRows(*rows);
    m_list->setAccessibleName(showsSteps() ? tr("Steps") : tr("Deleted questions"));
    m_empty->setTexts(
        showsSteps() ? tr("Nothing was done yet") : tr("No question of your own was deleted"),
        showsSteps() ? tr("Answers, changes of cards and settings will stand here and can be taken back.")
                     : tr("Deleted questions will stand here and can be brought back with all their "
                          "answers."));
    m_middle->setCurrentIndex(rows->isEmpty() ? 1 : 0);
    const int row = m_model->rowOf(chosen);
    m_list->choose(row < 0 ? m_model->firstDone() : row);
    describe();
}

// What the button and Return would do.
void HistoryDialog::describe()
{
    const HistoryLine *row = m_model->at(m_list->currentIndex());
    m_words->setColor(&Tokens::text2);
    m_words->setText(row ? row->full : QString());
    m_act->setEnabled(row);
    m_act->setVisible(m_middle->currentWidget() == m_list); // "0 steps" is no offer
    const int count = m_model->meant(m_list->currentIndex().row());
    if (!showsSteps())
        m_act->setText(tr("Bring back"));
    else if (row && row->undone)
        m_act->setText(tr("Do %n step(s) again", nullptr, count));
    else
        m_act->setText(tr("Take back %n step(s)", nullptr, count));
}

void HistoryDialog::act()
{
    const HistoryLine *row = m_model->at(m_list->currentIndex());
    if (!row)
        return;
    if (showsSteps())
        goTo(*row);
    else
        bringBack(row->id);
}

void HistoryDialog::goTo(const HistoryLine &row)
{
    const qint64 id = row.id; // the rows are others afterwards
    const auto done = m_way(row.undone ? Direction::Forth : Direction::Back, id);
    refresh();
    if (!done)
        return tellFailure(done.error());
    tell(steppedWords(*done, m_library), partlyWords(*done));
}

void HistoryDialog::bringBack(qint64 question)
{
    const auto done = m_library.apply(bringBackOperation({QuestionId{question}}));
    if (!done)
        return tellFailure(done.error());
    tell(tr("It is back, with all its answers."));
}

void HistoryDialog::stepOnce(Direction direction)
{
    const auto next = direction == Direction::Back ? m_library.nextUndo() : m_library.nextRedo();
    if (!next)
        return tellFailure(next.error());
    if (!*next)
        return;
    m_parts->setIndex(0);
    refresh();
    m_list->choose(m_model->rowOf((*next)->id));
    act();
}

void HistoryDialog::tell(const QString &words, const QString &more)
{
    m_words->setColor(&Tokens::text);
    m_words->setText(more.isEmpty() ? words : tr("%1. %2", "two sentences").arg(words, more));
    QAccessibleEvent told(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void HistoryDialog::tellFailure(const Error &error)
{
    tell(errorSentence(error));
    m_words->setColor(&Tokens::danger);
}

} // namespace flaskcards
