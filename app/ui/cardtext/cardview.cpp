// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/cardview.h"

#include "ui/cardtext/cardparts.h"

#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace flaskcards {

namespace {

constexpr auto afterThePaint = 10ms;

} // namespace

CardView::CardView(const Theme &theme, CardSize size, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_size(size), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_ahead.setSingleShot(true);
    m_ahead.setInterval(afterThePaint);
    connect(&m_ahead, &QTimer::timeout, this, &CardView::makeAnswer);
}

void CardView::setQuestion(const Question &question, const CardContext &context)
{
    setTask(nullptr); // before what it knows
    delete m_prompt;
    delete m_answer;
    m_answer = nullptr;
    m_question = question;
    m_context = context;
    m_title = plainText(question.title);
    setAccessibleName(m_title);
    m_prompt = new CardPrompt(m_theme, m_size, question, context, this);
    m_column->insertWidget(0, m_prompt);
    connect(m_prompt, &CardColumn::linkActivated, this, &CardView::linkActivated);
    connect(m_prompt, &CardPrompt::optionChosen, this, &CardView::optionChosen);
    if (m_size == CardSize::Preview) {
        setAnswerVisible(true);
        m_prompt->showChoice(-1);
    } else {
        m_ahead.start();
    }
}

void CardView::makeAnswer()
{
    m_ahead.stop();
    if (m_answer || !m_prompt)
        return;
    m_answer = new CardAnswer(m_theme, m_size, m_question, m_context, this);
    m_answer->hide();
    m_column->insertWidget(m_task ? 2 : 1, m_answer);
    connect(m_answer, &CardColumn::linkActivated, this, &CardView::linkActivated);
    connect(m_answer, &CardAnswer::followUpRequested, this, &CardView::followUpRequested);
    connect(m_answer, &CardAnswer::keyPointsTicked, this, &CardView::keyPointsTicked);
}

void CardView::setAnswerVisible(bool visible)
{
    if (visible)
        makeAnswer();
    if (m_answer)
        m_answer->setVisible(visible);
}

bool CardView::isAnswerVisible() const
{
    return m_answer && !m_answer->isHidden();
}

void CardView::showChoice(int chosen)
{
    if (m_prompt)
        m_prompt->showChoice(chosen);
}

void CardView::markChoice(int chosen)
{
    if (m_prompt)
        m_prompt->markChoice(chosen);
}

void CardView::toggleKeyPoint(int index)
{
    if (m_answer)
        m_answer->toggleKeyPoint(index);
}

void CardView::tickKeyPoints(const QString &points)
{
    if (m_answer)
        m_answer->tickKeyPoints(points);
}

int CardView::tickedKeyPoints() const
{
    return m_answer ? m_answer->tickedKeyPoints() : 0;
}

QString CardView::points() const
{
    return m_answer ? m_answer->points() : QString();
}

int CardView::keyPoints() const
{
    return m_answer ? m_answer->keyPoints() : 0;
}

QList<CardView::Section> CardView::sections() const
{
    return m_answer ? m_answer->sections() : QList<Section>();
}

void CardView::setTask(QWidget *task)
{
    delete m_task;
    m_task = task;
    if (task)
        m_column->insertWidget(1, task);
}

void CardView::setComparison(const QString &name, QWidget *comparison)
{
    makeAnswer();
    m_answer->setComparison(name, comparison);
}

CodeBlock *CardView::promptCode() const
{
    return m_prompt->code();
}

QString CardView::title() const
{
    return m_title;
}

} // namespace flaskcards
