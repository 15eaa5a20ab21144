// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/browsepage.h"

#include "library/questions.h"
#include "library/why.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/browse/browsepanes.h"
#include "ui/browse/cardactions.h"
#include "ui/browse/querytext.h"
#include "ui/browse/questionactions.h"
#include "ui/browse/questiondelegate.h"
#include "ui/browse/questionmodel.h"
#include "ui/browse/questionpreview.h"
#include "ui/browse/questiontable.h"
#include "ui/browse/searchbar.h"
#include "ui/browse/topictree.h"
#include "ui/links.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Of typing, before the card is built: building one takes longer than finding hundreds.
constexpr int previewRestMs = 120;

QStringList tagsOf(const QList<QuestionFacts> &questions)
{
    QSet<QString> tags;
    for (const QuestionFacts &question : questions) {
        tags.unite(QSet<QString>(question.tags.cbegin(), question.tags.cend()));
        tags.unite(QSet<QString>(question.ownTags.cbegin(), question.ownTags.cend()));
    }
    return tags.values();
}

// The topics that have questions, in teaching order.
QList<TopicCount> topicCounts(const QList<QuestionFacts> &all, const QList<QuestionFacts> &found)
{
    const QHash<QString, int> existing = countByTopic(all);
    const QHash<QString, int> counts = countByTopic(found);
    QList<TopicCount> result;
    for (const QString &topic : topics()) {
        if (existing.contains(topic))
            result.append({topic, counts.value(topic)});
    }
    return result;
}

QString quoted(const QStringList &words)
{
    return u"“%1”"_s.arg(words.join(u' '));
}

} // namespace

BrowsePage::BrowsePage(Library &library, Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_library(library),
      m_theme(theme),
      m_catalogue(library),
      m_model(new QuestionModel(library, m_catalogue, this)),
      m_topics(new TopicModel(this)),
      m_delegate(new QuestionDelegate(theme, this)),
      m_actions(new CardActions(library, theme, this)),
      m_edits(new QuestionActions(library, theme, this)),
      m_bar(new SearchBar(theme, *m_topics, this)),
      m_tree(new TopicTree(theme, m_topics, this)),
      m_moreMenu(new QMenu(this)),
      m_rowMenu(new QMenu(this)),
      m_panes(new BrowsePanes(library, theme, this))
{
    setObjectName(u"browsePage"_s);
    build();
    buildActions();
    connectParts();
    followTheme();
    connect(&theme, &Theme::changed, this, &BrowsePage::followTheme);
    connect(&library, &Library::changed, this, [this](const Changes &changes) {
        m_stale = m_stale || !changes.questions.isEmpty() || !changes.cards.isEmpty() || changes.settings ||
                  changes.day;
        if (m_stale && isVisible())
            refresh();
    });
}

void BrowsePage::build()
{
    QWidget *list = buildList();
    m_preview =
        new QuestionPreview(m_theme, m_actions->flagMenu(), m_moreMenu, this); // behind the list for Tab
    m_panes->setParts(m_tree, list, m_preview);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_panes, 1);
    setFocusProxy(m_bar->findChild<QWidget *>(u"search"_s));
}

QWidget *BrowsePage::buildList()
{
    auto *pane = new QWidget(m_panes);
    pane->setObjectName(u"listPane"_s);
    pane->setAutoFillBackground(true);
    m_table = new QuestionTable(m_theme, pane);
    m_table->setItemDelegate(m_delegate);
    m_table->setModel(m_model);
    m_nothing = new EmptyState(m_theme, {}, {}, tr("Clear the search"), pane);
    m_nothing->setObjectName(u"nothing"_s);
    m_nothing->button()->setObjectName(u"clearSearch"_s);
    m_list = new QStackedWidget(pane);
    m_list->addWidget(m_table);
    m_list->addWidget(m_nothing);
    m_foot = new Label(m_theme, TextRole::Caption, {}, pane);
    m_foot->setObjectName(u"foot"_s);
    m_foot->setColor(&Tokens::text2);
    m_foot->setWordWrap(true);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
    return pane;
}

void BrowsePage::buildActions()
{
    QAction *study = makeAction(Command::StudyThese, this);
    study->setShortcuts(study->shortcuts() << QKeySequence(Qt::CTRL | Qt::Key_Enter));
    study->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(study);
    connect(study, &QAction::triggered, this, &BrowsePage::studyShown);
    QAction *cram = makeAction(Command::CramThese, this);
    cram->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(cram);
    connect(cram, &QAction::triggered, this, &BrowsePage::cramShown);
    m_studySelected = new QAction(this);
    m_studySelected->setIcon(icon(Icon::Study));
    connect(m_studySelected, &QAction::triggered, this, &BrowsePage::studySelected);

    m_moreMenu->setObjectName(u"moreMenu"_s);
    m_actions->addTo(m_moreMenu);
    m_moreMenu->addSeparator();
    m_edits->addTo(m_moreMenu);
    m_rowMenu->setObjectName(u"rowMenu"_s);
    m_rowMenu->addAction(m_studySelected);
    m_rowMenu->addSeparator();
    m_rowMenu->addMenu(m_actions->flagMenu());
    m_actions->addTo(m_rowMenu);
    m_rowMenu->addSeparator();
    m_edits->addTo(m_rowMenu);
}

void BrowsePage::connectParts()
{
    m_previewTimer.setSingleShot(true);
    connect(&m_previewTimer, &QTimer::timeout, this, &BrowsePage::showPreview);

    connect(m_bar, &SearchBar::textChanged, this, [this] { search(Selection::First); });
    connect(m_bar, &SearchBar::downPressed, this, &BrowsePage::enterTable);
    connect(m_bar, &SearchBar::studyPressed, this, &BrowsePage::studyShown);
    connect(m_bar, &SearchBar::filterPressed, this, &BrowsePage::toggleFilter);
    connect(m_bar, &SearchBar::topicPressed, this, &BrowsePage::toggleTopic);
    connect(m_tree, &TopicTree::topicPressed, this, &BrowsePage::toggleTopic);
    connect(m_tree, &TopicTree::searchWanted, this, &BrowsePage::focusSearch);
    connect(m_nothing, &EmptyState::pressed, this, [this] {
        m_bar->setText({});
        focusSearch();
    });
    connect(m_panes, &BrowsePanes::topicsHidden, m_bar, &SearchBar::setTopicBoxVisible);
    connect(m_actions, &CardActions::failed, this, &BrowsePage::showError);
    connect(m_edits, &QuestionActions::failed, this, &BrowsePage::showError);
    connect(m_edits, &QuestionActions::done, m_bar, &SearchBar::showFound);
    connect(m_edits, &QuestionActions::editRequested, this, &BrowsePage::editRequested);

    connect(m_table, &QuestionTable::searchWanted, this, &BrowsePage::focusSearch);
    connect(m_table, &QuestionTable::leftAtTop, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_table, &QuestionTable::pageWanted, m_preview, &QuestionPreview::page);
    connect(m_table, &QWidget::customContextMenuRequested, this, &BrowsePage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BrowsePage::onSelectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BrowsePage::schedulePreview);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &BrowsePage::showFoot);

    connect(m_preview, &QuestionPreview::followUpRequested, this, &BrowsePage::showFollowUp);
    connect(m_preview, &QuestionPreview::linkActivated, this, &openLink);
}

void BrowsePage::focusSearch()
{
    m_bar->focusField();
}

void BrowsePage::showQuery(const QString &text)
{
    m_bar->setText(text);
}

// Reads the bank anew; while hidden it waits until it is shown.
void BrowsePage::refresh()
{
    if (const auto done = m_catalogue.refresh(); !done)
        return showError(done.error());
    m_stale = false;
    m_day = m_library.today();
    m_tags = tagsOf(m_catalogue.all());
    search(Selection::Keep);
}

// On an error of the search language the last good result stays.
void BrowsePage::search(Selection selection)
{
    if (m_stale)
        return;
    const ParsedQuery parsed = parseQuery(m_bar->text(), m_tags);
    m_bar->showError(parsed.error ? queryErrorText(*parsed.error) : QString());
    if (!parsed.error)
        m_query = parsed.query;
    else if (selection == Selection::First)
        return;
    const auto found = m_catalogue.search(m_query);
    if (!found)
        return showError(found.error());
    showResult(*found, selection);
}

void BrowsePage::showResult(const QList<QuestionFacts> &found, Selection selection)
{
    const QList<QuestionId> chosen = selectedQuestions();
    const QModelIndex current = m_table->currentIndex();
    const QuestionId currentId = current.isValid() ? m_model->question(current.row()).id : QuestionId();
    const QStringList words = queryWords(m_query);
    m_delegate->setWords(words);
    m_model->setResult(found, words);
    if (selection == Selection::Keep)
        select(chosen, currentId);
    else
        select({}, {});
    m_list->setCurrentIndex(found.isEmpty() ? 1 : 0);
    QStringList slugs;
    for (const QuestionFacts &question : found)
        slugs.append(question.slug);
    m_edits->setList(slugs, m_bar->text().simplified());
    showTopics();
    m_bar->showQuery(m_query);
    showSentences();
    showStudyCount();
    showFoot();
    m_previewTimer.start(selection == Selection::First ? previewRestMs : 0);
}

// Counts look past the chosen topics, so that one sees where else something was found.
void BrowsePage::showTopics()
{
    const QStringList chosen = filterValues(m_query, u"topic"_s);
    if (chosen.isEmpty()) {
        m_topics->setTopics(topicCounts(m_catalogue.all(), m_model->questions()), chosen);
    } else if (const auto everywhere = m_catalogue.search(withoutTopics(m_query))) {
        m_topics->setTopics(topicCounts(m_catalogue.all(), *everywhere), chosen);
    }
    m_bar->updateTopicBox();
}

void BrowsePage::showSentences()
{
    const int count = m_model->rowCount();
    const QStringList words = queryWords(m_query);
    if (m_query.isEmpty())
        m_bar->showFound(tr("Narrow it down with words, “a phrase”, -without, topic:routing, level:basic, "
                            "is:due, tag:cookies"));
    else if (count > 0)
        m_bar->showFound(tr("%n question(s)", nullptr, count));
    else if (words.isEmpty())
        m_bar->showFound(tr("No question fits these filters."));
    else if (m_query.filters.isEmpty())
        m_bar->showFound(tr("Nothing contains %1.").arg(quoted(words)));
    else
        m_bar->showFound(tr("Nothing within these filters contains %1.").arg(quoted(words)));

    if (m_catalogue.all().isEmpty())
        m_nothing->setTexts(tr("There are no questions"),
                            tr("The card files of the bank could not be read."));
    else
        m_nothing->setTexts(words.isEmpty() ? tr("No question fits")
                                            : tr("Nothing contains %1").arg(quoted(words)),
                            m_query.filters.isEmpty() ? tr("Try fewer or shorter words.")
                                                      : tr("Try fewer words or filters."));
    m_nothing->button()->setVisible(!m_query.isEmpty());
}

QList<QuestionId> BrowsePage::studied() const
{
    QList<QuestionId> ids;
    for (const QuestionFacts &question : m_model->questions()) {
        if (!question.card.suspended)
            ids.append(question.id);
    }
    return ids;
}

void BrowsePage::showStudyCount()
{
    const int count = int(studied().size());
    const int suspended = m_model->rowCount() - count;
    QString toolTip = commandInfo(Command::StudyThese).keys.value(0).toString(QKeySequence::NativeText);
    if (suspended > 0)
        toolTip = tr("%n suspended question(s) left out", nullptr, suspended) + u" (%1)"_s.arg(toolTip);
    else if (count == 0)
        toolTip = tr("There is nothing in the list to study");
    else
        toolTip = tr("Study the questions of the list in this order (%1)").arg(toolTip);
    m_bar->setStudyCount(count, toolTip);
}

void BrowsePage::showFoot()
{
    const auto words = [this]() -> QString {
        switch (m_model->sortColumn()) {
        case QuestionModel::FlagColumn:
            return tr("sorted by flag");
        case QuestionModel::QuestionColumn:
            return tr("sorted by question");
        case QuestionModel::TopicColumn:
            return tr("sorted by topic");
        case QuestionModel::RecallColumn:
            return tr("sorted by recall");
        default:
            return queryWords(m_query).isEmpty() ? tr("in teaching order") : tr("best match first");
        }
    };
    QString text = tr("%1 of %2").arg(m_model->rowCount()).arg(m_catalogue.all().size());
    if (m_model->rowCount() > 0)
        text = tr("%1, %2", "count of questions, order of the list").arg(text, words());
    if (const auto selected = m_table->selectionModel()->selectedRows().size(); selected > 1)
        text += u"; "_s + tr("%n selected", nullptr, int(selected));
    m_foot->setText(text);
}

QList<QuestionId> BrowsePage::selectedQuestions() const
{
    QList<QuestionId> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_table->selectionModel()->isRowSelected(row))
            ids.append(m_model->question(row).id);
    }
    return ids;
}

// What is no longer in the result cannot be selected; the first row stands in for a current one that is gone.
void BrowsePage::select(const QList<QuestionId> &questions, QuestionId current)
{
    if (m_model->rowCount() == 0)
        return onSelectionChanged();
    const int currentRow = std::max(0, m_model->rowOf(current));
    QItemSelection rows;
    for (const QuestionId question : questions) {
        if (const int row = m_model->rowOf(question); row >= 0)
            rows.select(m_model->index(row, 0), m_model->index(row, 0));
    }
    const QModelIndex index = m_model->index(currentRow, QuestionModel::QuestionColumn);
    if (rows.isEmpty())
        rows.select(index, index);
    QItemSelectionModel *selection = m_table->selectionModel();
    selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selection->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    onSelectionChanged();
}

void BrowsePage::onSelectionChanged()
{
    QList<Card> cards;
    QList<QuestionFacts> chosen;
    for (const QuestionId id : selectedQuestions()) {
        if (const QuestionFacts *question = m_catalogue.find(id)) {
            cards.append(question->card);
            chosen.append(*question);
        }
    }
    m_actions->setCards(cards);
    m_edits->setChosen(chosen);
    m_studySelected->setText(tr("Study %n selected question(s)", nullptr, int(cards.size())));
    m_studySelected->setEnabled(!cards.isEmpty());
    showFoot();
}

// The list is painted first; of several steps in a row only the last one builds a card.
void BrowsePage::schedulePreview()
{
    m_previewTimer.start(0);
}

void BrowsePage::showPreview()
{
    const QModelIndex current = m_table->currentIndex();
    m_edits->setCurrent(current.isValid() ? m_model->question(current.row()).id : QuestionId());
    if (!current.isValid())
        return m_preview->clear();
    const QuestionFacts &facts = m_model->question(current.row());
    const auto loaded = loadQuestion(m_library, facts.id);
    if (!loaded)
        return m_preview->setMessage(tr("The card could not be read"), errorSentence(loaded.error()));
    CardContext context;
    for (const QString &slug : loaded->question.followUps) {
        const auto followUp = std::find_if(m_catalogue.all().cbegin(), m_catalogue.all().cend(),
                                           [&](const QuestionFacts &other) { return other.slug == slug; });
        if (followUp != m_catalogue.all().cend())
            context.followUps.append({slug, followUp->title});
    }
    if (const QStringList words = queryWords(m_query); !words.isEmpty())
        context.hits = [words](const QString &text) {
            return matchRanges(text, words);
        };
    m_preview->setQuestion(loaded->question, context, originWord(facts.origin));
    m_preview->setFlag(facts.card.flag);
    QString history = historyWords(facts.card, m_catalogue.recall(facts), m_library.now());
    if (facts.card.suspended)
        history = tr("Suspended: it is not asked until you bring it back.") + u' ' + history;
    else if (facts.card.buriedUntilDay > m_library.today())
        history = tr("Buried until %1.").arg(dayWords(facts.card.buriedUntilDay, m_library.today())) + u' ' +
                  history;
    if (!facts.ownTags.isEmpty())
        history = tr("Your tags: %1.").arg(tagWords(facts.ownTags)) + u' ' + history;
    const auto why = whyReport(m_library, facts.id);
    if (!why)
        return m_preview->setMessage(tr("The card could not be read"), errorSentence(why.error()));
    m_preview->setHistory(history, *why);
}

// A press alone goes to one topic and back to all; together with Ctrl it adds or takes away one.
void BrowsePage::toggleTopic(const QString &topic, bool together)
{
    const QStringList chosen = filterValues(m_query, u"topic"_s);
    if (topic.isEmpty())
        m_bar->setText(withFilter(m_bar->text(), u"topic"_s, {}));
    else if (together)
        m_bar->setText(withToggledFilter(m_bar->text(), m_query, u"topic"_s, topic));
    else
        m_bar->setText(withFilter(m_bar->text(), u"topic"_s,
                                  chosen == QStringList{topic} ? QStringList() : QStringList{topic}));
}

void BrowsePage::toggleFilter(const QString &key, const QString &value)
{
    m_bar->setText(withToggledFilter(m_bar->text(), m_query, key, value));
}

void BrowsePage::showQuestion(QuestionId question)
{
    if (m_model->rowOf(question) < 0)
        m_bar->setText({});
    if (m_model->rowOf(question) >= 0)
        select({question}, question);
}

QString BrowsePage::onlyTopic() const
{
    const QStringList chosen = filterValues(m_query, u"topic"_s);
    return chosen.size() == 1 ? chosen.first() : QString();
}

// One that the search did not find is shown among all questions.
void BrowsePage::showFollowUp(const QString &slug)
{
    const auto question = std::find_if(m_catalogue.all().cbegin(), m_catalogue.all().cend(),
                                       [&](const QuestionFacts &other) { return other.slug == slug; });
    if (question != m_catalogue.all().cend())
        showQuestion(question->id);
}

void BrowsePage::showMenu(const QPoint &place)
{
    if (m_table->selectionModel()->hasSelection())
        m_rowMenu->popup(m_table->viewport()->mapToGlobal(place));
}

void BrowsePage::enterTable()
{
    if (m_model->rowCount() == 0)
        return;
    m_table->setFocus(Qt::TabFocusReason);
    m_table->scrollTo(m_table->currentIndex());
}

void BrowsePage::studyShown()
{
    if (const SessionPlan plan = shownPlan(); !plan.listed.isEmpty())
        emit studyRequested(plan);
}

void BrowsePage::cramShown()
{
    SessionPlan plan = shownPlan();
    plan.recorded = false;
    if (!plan.listed.isEmpty())
        emit studyRequested(plan);
}

SessionPlan BrowsePage::shownPlan() const
{
    const QString text = m_bar->text().simplified();
    return {.listed = studied(), .name = text.isEmpty() ? tr("All questions") : text};
}

void BrowsePage::studySelected()
{
    const QList<QuestionId> questions = selectedQuestions();
    if (!questions.isEmpty())
        emit studyRequested(
            {.listed = questions, .name = tr("%n selected question(s)", nullptr, int(questions.size()))});
}

void BrowsePage::showError(const Error &error)
{
    m_bar->showFailure(errorSentence(error));
}

bool BrowsePage::isInListOrCard(const QWidget *widget) const
{
    return m_list->isAncestorOf(widget) || m_preview->isAncestorOf(widget);
}

// Ctrl+0 belongs to the size of text, but in the list it stands beside Ctrl+1 to Ctrl+7 and takes the flag
// away.
bool BrowsePage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_0 && key->modifiers() == Qt::ControlModifier &&
            isInListOrCard(focusWidget())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void BrowsePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier)
        return m_actions->clearFlag();
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::NoModifier)
        return focusSearch();
    QWidget::keyPressEvent(event);
}

void BrowsePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale || m_day != m_library.today())
        refresh();
    if (!focusWidget())
        setFocus(Qt::OtherFocusReason);
}

void BrowsePage::followTheme()
{
    QPalette surface = m_theme.palette();
    surface.setColor(QPalette::Window, m_theme.colors().surface);
    m_foot->parentWidget()->setPalette(surface);
    m_foot->setContentsMargins(m_theme.px(13), m_theme.px(8), m_theme.px(12), m_theme.px(10));
    if (isVisible())
        schedulePreview();
}

} // namespace flaskcards
