// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/undoing.h"

#include "library/stepwords.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/history/undonotice.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

Undoing::Undoing(const Library &library, UndoNotice &notice, StepWay way, QObject *parent)
    : QObject(parent), m_library(library), m_notice(notice), m_way(std::move(way)), m_caution(library)
{
    // What it says is no longer so.
    connect(&library, &Library::changed, &notice, &QWidget::hide);
    connect(&notice, &UndoNotice::gone, this, [this] { m_caution.forget(); });
}

void Undoing::undo()
{
    const auto next = m_library.nextUndo();
    if (!next)
        return sayFailure(next.error(), Direction::Back);
    if (!*next)
        return sayNothingThere(Direction::Back);
    if (m_caution.allows(**next))
        run(Direction::Back);
    else
        ask(**next);
}

void Undoing::redo()
{
    run(Direction::Forth);
}

void Undoing::run(Direction direction)
{
    const auto done = m_way(direction, 0);
    if (!done && done.error().code == ErrorCode::NotFound)
        return sayNothingThere(direction);
    if (!done)
        return sayFailure(done.error(), direction);
    say(steppedWords(*done, m_library), partlyWords(*done),
        direction == Direction::Back ? Direction::Forth : Direction::Back);
}

void Undoing::ask(const HistoryStep &step)
{
    say(tr("Press %1 again to take this back").arg(firstKey(Command::Undo)),
        tr("%1 (%2)", "step (day and time)").arg(stepWords(step, m_library), stepMoment(step, m_library)),
        Direction::Back);
}

void Undoing::say(const QString &headline, const QString &detail, Direction next)
{
    const UndoNotice::Offer offer = next == Direction::Back
                                        ? UndoNotice::Offer{tr("Take back"), firstKey(Command::Undo),
                                                            [this] {
                                                                undo();
                                                            }}
                                        : UndoNotice::Offer{tr("Do again"), firstKey(Command::Redo), [this] {
                                                                redo();
                                                            }};
    m_notice.tell(headline, detail, {offer, {tr("History"), firstKey(Command::History), [this] {
                                                 emit historyRequested();
                                             }}});
}

void Undoing::sayNothingThere(Direction direction)
{
    m_notice.tell(direction == Direction::Back ? tr("There is nothing to take back.")
                                               : tr("There is nothing to do again."),
                  {});
}

void Undoing::sayFailure(const Error &error, Direction direction)
{
    m_notice.tell(direction == Direction::Back ? tr("This was not taken back.")
                                               : tr("This was not done again."),
                  errorSentence(error), {}, Notice::Kind::Error);
}

} // namespace flaskcards
