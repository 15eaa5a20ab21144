// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/cardtable.h"

#include "ui/icons.h"
#include "ui/study/sectionlist.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/whypanel.h"

#include <QAbstractSlider>
#include <QAccessible>
#include <QHBoxLayout>
#include <QHash>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int leastAnswerPx = 60; // design pixels: two lines

// The (i) before the reason.
class InfoMark : public QWidget
{
public:
    InfoMark(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        followTheme();
        connect(&theme, &Theme::changed, this, &InfoMark::followTheme);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, Icon::Info, rect(), m_theme.colors().text2);
    }

private:
    void followTheme() { setFixedSize(m_theme.px(20), m_theme.px(20)); }

    const Theme &m_theme;
};

} // namespace

CardTable::CardTable(const Theme &theme, const TaskTools &tools, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_area(new QScrollArea(this)),
      m_tools(tools),
      m_sections(new SectionList(theme, this))
{
    build();
    followTheme();
    connect(&theme, &Theme::changed, this, &CardTable::followTheme);
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, &CardTable::showSectionInView);
    connect(m_sections, &SectionList::chosen, this,
            [this](int index) { scrollTo(m_card->sections().at(index).place); });
}

void CardTable::build()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing moves when the answer needs it
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Card"));
    m_area->setObjectName(u"card"_s);
    m_inside = new QWidget;
    auto *centre = new QHBoxLayout(m_inside);
    auto *middle = new QWidget(m_inside);
    m_column = new QVBoxLayout(middle);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_card = new CardView(m_theme, CardSize::Study, middle);
    m_column->addWidget(m_card);
    m_column->addStretch(1);
    centre->addStretch(1);
    centre->addWidget(middle, 1000);
    centre->addStretch(1);
    m_area->setWidget(m_inside);
    rows->addWidget(m_area, 1);

    m_whyRow = new QWidget(this);
    auto *line = new QHBoxLayout(m_whyRow);
    line->addStretch(1);
    auto *column = new QWidget(m_whyRow);
    auto *words = new QHBoxLayout(column);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(m_theme.px(8));
    words->addWidget(new InfoMark(m_theme, column));
    m_why = new Label(m_theme, TextRole::Small, {}, column);
    m_why->setObjectName(u"why"_s);
    m_why->setColor(&Tokens::text2);
    m_why->setWordWrap(true);
    words->addWidget(m_why, 1);
    line->addWidget(column, 1000);
    line->addStretch(1);
    rows->addWidget(m_whyRow);
    m_sections->hide();
    m_explanation = new WhyPanel(m_theme, WhyPanel::Form::Boxed, this);
    m_explanation->hide();
    connect(m_explanation, &WhyPanel::closed, this, &CardTable::endExplaining);
}

void CardTable::followTheme()
{
    const int width = m_theme.px(720);
    m_column->parentWidget()->setMaximumWidth(width);
    m_why->parentWidget()->setMaximumWidth(width);
    // The scroll bar stands at the right only: as much room at the left keeps the column in the middle.
    const int bar = m_area->verticalScrollBar()->sizeHint().width();
    m_inside->layout()->setContentsMargins(m_theme.px(32), m_theme.px(25), m_theme.px(32) - bar,
                                           m_theme.px(24));
    m_whyRow->layout()->setContentsMargins(m_theme.px(32), m_theme.px(8), m_theme.px(32), m_theme.px(20));
    placeSections();
    placeExplanation();
}

void CardTable::show(const Question &question, const CardContext &context, const QString &why, int answers)
{
    keepAttempt();
    m_attempt = {question.slug, answers};
    m_card->setQuestion(question, context);
    setTask(makeCardTask(m_theme, *m_card, question, m_attempts.value(m_attempt), m_tools));
    m_area->setAccessibleDescription(m_card->title());
    m_area->verticalScrollBar()->setValue(0);
    m_sections->hide();
    endExplaining();
    setWhy(why);
    m_whyRow->setVisible(!why.isEmpty());
}

void CardTable::setTask(CardTask *task)
{
    m_task = task;
    if (!task)
        return;
    m_card->setTask(task);
    connect(task, &CardTask::left, this, &CardTable::takeFocus);
    connect(task, &CardTask::shown, this, [this](const QWidget *widget, const QRect &part) {
        // Later, for it may have come just now and has no place yet.
        QTimer::singleShot(0, widget, [this, widget, part] { bringIntoView(*widget, part); });
    });
    task->setWide(width() >= m_theme.px(900));
}

// Its end, but rather its beginning where there is no room for both.
void CardTable::bringIntoView(const QWidget &widget, const QRect &part)
{
    const QRect wanted = part.isNull() ? widget.rect() : part;
    const int top = widget.mapTo(m_inside, wanted.topLeft()).y() - m_theme.px(16);
    const int bottom = top + wanted.height() + m_theme.px(32);
    QScrollBar *bar = m_area->verticalScrollBar();
    const int page = m_area->viewport()->height();
    if (bottom > bar->value() + page)
        bar->setValue(bottom - page);
    if (top < bar->value())
        bar->setValue(top);
}

void CardTable::keepAttempt()
{
    if (m_task)
        m_attempts.insert(m_attempt, m_task->attempt());
}

void CardTable::layAside()
{
    keepAttempt();
    m_card->setTask(nullptr);
}

void CardTable::forgetAttempts()
{
    m_card->setTask(nullptr);
    m_attempts.clear();
}

void CardTable::setWhy(const QString &why)
{
    m_why->setText(why);
}

void CardTable::explain(const WhyReport &report)
{
    m_explanation->setReport(report);
    m_explanation->show();
    placeExplanation();
    m_explanation->raise();
    QAccessibleEvent said(m_explanation, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void CardTable::endExplaining()
{
    if (m_explanation->isAncestorOf(focusWidget()))
        takeFocus();
    m_explanation->hide();
}

bool CardTable::isExplaining() const
{
    return !m_explanation->isHidden();
}

void CardTable::placeExplanation()
{
    const int side = std::min(m_theme.px(720), width() - m_theme.px(64));
    m_explanation->fitInto({side, height()});
    m_explanation->move((width() - side) / 2, height() - m_explanation->height());
}

void CardTable::reveal(int chosenOption)
{
    m_card->showChoice(chosenOption);
    if (m_task)
        m_task->reveal();
    m_card->setAnswerVisible(true);
    m_whyRow->hide();
    QStringList names;
    for (const CardView::Section &section : m_card->sections())
        names.append(section.name);
    m_sections->setNames(names);
    placeSections();
}

void CardTable::takeFocus()
{
    m_area->setFocus(Qt::OtherFocusReason);
}

bool CardTable::scrollByKey(int key)
{
    static const QHash<int, QAbstractSlider::SliderAction> moves{
        {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub},
        {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
        {Qt::Key_Home, QAbstractSlider::SliderToMinimum},
        {Qt::Key_End, QAbstractSlider::SliderToMaximum}};
    const auto move = moves.constFind(key);
    if (move == moves.cend())
        return false;
    m_area->verticalScrollBar()->triggerAction(*move);
    return true;
}

// After a long question one would see nothing of the answer. The end of the question stays.
void CardTable::showAnswerBegin()
{
    QTimer::singleShot(0, this, [this] { // it has no place before
        const QList<CardView::Section> sections = m_card->sections();
        if (!m_card->isAnswerVisible() || sections.isEmpty())
            return;
        const int top = sections.first().place->mapTo(m_inside, QPoint()).y();
        QScrollBar *bar = m_area->verticalScrollBar();
        const int page = m_area->viewport()->height();
        if (top + m_theme.px(leastAnswerPx) > bar->value() + page)
            bar->setValue(top - page * 2 / 5);
    });
}

void CardTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_task)
        m_task->setWide(width() >= m_theme.px(900));
    placeSections();
    placeExplanation();
}

// Beside the column where there is room for it.
void CardTable::placeSections()
{
    const int left = width() / 2 + m_theme.px(360 + 52);
    m_sections->move(left, m_theme.px(25));
    m_sections->setVisible(m_card->isAnswerVisible() &&
                           left + m_sections->width() + m_theme.px(16) <= width());
    m_sections->raise();
}

void CardTable::showSectionInView()
{
    const QList<CardView::Section> sections = m_card->sections();
    const int top = m_area->verticalScrollBar()->value() + m_theme.px(60);
    int current = 0;
    for (int i = 0; i < sections.size(); ++i) {
        if (sections.at(i).place->mapTo(m_inside, QPoint()).y() <= top)
            current = i;
    }
    const QScrollBar *bar = m_area->verticalScrollBar();
    if (bar->value() == bar->maximum() && bar->maximum() > 0)
        current = int(sections.size()) - 1;
    m_sections->setCurrent(current);
}

void CardTable::scrollTo(QWidget *place)
{
    m_area->verticalScrollBar()->setValue(place->mapTo(m_inside, QPoint()).y() - m_theme.px(25));
}

} // namespace flaskcards
