// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mocksetup.h"

#include "library/documents.h"
#include "library/mockinterview.h"
#include "library/words.h"
#include "ui/interview/mockwords.h"
#include "ui/settings/tick.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr std::array minuteChoices = {15, 30, 45, 60};
constexpr QLatin1StringView chosenKey = "interview/mock"_L1;

// Stays open while topics are ticked.
class TopicMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (QAction *action = activeAction(); action && action->isCheckable())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        QAction *action = activeAction();
        if (event->key() == Qt::Key_Space && action && action->isCheckable())
            action->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

} // namespace

MockSetup::MockSetup(Library &library, const Theme &theme, QWidget *parent)
    : Panel(theme, parent, 24, 20), m_library(library)
{
    setObjectName(u"mockSetup"_s);
    setTitle(tr("Mock interview"));
    build();
    restore();
}

void MockSetup::build()
{
    const auto row = [this](const QString &name) {
        auto *line = new QHBoxLayout;
        line->setSpacing(theme().px(16));
        auto *label = new Label(theme(), TextRole::Interface, name, this);
        label->setColor(&Tokens::text2);
        label->setMinimumWidth(theme().px(72));
        line->addWidget(label);
        body()->addLayout(line);
        return line;
    };
    body()->setSpacing(theme().px(12));

    QHBoxLayout *line = row(tr("Minutes"));
    QStringList words;
    for (const int minutes : minuteChoices)
        words.append(QString::number(minutes));
    m_minutes = new Segments(theme(), tr("Minutes"), words, this);
    m_minutes->setObjectName(u"mockMinutes"_s);
    line->addWidget(m_minutes);
    line->addStretch(1);

    line = row(tr("Level"));
    m_levelRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_levelRow->setSpacing(theme().px(16));
    line->addLayout(m_levelRow);
    m_levelLine = line;
    for (const Level level : {Level::Basic, Level::Intermediate, Level::Advanced}) {
        auto *box = new Tick(theme(), levelName(level), this);
        box->setObjectName(u"mockLevel-"_s + levelWord(level));
        box->setChecked(true);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // one beside the other
        m_levels.append(box);
        m_levelRow->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &MockSetup::keep);
    }
    line->addStretch(1);

    line = row(tr("Topics"));
    m_topics = new Button(theme(), Button::Look::Plain, {}, this);
    m_topics->setObjectName(u"mockTopicBox"_s);
    m_topics->setMinimumWidth(theme().px(160));
    m_topicMenu = new TopicMenu(m_topics);
    m_topicMenu->setObjectName(u"mockTopicMenu"_s);
    m_topics->setMenu(m_topicMenu);
    line->addWidget(m_topics);
    line->addStretch(1);

    m_words = new Label(theme(), TextRole::Interface, {}, this);
    m_words->setObjectName(u"mockWords"_s);
    m_words->setWordWrap(true);
    auto *rule = new Label(theme(), TextRole::Small,
                           tr("No answers until the end. Then you look at each question with its answer and "
                              "grade yourself. If you leave before the last grade, nothing is written."),
                           this);
    rule->setColor(&Tokens::text2);
    rule->setWordWrap(true);
    body()->addWidget(m_words);
    body()->addWidget(rule);
    m_start = new Button(theme(), Button::Look::Filled, tr("Start mock interview"), this);
    m_start->setObjectName(u"mockStart"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    setFocusProxy(m_start);
    connect(m_minutes, &Segments::chosen, this, &MockSetup::keep);
    connect(m_start, &QAbstractButton::clicked, this, [this] { emit startRequested(filter()); });
}

MockFilter MockSetup::filter() const
{
    MockFilter filter{.minutes = minuteChoices.at(size_t(std::max(0, m_minutes->index())))};
    for (int level = 0; level < m_levels.size(); ++level) {
        if (m_levels.at(level)->isChecked())
            filter.levels.append(Level(level));
    }
    filter.topics = chosenTopics();
    return filter;
}

QStringList MockSetup::chosenTopics() const
{
    QStringList chosen;
    for (const QAction *action : m_topicMenu->actions()) {
        if (action->isChecked())
            chosen.append(action->data().toString());
    }
    return chosen;
}

void MockSetup::refresh()
{
    const auto candidates = mockCandidates(m_library);
    if (!candidates)
        return m_words->setText(errorSentence(candidates.error()));
    m_candidates = *candidates;
    fillTopics();
    showChoice();
}

// Those that have questions, in teaching order; the ticks stay.
void MockSetup::fillTopics()
{
    QStringList there;
    for (const QString &topic : topics()) {
        if (std::any_of(m_candidates.cbegin(), m_candidates.cend(),
                        [&](const MockCandidate &one) { return one.topic == topic; }))
            there.append(topic);
    }
    QStringList shown;
    for (const QAction *action : m_topicMenu->actions())
        shown.append(action->data().toString());
    if (shown == there)
        return;
    const QStringList chosen =
        shown.isEmpty() ? m_topicMenu->property("kept").toStringList() : chosenTopics();
    m_topicMenu->clear();
    for (const QString &topic : std::as_const(there)) {
        QAction *action = m_topicMenu->addAction(topicName(topic));
        action->setData(topic);
        action->setCheckable(true);
        action->setChecked(chosen.contains(topic));
        connect(action, &QAction::toggled, this, &MockSetup::keep);
    }
}

void MockSetup::showChoice()
{
    const QStringList chosen = chosenTopics();
    m_topics->setText(chosen.isEmpty()     ? tr("All topics")
                      : chosen.size() == 1 ? topicName(chosen.first())
                                           : tr("%n topic(s)", nullptr, int(chosen.size())));
    m_topics->setAccessibleName(tr("Topics: %1").arg(m_topics->text()));
    const MockFilter wished = filter();
    const bool noLevel = wished.levels.isEmpty();
    const MockChoice choice = noLevel ? MockChoice() : chooseMock(m_candidates, wished, 0);
    m_words->setText(noLevel ? tr("Tick at least one level.") : choiceWords(choice, wished));
    m_start->setEnabled(m_underWay || !choice.questions.isEmpty());
    m_start->setText(m_underWay ? tr("Go on with the mock interview") : tr("Start mock interview"));
}

void MockSetup::setUnderWay(bool underWay)
{
    m_underWay = underWay;
    showChoice();
}

void MockSetup::setNarrow(bool narrow)
{
    m_levelRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_levelRow->setSpacing(theme().px(narrow ? 8 : 16));
    m_levelLine->setAlignment(m_levelLine->itemAt(0)->widget(), narrow ? Qt::AlignTop : Qt::Alignment());
}

void MockSetup::keep()
{
    const MockFilter wished = filter();
    QJsonArray levels;
    for (const Level level : wished.levels)
        levels.append(int(level));
    const QJsonObject json{{u"minutes"_s, wished.minutes},
                           {u"levels"_s, levels},
                           {u"topics"_s, QJsonArray::fromStringList(wished.topics)}};
    m_library.setViewState(QString(chosenKey),
                           QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    showChoice();
}

// As it was chosen the last time.
void MockSetup::restore()
{
    const QJsonObject json =
        QJsonDocument::fromJson(m_library.viewState(QString(chosenKey)).toUtf8()).object();
    const auto minutes = std::find(minuteChoices.begin(), minuteChoices.end(), json[u"minutes"_s].toInt(30));
    m_minutes->setIndex(minutes == minuteChoices.end() ? 1 : int(minutes - minuteChoices.begin()));
    if (json.isEmpty())
        return;
    for (int level = 0; level < m_levels.size(); ++level) {
        const QSignalBlocker quietly(m_levels.at(level));
        m_levels.at(level)->setChecked(json[u"levels"_s].toArray().contains(level));
    }
    m_topicMenu->setProperty("kept", wordsIn(json[u"topics"_s]));
}

} // namespace flaskcards
