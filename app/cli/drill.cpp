// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "cli/questiontext.h"
#include "library/backups.h"
#include "library/backupwords.h"
#include "library/session.h"
#include "library/stepwords.h"
#include "library/undocaution.h"
#include "library/words.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int backupMs = 10'000; // longest wait for it at the end

enum class Step { Reveal, Grade, Undo, Quit, Unknown };

struct Input {
    Step step = Step::Unknown;
    Rating rating = Rating::Good;
    int option = -1; // A–E on a multiple-choice question
};

Input understood(const QString &typed, const Session &session)
{
    const QString text = typed.trimmed().toLower();
    const qsizetype options = session.current()->question.options.size();
    if (text == "q"_L1)
        return {.step = Step::Quit};
    if (text == "u"_L1)
        return {.step = Step::Undo};
    if (!session.isRevealed()) {
        if (text.isEmpty())
            return {.step = Step::Reveal};
        if (text.size() == 1 && text.at(0) >= u'a' && text.at(0).unicode() - u'a' < options)
            return {.step = Step::Reveal, .option = text.at(0).unicode() - u'a'};
        return {};
    }
    if (text.size() == 1 && text.at(0) >= u'1' && text.at(0) <= u'4')
        return {.step = Step::Grade, .rating = Rating(text.at(0).unicode() - u'0')};
    return {};
}

class Drill
{
public:
    Drill(Library &library, Session session, Terminal &terminal)
        : m_library(library), m_session(std::move(session)), m_terminal(terminal), m_caution(library)
    {
    }

    int run()
    {
        while (m_session.current()) {
            prompt();
            const auto typed = m_terminal.read();
            if (!typed)
                break;
            const Input input = understood(*typed, m_session);
            if (input.step == Step::Quit)
                break;
            take(input);
        }
        summary();
        return 0;
    }

private:
    void prompt()
    {
        if (m_session.isRevealed()) {
            m_terminal.print(u"%1 > "_s.arg(grades()));
            return;
        }
        const StudyCard &card = *m_session.current();
        m_terminal.line(u"\n%1 of %2 · %3"_s.arg(m_session.answered().size() + 1)
                            .arg(m_session.answered().size() + m_session.left())
                            .arg(placeLine(card.question)));
        m_terminal.line(questionText(card.question));
        m_terminal.print(card.question.options.isEmpty()
                             ? u"Enter shows the answer, q ends > "_s
                             : u"A–E answers, Enter shows the answer, q ends > "_s);
    }

    QString grades() const
    {
        QStringList buttons;
        for (int i = 0; i < 4; ++i) {
            buttons.append(u"%1 %2 (%3)"_s.arg(i + 1).arg(
                ratingName(Rating(i + 1)),
                intervalWords(m_session.current()->outcomes.at(size_t(i)), m_library.now())));
        }
        return buttons.join(u"  "_s) + u"  u undoes"_s;
    }

    void take(const Input &input)
    {
        switch (input.step) {
        case Step::Reveal:
            return reveal(input.option);
        case Step::Grade:
            return grade(input.rating);
        case Step::Undo:
            return undo();
        case Step::Quit:
        case Step::Unknown:
            m_terminal.line(m_session.isRevealed()
                                ? u"Please type 1, 2, 3 or 4; u undoes, q ends."_s
                                : u"Please press Enter to see the answer; u undoes, q ends."_s);
        }
    }

    void reveal(int option)
    {
        const Question &question = m_session.current()->question;
        if (option >= 0)
            m_terminal.line(question.options.at(option).right ? u"\nRight."_s : u"\nNot right."_s);
        m_session.reveal();
        m_terminal.line();
        m_terminal.line(answerText(question));
    }

    // The word is echoed only when the answer is on disk.
    void grade(Rating rating)
    {
        const StudyCard card = *m_session.current();
        if (auto done = m_session.answer(rating); !done) {
            m_terminal.failed(done.error());
            m_terminal.line(u"The answer was not saved. The card is still here: try again."_s);
            return;
        }
        m_terminal.line(u"%1: comes back in %2."_s.arg(
            ratingName(rating), intervalWords(card.outcomes.at(size_t(rating) - 1), m_library.now())));
    }

    void undo()
    {
        const auto step = m_library.nextUndo();
        if (step && !*step)
            return m_terminal.line(u"There is nothing to take back."_s);
        if (step && !m_caution.allows(**step))
            return m_terminal.line(u"That would take back: %1 (%2). Type u once more to do so."_s.arg(
                stepWords(**step, m_library), stepMoment(**step, m_library)));
        const auto done = m_session.undo();
        if (!done) {
            m_terminal.failed(done.error());
            return;
        }
        m_terminal.line(steppedWords(*done, m_library) + u'.');
        if (done->partly)
            m_terminal.line(partlyWords(*done));
    }

    void summary()
    {
        const auto answered = int(m_session.answered().size());
        m_terminal.line(u"\n%1 answered, %2 left."_s.arg(answered).arg(m_session.left()));
    }

    Library &m_library;
    Session m_session;
    Terminal &m_terminal;
    UndoCaution m_caution;
};

} // namespace

int runDrill(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    SessionPlan plan{.listed = {}, .minutes = 0, .count = line.count};
    if (!line.arguments.isEmpty()) {
        const auto found = searched(line, *library, terminal);
        if (!found)
            return 1;
        for (const QuestionFacts &question : *found) {
            if (!question.card.suspended)
                plan.listed.append(question.id);
        }
        if (plan.listed.isEmpty()) {
            terminal.line(u"No question fits this search."_s);
            return 0;
        }
    }
    auto session = Session::start(*library, plan);
    if (!session)
        return terminal.failed(session.error());
    if (!session->current()) {
        terminal.line(u"Nothing is due now. `flaskcards drill QUERY` studies what a search finds."_s);
        return 0;
    }
    Backups backups(*library);
    const int status = Drill(*library, *std::move(session), terminal).run();
    if (!backups.finish(backupMs))
        terminal.complain(u"The answers are saved, but no backup could be made. "_s +
                          (backups.problem() ? backupErrorSentence(*backups.problem()) : QString()));
    return status;
}

} // namespace flaskcards
