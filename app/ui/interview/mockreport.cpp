// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockreport.h"

#include "library/stepwords.h"
#include "library/words.h"
#include "ui/interview/mockchart.h"
#include "ui/interview/mockwords.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/thinbar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int oneColumnBelowPx = 760;
constexpr int longestTitle = 90;

// Rows of the last time go at once, so that nobody finds them.
QWidget *anewIn(Panel &panel)
{
    while (QLayoutItem *item = panel.body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *rows = new QWidget(&panel);
    panel.body()->addWidget(rows);
    return rows;
}

QString tickedWords(int ticked, int total)
{
    return total > 0 ? MockReport::tr("%1 of %2").arg(ticked).arg(total) : MockReport::tr("not ticked");
}

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Sure:
        return MockReport::tr("sure");
    case Confidence::Unsure:
        return MockReport::tr("unsure");
    case Confidence::NotAsked:
        break;
    }
    return {};
}

} // namespace

MockReport::MockReport(Library &library, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"mockReport"_s);
    build();
    followTheme();
    connect(&theme, &Theme::changed, this, &MockReport::followTheme);
}

void MockReport::build()
{
    m_area = new QScrollArea(this);
    m_area->setObjectName(u"mockReportArea"_s);
    m_area->setAccessibleName(tr("Report"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_area);
    auto *inside = new QWidget;
    auto *centre = new QHBoxLayout(inside);
    m_column = new QWidget(inside);
    centre->addStretch(1);
    centre->addWidget(m_column, 1000);
    centre->addStretch(1);
    m_area->setWidget(inside);

    auto *rows = new QVBoxLayout(m_column);
    rows->setContentsMargins(0, 0, 0, 0);
    m_title = new Label(m_theme, TextRole::PageTitle, {}, m_column);
    m_title->setObjectName(u"mockTitle"_s);
    m_result = new Label(m_theme, TextRole::Reading, {}, m_column);
    m_result->setObjectName(u"mockResult"_s);
    m_time = new Label(m_theme, TextRole::Interface, {}, m_column);
    m_time->setObjectName(u"mockTime"_s);
    m_time->setColor(&Tokens::text2);
    for (Label *label : {m_title, m_result, m_time}) {
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    m_halves = new QBoxLayout(QBoxLayout::LeftToRight);
    m_topics = new Panel(m_theme, m_column);
    m_topics->setObjectName(u"mockTopics"_s);
    m_topics->setCaption(tr("Key points named, and answers at least Good"));
    m_history = new Panel(m_theme, m_column);
    m_history->setObjectName(u"mockHistory"_s);
    m_history->setCaption(tr("Key points named, in %"));
    m_chart = new MockChart(m_theme, m_history);
    m_history->body()->addWidget(m_chart);
    m_halves->addWidget(m_topics, 1);
    m_halves->addWidget(m_history, 1);
    rows->addLayout(m_halves);
    m_questions = new Panel(m_theme, m_column);
    m_questions->setObjectName(u"mockQuestions"_s);
    rows->addWidget(m_questions);
    m_done = new Button(m_theme, Button::Look::Filled, tr("Done"), m_column);
    m_done->setObjectName(u"mockDone"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_done);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    rows->addStretch(1);
    connect(m_done, &QAbstractButton::clicked, this, &MockReport::closed);
    connect(m_chart, &MockChart::opened, this, &MockReport::showResult);
}

void MockReport::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(960));
    m_column->layout()->setSpacing(m_theme.px(12));
    m_halves->setSpacing(m_theme.px(16));
    m_column->parentWidget()->layout()->setContentsMargins(m_theme.px(32), m_theme.px(32), m_theme.px(32),
                                                           m_theme.px(32));
    m_chart->setMinimumHeight(m_theme.px(180));
    arrange();
}

void MockReport::arrange()
{
    const bool isNarrow = width() < m_theme.px(oneColumnBelowPx);
    m_halves->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        showQuestions();
}

void MockReport::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MockReport::takeFocus()
{
    m_done->setFocus(Qt::OtherFocusReason);
}

void MockReport::showResult(const QString &key)
{
    const auto results = mockResults(m_library);
    if (!results)
        return m_result->setText(errorSentence(results.error()));
    QList<MockResult> history = *results;
    while (!history.isEmpty() && history.last().key != key)
        history.removeLast();
    if (history.isEmpty())
        return;
    m_shown = history.last();
    const MockResult &result = m_shown;
    m_area->verticalScrollBar()->setValue(0);
    m_title->setText(mockTitle(result, m_library.today()));
    m_result->setText(resultWords(result) + u'.');
    const QString confidence = confidenceFinding(result);
    m_time->setText(timeFinding(result) + (confidence.isEmpty() ? QString() : u' ' + confidence));
    showTopics(result);
    const QString finding = historyFinding(history, m_library.today());
    m_history->setTitle(finding);
    m_chart->setResults(*results, finding);
    showQuestions();
}

Label *MockReport::small(const QString &text, QWidget *parent)
{
    auto *label = new Label(m_theme, TextRole::Small, text, parent);
    label->setColor(&Tokens::text2);
    return label;
}

void MockReport::showTopics(const MockResult &result)
{
    const QList<MockTopic> topics = topicsOf(result);
    m_topics->setTitle(topicFinding(topics));
    QWidget *rows = anewIn(*m_topics);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, m_theme.px(4), 0, 0);
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setVerticalSpacing(m_theme.px(8));
    int row = 0;
    for (const MockTopic &topic : topics) {
        auto *bar = new ThinBar(m_theme, tr("Key points named: %1").arg(topicName(topic.topic)), 6, rows);
        bar->setShare(topic.share());
        grid->addWidget(new Label(m_theme, TextRole::Interface, topicName(topic.topic), rows), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(small(tickedWords(topic.ticked, topic.total), rows), row, 2, Qt::AlignRight);
        grid->addWidget(small(tr("%1 of %2 good").arg(topic.answered).arg(topic.questions), rows), row, 3,
                        Qt::AlignRight);
        ++row;
    }
    Label *fair = small(tr("One or two questions say little about a topic."), rows);
    fair->setWordWrap(true);
    grid->addWidget(fair, row, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    m_topics->body()->addStretch(1);
}

void MockReport::showQuestions()
{
    m_questions->setTitle(tr("Question by question"));
    QWidget *rows = anewIn(*m_questions);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, m_theme.px(4), 0, 0);
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(8));
    for (const MockAnswer &answer : std::as_const(m_shown.answers))
        addQuestion(*grid, answer);
    grid->setColumnStretch(m_isNarrow ? 0 : 1, 1);
}

// Beside each other, or where there is no room for that what is said of it below the question.
void MockReport::addQuestion(QGridLayout &grid, const MockAnswer &answer)
{
    QWidget *rows = grid.parentWidget();
    const bool over = answer.spentMs > answer.seconds * 1000;
    const QString spent = spentWords(answer.spentMs, answer.seconds);
    auto *title = new Label(m_theme, TextRole::Interface, titleOf(answer.slug), rows);
    title->setWordWrap(true);
    QStringList words{partName(answer.part), ratingName(answer.rating),
                      tickedWords(answer.ticked, answer.total), confidenceName(answer.confidence),
                      over ? tr("%1, over").arg(spent) : spent};
    const int row = grid.rowCount();
    if (m_isNarrow) {
        words.removeAll(QString());
        Label *below = small(words.join(u"  ·  "_s), rows);
        below->setWordWrap(true);
        auto *both = new QVBoxLayout;
        both->setSpacing(m_theme.px(2));
        both->addWidget(title);
        both->addWidget(below);
        return grid.addLayout(both, row, 0);
    }
    grid.addWidget(small(words.at(0), rows), row, 0, Qt::AlignTop);
    grid.addWidget(title, row, 1);
    for (int column = 2; column <= 5; ++column) {
        Label *label = small(words.at(column - 1), rows);
        if (column == 5 && over)
            label->setColor(&Tokens::warn);
        grid.addWidget(label, row, column, column % 2 ? Qt::AlignTop | Qt::AlignRight : Qt::AlignTop);
    }
}

QString MockReport::titleOf(const QString &slug) const
{
    const auto id = m_library.store().questions.idOf(slug);
    const auto title = id ? m_library.store().questions.title(*id) : Result<QString>(id.error());
    return title ? shortened(plainTitle(*title), longestTitle) : tr("A question that is gone: %1").arg(slug);
}

} // namespace flaskcards
