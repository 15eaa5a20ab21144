// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/codetask.h"

#include "library/python/python.h"
#include "ui/actions.h"
#include "ui/cardtext/cardview.h"
#include "ui/study/codecomparison.h"
#include "ui/study/codeedit.h"
#include "ui/study/runreport.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Nothing where the check did not get to decide.
std::optional<bool> verdictOf(const CodeResult &result)
{
    switch (result.verdict) {
    case CodeResult::Verdict::Passed:
        return true;
    case CodeResult::Verdict::Raised: // this Python may lack what the check needs
        return result.module.isEmpty() ? std::optional(false) : std::nullopt;
    case CodeResult::Verdict::Failed:
    case CodeResult::Verdict::Late:
        return false;
    default:
        return std::nullopt;
    }
}

} // namespace

CodeTask::CodeTask(const Theme &theme, CardView &card, const Exercise &exercise, bool open,
                   const Attempt &attempt, const TaskTools &tools)
    : CardTask(theme, &card),
      m_theme(theme),
      m_card(card),
      m_exercise(exercise),
      m_python(tools.python),
      m_run(new CodeRun(this))
{
    setObjectName(u"codeTask"_s);
    build();
    m_edit->setPlainText(attempt.code);
    setOpen(attempt.writes.value_or(open));
    showPython();
    connect(m_toggle, &QAbstractButton::clicked, this, &CodeTask::toggle);
    connect(m_edit, &CodeEdit::left, this, [this] {
        if (m_isRevealed)
            compare();
        emit left();
    });
    connect(m_edit, &CodeEdit::runRequested, this, &CodeTask::run);
    connect(m_start, &QAbstractButton::clicked, this, &CodeTask::run);
    connect(m_run, &CodeRun::finished, this, &CodeTask::showResult);
    connect(&m_python, &Python::decided, this, &CodeTask::showPython);
}

CodeTask::~CodeTask()
{
    if (!m_run->isRunning())
        return;
    m_run->disconnect(this);
    m_run->setParent(QCoreApplication::instance());
    connect(m_run, &CodeRun::finished, m_run, &QObject::deleteLater);
    m_run->stop();
}

void CodeTask::build()
{
    auto *head = new QWidget(this);
    auto *inHead = new QHBoxLayout(head);
    inHead->setContentsMargins(0, 0, 0, 0);
    inHead->setSpacing(m_theme.px(12));
    m_toggle = new Button(m_theme, Button::Look::Quiet, tr("Write it"), head);
    m_toggle->setObjectName(u"write"_s);
    m_toggle->setSymbol(Icon::Type);
    followKeys(m_toggle, [this] { showKey(); });
    m_names = new Label(m_theme, TextRole::Small, {}, head);
    m_names->setObjectName(u"names"_s);
    m_names->setColor(&Tokens::text2);
    m_names->setWordWrap(true);
    m_names->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (!m_exercise.names.isEmpty())
        m_names->setText(tr("The check uses: %1").arg(m_exercise.names.join(u", "_s)));
    inHead->addWidget(m_toggle, 0, Qt::AlignTop | Qt::AlignLeft);
    inHead->addWidget(m_names, 1);
    add(head, 12);

    auto *space = new Column(m_theme, this);
    m_space = space;
    m_edit = new CodeEdit(m_theme, space);
    space->add(m_edit, 4);
    auto *row = new QWidget(space);
    auto *inRow = new QHBoxLayout(row);
    inRow->setContentsMargins(0, 0, 0, 0);
    inRow->setSpacing(m_theme.px(12));
    m_start = new Button(m_theme, Button::Look::Small, tr("Run"), row);
    m_start->setObjectName(u"run"_s);
    m_status = new Label(m_theme, TextRole::Small, {}, row);
    m_status->setObjectName(u"runStatus"_s);
    m_status->setColor(&Tokens::text2);
    m_status->setWordWrap(true);
    inRow->addWidget(m_start, 0, Qt::AlignTop);
    inRow->addWidget(m_status, 1);
    space->add(row, 8);
    add(space);
}

void CodeTask::setOpen(bool open)
{
    m_isOpen = open;
    m_space->setVisible(open);
    m_names->setVisible(open && !m_names->text().isEmpty());
    m_toggle->setAccessibleName(open ? tr("Put the editor away") : tr("Write it"));
}

void CodeTask::write()
{
    setOpen(true);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_python.look();
    emit shown(m_space);
}

void CodeTask::toggle()
{
    if (!m_isOpen)
        return write();
    const bool hadFocus = m_space->isAncestorOf(focusWidget());
    setOpen(false);
    if (hadFocus)
        emit left();
}

void CodeTask::reveal()
{
    m_isRevealed = true;
    compare();
}

void CodeTask::showKey()
{
    m_toggle->setKeyCap(firstKey(m_isHeldBack ? Command::MockWrite : Command::WriteCode));
}

void CodeTask::holdBack()
{
    m_isHeldBack = true;
    showKey();
    m_start->hide();
    showPython();
}

void CodeTask::setWide(bool wide)
{
    m_isWide = wide;
    if (m_comparison)
        m_comparison->setWide(wide);
}

Attempt CodeTask::attempt() const
{
    return {.code = m_edit->toPlainText(), .writes = m_isOpen};
}

void CodeTask::compare()
{
    const QString own = m_edit->toPlainText();
    if (own.trimmed().isEmpty() || own == m_compared)
        return;
    m_compared = own;
    auto *comparison = new CodeComparison(m_theme, own, m_exercise.example);
    comparison->setWide(m_isWide);
    m_comparison = comparison;
    m_card.setComparison(tr("Your code"), comparison);
}

void CodeTask::showPython()
{
    if (m_isHeldBack)
        return setStatus(tr("Esc leaves the editor. What you write can be run afterwards."));
    QString why;
    if (m_python.state() == Python::State::NoPython)
        why = tr("There is no python3 here, so the code cannot be run; comparing works without.");
    else if (m_python.state() == Python::State::NoFlask)
        why = tr("This Python has no Flask, so the code cannot be run; comparing works without.");
    m_start->setEnabled(why.isEmpty());
    m_start->setToolTip(why.isEmpty() ? tr("Run your code with the card's check (Ctrl+Return)") : why);
    setStatus(why.isEmpty() && !m_run->isRunning() ? tr("Ctrl+Return in the editor; Esc leaves it") : why);
    if (m_runsWhenFound && m_python.isDecided()) {
        m_runsWhenFound = false;
        if (m_python.state() == Python::State::Ready)
            startRun();
    }
}

void CodeTask::setStatus(const QString &text)
{
    m_status->setText(text);
}

// A second press stops what runs.
void CodeTask::run()
{
    if (m_isHeldBack)
        return;
    if (m_run->isRunning())
        return m_run->stop();
    if (m_python.isDecided())
        return m_python.state() == Python::State::Ready ? startRun() : void();
    m_runsWhenFound = true;
    setStatus(tr("Looking for a Python with Flask …"));
    m_python.look();
}

void CodeTask::startRun()
{
    m_edit->markLine(0);
    m_start->setText(tr("Stop"));
    setStatus(tr("Runs, for at most %1 s …").arg(int(m_run->limits().seconds)));
    m_run->start(m_python.program(), m_edit->toPlainText(), m_exercise);
}

void CodeTask::showResult(const CodeResult &result)
{
    m_start->setText(tr("Run"));
    setStatus(tr("With Flask %1").arg(m_python.flaskVersion()));
    m_edit->markLine(result.line);
    if (m_report)
        static_cast<Column *>(m_space)->remove(m_report);
    m_report = new RunReport(m_theme, result, m_exercise, int(m_run->limits().seconds), m_space);
    static_cast<Column *>(m_space)->add(m_report, 12);
    m_report->show();
    QAccessibleEvent said(m_report, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    emit shown(m_report);
    if (const auto holds = verdictOf(result))
        emit checked(*holds);
    if (m_isRevealed)
        compare();
}

} // namespace flaskcards
