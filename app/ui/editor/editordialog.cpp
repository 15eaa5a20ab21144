// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editordialog.h"

#include "core/scheduling/studyday.h"
#include "library/edits.h"
#include "library/questions.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/cardtext/cardview.h"
#include "ui/editor/draftfields.h"
#include "ui/editor/problemlist.h"
#include "ui/editor/sourceedit.h"
#include "ui/links.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int previewRestMs = 150; // of typing
constexpr int keepEveryMs = 3000;

ParsedQuestion parsedOf(const CardDraft &draft, const QString &slug)
{
    return parseQuestion(draft.topic + u'/' + (slug.isEmpty() ? u"own"_s : slug) + u".md"_s,
                         sourceOf(draft).toUtf8());
}

QString timeWords(qint64 atMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs).time(), QLocale::ShortFormat);
}

} // namespace

EditorDialog::EditorDialog(Library &library, const Theme &theme, QuestionId question, const QString &topic,
                           QWidget *parent)
    : QDialog(parent),
      m_library(library),
      m_theme(theme),
      m_question(question),
      m_startedMs(library.clock().nowMs())
{
    setObjectName(u"editor"_s);
    m_previewTimer.setSingleShot(true);
    m_keepTimer.setSingleShot(true);
    build();
    addActions();
    load(question, topic);
    followTheme();
    connect(&theme, &Theme::changed, this, &EditorDialog::followTheme);
    connect(&m_previewTimer, &QTimer::timeout, this, &EditorDialog::showPreview);
    connect(&m_keepTimer, &QTimer::timeout, this, &EditorDialog::keep);
    connect(m_fields, &DraftFields::changed, this, &EditorDialog::onChanged);
    connect(m_text, &QPlainTextEdit::textChanged, this, &EditorDialog::onChanged);
    connect(&library, &Library::changed, this, &EditorDialog::noticeOthers);
    resize(QSize(theme.px(1120), theme.px(720)).boundedTo(screen()->availableSize() - QSize(40, 60)));
    m_text->setFocus(Qt::OtherFocusReason);
}

EditorDialog::~EditorDialog()
{
    keep();
}

void EditorDialog::build()
{
    m_rows = new QVBoxLayout(this);
    m_rows->setSpacing(0);
    buildNotices(m_rows);
    m_fields = new DraftFields(m_theme, this);
    m_panes = new QSplitter(this);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(buildText());
    m_panes->addWidget(buildPreview());
    m_panes->setSizes({1000, 1000}); // halves, whatever the width
    m_rows->addWidget(m_fields);
    m_rows->addWidget(m_panes, 1);
    buildFoot(m_rows);
}

QWidget *EditorDialog::buildText()
{
    auto *pane = new QWidget(m_panes);
    m_text = new SourceEdit(m_theme, pane);
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("Text of the card, in Markdown"));
    m_problems = new ProblemList(m_theme, pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(m_problems);
    connect(m_problems, &ProblemList::lineChosen, m_text, &SourceEdit::goToLine);
    return pane;
}

QWidget *EditorDialog::buildPreview()
{
    m_area = new QScrollArea(m_panes);
    m_area->setObjectName(u"previewArea"_s);
    m_area->setAccessibleName(tr("The card as it will be"));
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing moves when it is needed
    m_card = new CardView(m_theme, CardSize::Preview);
    m_area->setWidget(m_card);
    connect(m_card, &CardView::linkActivated, this, &openLink);
    return m_area;
}

void EditorDialog::buildNotices(QVBoxLayout *rows)
{
    const auto add = [&](Notice::Kind kind, const QString &name) {
        auto *notice = new Notice(m_theme, kind, {}, {}, this);
        notice->setObjectName(name);
        notice->hide();
        rows->addWidget(notice);
        return notice;
    };
    m_failure = add(Notice::Kind::Error, u"failure"_s);
    m_othersNotice = add(Notice::Kind::Warning, u"changedElsewhere"_s);
    m_draftNotice = add(Notice::Kind::Info, u"keptDraft"_s);
    m_bankNotice = add(Notice::Kind::Info, u"newerText"_s);
    const auto addButton = [](Notice *notice, const QString &text, const QString &name) {
        Button *button = notice->addButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    connect(addButton(m_draftNotice, tr("Take it up"), u"takeDraft"_s), &QAbstractButton::clicked, this,
            &EditorDialog::takeDraft);
    connect(addButton(m_draftNotice, tr("Forget it"), u"forgetDraft"_s), &QAbstractButton::clicked, this,
            &EditorDialog::forgetOffered);
}

void EditorDialog::buildFoot(QVBoxLayout *rows)
{
    m_closing = new Notice(m_theme, Notice::Kind::Warning, tr("Some of this is not saved."),
                           tr("Thrown away it is still offered to you the next time."), this);
    m_closing->setObjectName(u"closing"_s);
    m_closing->hide();
    m_keepWriting = m_closing->addButton(tr("Keep writing"));
    m_keepWriting->setObjectName(u"keepWriting"_s);
    m_keepWriting->setAutoDefault(false);
    Button *away = m_closing->addButton(tr("Throw away"));
    away->setObjectName(u"throwAway"_s);
    away->setAutoDefault(false);
    connect(m_keepWriting, &QAbstractButton::clicked, this, &EditorDialog::stay);
    connect(away, &QAbstractButton::clicked, this, &EditorDialog::throwAway);

    m_state = new Label(m_theme, TextRole::Small, {}, this);
    m_state->setObjectName(u"state"_s);
    m_state->setColor(&Tokens::text2);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    const auto addButton = [&](Button::Look look, const QString &text, Command command, const QString &name) {
        auto *button = new Button(m_theme, look, text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        button->setToolTip(
            u"%1 (%2)"_s.arg(commandText(commandInfo(command)), commandKeys(commandInfo(command))));
        foot->addWidget(button);
        return button;
    };
    m_bankText = addButton(Button::Look::Plain, tr("The bank’s text"), Command::BankText, u"bankText"_s);
    auto *close = addButton(Button::Look::Plain, tr("Close"), Command::CloseEditor, u"close"_s);
    auto *keepText = addButton(Button::Look::Filled, tr("Save"), Command::SaveText, u"save"_s);
    connect(m_bankText, &QAbstractButton::clicked, this, &EditorDialog::takeBankText);
    connect(close, &QAbstractButton::clicked, this, &EditorDialog::reject);
    connect(keepText, &QAbstractButton::clicked, this, &EditorDialog::save);
    rows->addWidget(m_closing);
    rows->addLayout(foot);
}

void EditorDialog::addActions()
{
    const auto add = [this](Command command, void (EditorDialog::*slot)()) {
        QAction *action = makeAction(command, this);
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(Command::SaveText, &EditorDialog::save);
    add(Command::BankText, &EditorDialog::takeBankText);
}

void EditorDialog::load(QuestionId question, const QString &topic)
{
    CardDraft draft{.topic = topic, .tags = {}, .header = {}, .text = emptyCardText()};
    if (question.isValid()) {
        const auto source = m_library.store().questions.source(question);
        if (!source)
            return showFailure(source.error());
        m_slug = source->slug;
        m_baseHash = source->hash;
        m_origin = source->origin;
        draft = draftOf(source->topic, source->source);
    }
    setWindowTitle(m_slug.isEmpty() ? tr("New question") : tr("Edit question"));
    fill(draft);
    m_saved = current();
    showPreview();
    m_bankText->setVisible(m_origin == Origin::Edited);
    if (m_question.isValid() && bankHasNewerText(m_library, m_question)) {
        m_bankNotice->setTexts(tr("The bank has a newer text of this question."),
                               tr("%1 takes it in place of your words; undo brings them back.")
                                   .arg(commandKeys(commandInfo(Command::BankText))));
        m_bankNotice->show();
    }
    m_offered = keptDrafts(m_library, m_slug);
    for (const KeptDraft &kept : std::as_const(m_offered))
        m_startedMs = std::max(m_startedMs, kept.startedMs + 1);
    m_offered.removeIf([this](const KeptDraft &kept) { return kept.draft == m_saved; });
    offerDraft();
}

void EditorDialog::fill(const CardDraft &draft)
{
    m_saved.header = draft.header;
    m_fields->fill(draft);
    m_text->setPlainText(draft.text);
    m_text->goToLine(1);
    showPreview();
}

CardDraft EditorDialog::current() const
{
    CardDraft draft;
    m_fields->read(draft);
    draft.header = m_saved.header;
    draft.text = m_text->toPlainText();
    return draft;
}

void EditorDialog::onChanged()
{
    m_dirty = true;
    m_previewTimer.start(previewRestMs);
    if (!m_keepTimer.isActive())
        m_keepTimer.start(keepEveryMs);
    if (!m_closing->isHidden())
        m_closing->hide();
}

// Whatever can be read of the text is shown, also while it is wrong.
void EditorDialog::showPreview()
{
    m_previewTimer.stop();
    const CardDraft draft = current();
    const ParsedQuestion parsed = parsedOf(draft, m_slug);
    const int place = m_area->verticalScrollBar()->value();
    m_card->setQuestion(parsed.question);
    m_area->verticalScrollBar()->setValue(place);
    const DraftProblems problems = problemsOf(parsed);
    const bool untouched = !m_question.isValid() && !m_isTried && draft == m_saved;
    m_problems->setProblems(problems, linesAboveText(draft), untouched);
    QSet<int> lines;
    for (const Problem &error : problems.errors)
        lines.insert(std::max(1, error.line - linesAboveText(draft)));
    m_text->setMarkedLines(untouched ? QSet<int>() : lines);
}

void EditorDialog::keep()
{
    m_keepTimer.stop();
    if (!m_dirty)
        return;
    m_dirty = false;
    if (!isChanged())
        return forgetDraft(m_library, m_slug, m_startedMs);
    const qint64 nowMs = m_library.clock().nowMs();
    keepDraft(m_library, m_slug, {.startedMs = m_startedMs, .keptMs = nowMs, .draft = current()});
    m_state->setText(tr("Not saved yet; kept as a draft at %1").arg(timeWords(nowMs)));
}

void EditorDialog::offerDraft()
{
    m_draftNotice->setVisible(!m_offered.isEmpty());
    if (m_offered.isEmpty())
        return;
    const qint64 atMs = m_offered.first().keptMs;
    Moment moment = m_library.now();
    moment.atMs = atMs;
    m_draftNotice->setTexts(tr("There is text that you did not save."),
                            tr("From %1, %2: “%3”")
                                .arg(dayWords(studyDay(moment), m_library.today()), timeWords(atMs),
                                     plainTitle(m_offered.first().draft.text.section(u'\n', 0, 0).mid(2))));
}

// What stands here now is kept too, if it is worth keeping.
void EditorDialog::takeDraft()
{
    keep();
    const KeptDraft taken = m_offered.takeFirst();
    m_startedMs = taken.startedMs;
    fill(taken.draft);
    offerDraft();
    m_text->setFocus(Qt::OtherFocusReason);
}

void EditorDialog::forgetOffered()
{
    forgetDraft(m_library, m_slug, m_offered.takeFirst().startedMs);
    offerDraft();
    m_text->setFocus(Qt::OtherFocusReason);
}

void EditorDialog::save()
{
    m_isTried = true;
    showPreview();
    if (m_problems->errors() > 0) {
        m_state->setText(tr("Not saved: something has to be mended first."));
        m_problems->setCurrentRow(0);
        return m_problems->setFocus(Qt::OtherFocusReason);
    }
    const CardDraft draft = current();
    if (draft.topic.isEmpty()) {
        m_state->setText(tr("Not saved: choose a topic."));
        return m_fields->askForTopic();
    }
    const QString source = sourceOf(draft);
    const auto changes =
        m_library.apply(m_question.isValid() ? editOperation(m_question, draft.topic, source, m_baseHash)
                                             : newOperation(draft.topic, source, m_library.clock().nowMs()));
    if (!changes) {
        if (changes.error().code == ErrorCode::Busy)
            return noticeOthers();
        return showFailure(changes.error());
    }
    forgetDraft(m_library, m_slug, m_startedMs);
    m_saved = draft;
    m_dirty = false;
    if (!m_question.isValid() && !changes->questions.isEmpty())
        m_question = *changes->questions.cbegin();
    accept();
    emit saved(m_question);
}

// The text stays as it is; saving again is possible at any time.
void EditorDialog::showFailure(const Error &error)
{
    m_failure->setTexts(tr("This was not saved. Your text is still here; save again to retry."),
                        errorSentence(error));
    m_failure->show();
}

// Someone else changed or deleted the question while it was being edited.
void EditorDialog::noticeOthers()
{
    if (!m_question.isValid() || result() == Accepted)
        return;
    const auto source = m_library.store().questions.source(m_question);
    if (!source) {
        m_question = {}; // it is gone altogether: what is written here becomes a new one
        m_othersNotice->setTexts(tr("This question was taken back meanwhile."),
                                 tr("Saving makes a new question of your text."));
    } else if (source->retired) {
        m_othersNotice->setTexts(tr("This question was deleted meanwhile."),
                                 tr("Saving brings it back with your text."));
    } else if (source->hash != m_baseHash) {
        m_othersNotice->setTexts(tr("This question was changed meanwhile."),
                                 tr("Saving puts your text in its place; undo brings the other back."));
    } else {
        return m_othersNotice->hide();
    }
    m_baseHash = source ? source->hash : QString();
    m_othersNotice->show();
}

void EditorDialog::takeBankText()
{
    if (m_origin != Origin::Edited)
        return;
    keep(); // what was written here is offered the next time
    const auto operation = backToBankOperation(m_library, m_question);
    if (!operation)
        return showFailure(operation.error());
    if (const auto changes = m_library.apply(*operation); !changes)
        return showFailure(changes.error());
    accept();
    emit saved(m_question);
}

void EditorDialog::reject()
{
    if (!m_closing->isHidden())
        return stay();
    if (isChanged())
        return askToClose();
    keep();
    QDialog::reject();
}

void EditorDialog::askToClose()
{
    m_closing->show();
    m_keepWriting->setFocus(Qt::OtherFocusReason);
}

void EditorDialog::stay()
{
    m_closing->hide();
    m_text->setFocus(Qt::OtherFocusReason);
}

void EditorDialog::throwAway()
{
    m_dirty = true;
    keep();
    QDialog::reject();
}

void EditorDialog::followTheme()
{
    const int side = m_theme.px(20);
    m_rows->setContentsMargins(side, side, side, m_theme.px(16));
    m_rows->setSpacing(m_theme.px(12));
    m_panes->setHandleWidth(m_theme.px(12));
    m_area->setMinimumWidth(m_theme.px(240));
    m_text->setMinimumWidth(m_theme.px(240));
    m_card->setContentsMargins(m_theme.px(24), m_theme.px(16), m_theme.px(16), m_theme.px(24));
    QPalette surface = m_theme.palette();
    surface.setColor(QPalette::Window, m_theme.colors().surface);
    m_area->setPalette(surface);
    m_card->setPalette(surface);
    m_card->setAutoFillBackground(true);
}

} // namespace flaskcards
