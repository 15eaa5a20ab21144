// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledstore.h"

#include "library/session.h"

namespace flaskcards::bench {

std::unique_ptr<Library> filledLibrary(const QString &dataDir, FixedClock &clock, int reviews)
{
    auto opened = Library::open({dataDir, QString()}, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().context));
    std::unique_ptr<Library> library = *std::move(opened);
    const auto facts = library->store().questions.facts();
    QList<QuestionId> all;
    for (const QuestionFacts &question : *facts)
        all.append(question.id);

    int answers = 0;
    while (answers < reviews) {
        auto session = Session::start(*library, {.listed = all});
        for (qsizetype i = 0; i < all.size() && answers < reviews; ++i, ++answers) {
            clock.advanceMs(20'000);
            session->reveal();
            if (auto done = session->answer(answers % 9 == 0 ? Rating::Again : Rating::Good); !done)
                qFatal("%s", qPrintable(done.error().context));
        }
        clock.advanceMs(86'400'000);
    }
    return library;
}

} // namespace flaskcards::bench
