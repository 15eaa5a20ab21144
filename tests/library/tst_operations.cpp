// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/operations.h"

#include <QObject>

using namespace flaskcards;
using namespace flaskcards::test;

class TestOperations : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<Place>();
        m_place->writeCards(3);
        m_library = m_place->open();
        m_questions.clear();
        for (const auto &stored : *m_library->store().cards.all())
            m_questions.append(stored.card.question);
        QCOMPARE(m_questions.size(), 3);
    }

    void eachIsOneStepOfUndo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("label");
        QTest::newRow("flag") << 0 << u"flag"_s;
        QTest::newRow("suspend") << 1 << u"suspend"_s;
        QTest::newRow("bury") << 2 << u"bury"_s;
    }
    void eachIsOneStepOfUndo()
    {
        QFETCH(int, kind);
        QFETCH(QString, label);
        const QString before = dump(*m_library);
        const Operation operations[] = {flagOperation(m_questions, 3), suspendOperation(m_questions, true),
                                        buryOperation(m_questions, m_library->today() + 1)};
        const auto changes = m_library->apply(operations[kind]);
        QVERIFY(changes);
        QCOMPARE(changes->cards.size(), 3);
        QCOMPARE(undoLabel(*m_library), label);
        QVERIFY(dump(*m_library) != before);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void theyCanBeTakenBackByThemselves()
    {
        const QString before = dump(*m_library);
        QVERIFY(m_library->apply(flagOperation(m_questions, 7)));
        QVERIFY(m_library->apply(suspendOperation(m_questions, true)));
        QVERIFY(m_library->apply(buryOperation(m_questions, m_library->today() + 1)));
        QVERIFY(m_library->apply(flagOperation(m_questions, 0)));
        QVERIFY(m_library->apply(suspendOperation(m_questions, false)));
        QCOMPARE(undoLabel(*m_library), u"unsuspend"_s);
        QVERIFY(m_library->apply(buryOperation(m_questions, 0)));
        QCOMPARE(undoLabel(*m_library), u"unbury"_s);
        QCOMPARE(dump(*m_library), before);
    }

    void ifOneCardIsMissingNoneIsChanged()
    {
        const QString before = dump(*m_library);
        QVERIFY(!m_library->apply(flagOperation(m_questions + QList{QuestionId{9999}}, 2)));
        QCOMPARE(dump(*m_library), before);
    }

private:
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    QList<QuestionId> m_questions;
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
