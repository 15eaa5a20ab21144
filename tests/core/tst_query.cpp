// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/foldedtext.h"
#include "core/search/query.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

Query parsed(const QString &text)
{
    const ParsedQuery result = parseQuery(text);
    if (result.error)
        qWarning().noquote() << text << queryErrorText(*result.error);
    return result.query;
}

template <typename Condition>
Condition conditionOf(const QString &text)
{
    const Query query = parsed(text);
    const auto *condition =
        query.filters.isEmpty() ? nullptr : std::get_if<Condition>(&query.filters.first().condition);
    return condition ? *condition : Condition();
}

QString errorOf(const QString &text, const QStringList &tags = {})
{
    const ParsedQuery result = parseQuery(text, tags);
    return result.error ? queryErrorText(*result.error) : QString();
}

QString marked(QString text, const QStringList &words)
{
    const QList<QPair<int, int>> ranges = matchRanges(text, words);
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
        text.insert(range->first + range->second, u']').insert(range->first, u'[');
    return text;
}

QStringList tokenWords(const QString &text)
{
    const FoldedText tokens = foldedText(text);
    QStringList words;
    for (const FoldedText::Token &token : tokens.tokens)
        words.append(tokens.word(token).toString());
    return words;
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void wordsAndPhrasesAreTerms();
    void minusExcludesWordPhraseAndFilter();
    void optionsOfProgramsAreWords();
    void textWithColonsIsText_data();
    void textWithColonsIsText();
    void signsAloneAskForNothing();
    void openQuoteGoesToTheEnd();
    void filtersTakeTypedValues();
    void valuesCompleteWhateverTheirCase();
    void completeValueIsNotCompletedFurther();
    void severalValuesMeanAnyOfThem();
    void quotedFilterIsAPhrase();
    void halfTypedFilterIsNoConstraint_data();
    void halfTypedFilterIsNoConstraint();
    void askedCompares_data();
    void askedCompares();
    void flagsHaveNamesAndNumbers();
    void tagsAreTakenAsTypedOrFromTheKnownOnes();
    void errorsSayWhatExists_data();
    void errorsSayWhatExists();
    void errorKnowsItsPlace_data();
    void errorKnowsItsPlace();
    void goodTermsSurviveAnError();
    void anyTextParses();
    void wordsComeBackAsTheyWentIn();
    void rangesMarkPrefixesOfTokens_data();
    void rangesMarkPrefixesOfTokens();
    void rangesNeverOverlap();
    void foldingIsThatOfTheIndex();
};

void TestQuery::wordsAndPhrasesAreTerms()
{
    const Query query = parsed(u"  session \"working  outside\"\tcookie "_s);
    QCOMPARE(query.texts, (QList<TextTerm>{{u"session"_s}, {u"working outside"_s, true}, {u"cookie"_s}}));
    QVERIFY(query.filters.isEmpty());
    QCOMPARE(queryWords(query), (QStringList{u"session"_s, u"working outside"_s, u"cookie"_s}));
}

void TestQuery::minusExcludesWordPhraseAndFilter()
{
    const Query query = parsed(u"a -b -\"c d\" -level:basic"_s);
    QCOMPARE(query.texts, (QList<TextTerm>{{u"a"_s}, {u"b"_s, false, true}, {u"c d"_s, true, true}}));
    QCOMPARE(query.filters, (QList<Filter>{{LevelFilter{{Level::Basic}}, true}}));
    QCOMPARE(queryWords(query), QStringList{u"a"_s});
}

void TestQuery::optionsOfProgramsAreWords()
{
    QCOMPARE(parsed(u"--debug"_s).texts, (QList<TextTerm>{{u"--debug"_s}}));
    QCOMPARE(parsed(u"flask-login"_s).texts, (QList<TextTerm>{{u"flask-login"_s}}));
}

void TestQuery::textWithColonsIsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("message") << u"RuntimeError: Working"_s << QStringList{u"RuntimeError:"_s, u"Working"_s};
    QTest::newRow("address") << u"http://localhost"_s << QStringList{u"http://localhost"_s};
    QTest::newRow("code") << u"def f():"_s << QStringList{u"def"_s, u"f():"_s};
    QTest::newRow("port") << u"127.0.0.1:5000"_s << QStringList{u"127.0.0.1:5000"_s};
    QTest::newRow("colon at the end of a near key")
        << u"topics: routing"_s << QStringList{u"topics:"_s, u"routing"_s};
    QTest::newRow("if and id are no misspelt is") << u"id:5 if:x"_s << QStringList{u"id:5"_s, u"if:x"_s};
    QTest::newRow("converter") << u"<int:id>"_s << QStringList{u"<int:id>"_s};
    QTest::newRow("inside a word") << u"x-topic:a"_s << QStringList{u"x-topic:a"_s};
    QTest::newRow("colon first") << u":param"_s << QStringList{u":param"_s};
}

void TestQuery::textWithColonsIsText()
{
    QFETCH(QString, text);
    QCOMPARE(errorOf(text), QString());
    QTEST(queryWords(parsed(text)), "words");
    QVERIFY(parsed(text).filters.isEmpty());
}

void TestQuery::signsAloneAskForNothing()
{
    for (const QString &text :
         {u""_s, u" "_s, u"-"_s, u"- -"_s, u"\""_s, u"\"\""_s, u"-\""_s, u"=="_s, u"-> {}"_s, u"-=="_s})
        QVERIFY2(parsed(text).isEmpty(), qPrintable(text));
}

void TestQuery::openQuoteGoesToTheEnd()
{
    QCOMPARE(parsed(u"a \"working outs"_s).texts, (QList<TextTerm>{{u"a"_s}, {u"working outs"_s, true}}));
    QCOMPARE(conditionOf<TopicFilter>(u"topic:\"rout"_s), TopicFilter{{u"routing"_s}});
}

void TestQuery::filtersTakeTypedValues()
{
    QCOMPARE(conditionOf<TopicFilter>(u"topic:routing"_s), TopicFilter{{u"routing"_s}});
    QCOMPARE(conditionOf<LevelFilter>(u"level:advanced"_s), LevelFilter{{Level::Advanced}});
    QCOMPARE(conditionOf<KindFilter>(u"kind:bug-hunt"_s), KindFilter{{Kind::BugHunt}});
    QCOMPARE(conditionOf<TagFilter>(u"tag:cookies"_s), TagFilter{{u"cookies"_s}});
    QCOMPARE(conditionOf<StateFilter>(u"is:due"_s), StateFilter{{CardState::Due}});
    QCOMPARE(conditionOf<StateFilter>(u"is:leech"_s), StateFilter{{CardState::Leech}});
    QCOMPARE(conditionOf<FlagFilter>(u"flag:red"_s), FlagFilter{{1}});
    QCOMPARE(conditionOf<AskedFilter>(u"asked:>2"_s), (AskedFilter{{{Comparison::Greater, 2}}}));
}

void TestQuery::valuesCompleteWhateverTheirCase()
{
    QCOMPARE(conditionOf<TopicFilter>(u"Topic:ROUT"_s), TopicFilter{{u"routing"_s}});
    QCOMPARE(conditionOf<LevelFilter>(u"level:Int"_s), LevelFilter{{Level::Intermediate}});
    QCOMPARE(conditionOf<KindFilter>(u"kind:co"_s),
             (KindFilter{{Kind::Concept, Kind::Comparison, Kind::Coding, Kind::CodeChallenge}}));
}

void TestQuery::completeValueIsNotCompletedFurther()
{
    const QStringList tags{u"json"_s, u"json-provider"_s};
    QCOMPARE(parseQuery(u"tag:json"_s, tags).query.filters, (QList<Filter>{{TagFilter{{u"json"_s}}}}));
    QCOMPARE(parseQuery(u"tag:jso"_s, tags).query.filters, (QList<Filter>{{TagFilter{tags}}}));
}

void TestQuery::severalValuesMeanAnyOfThem()
{
    QCOMPARE(conditionOf<TopicFilter>(u"topic:routing,contexts"_s),
             (TopicFilter{{u"routing"_s, u"contexts"_s}}));
    QCOMPARE(conditionOf<TopicFilter>(u"topic:routing,rout,"_s), TopicFilter{{u"routing"_s}});
    const AskedFilter either = conditionOf<AskedFilter>(u"asked:0,>2"_s);
    QVERIFY(either.holds(0) && either.holds(3));
    QVERIFY(!either.holds(1) && !either.holds(2));
}

void TestQuery::quotedFilterIsAPhrase()
{
    QCOMPARE(parsed(u"\"topic:routing\""_s).texts, (QList<TextTerm>{{u"topic:routing"_s, true}}));
}

void TestQuery::halfTypedFilterIsNoConstraint_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"topic:", "-topic:", "level:", "tag:", "is:", "flag:", "asked:", "asked:>",
                             "asked:>=", "topic:,", "topic:\"", "topic:\"\""})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestQuery::halfTypedFilterIsNoConstraint()
{
    QFETCH(QString, text);
    QCOMPARE(errorOf(text), QString());
    QVERIFY(parsed(text).isEmpty());
}

void TestQuery::askedCompares_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("held"); // of 1, 2, 3
    QTest::newRow("greater") << u"asked:>2"_s << QList<int>{3};
    QTest::newRow("at least") << u"asked:>=2"_s << QList<int>{2, 3};
    QTest::newRow("less") << u"asked:<2"_s << QList<int>{1};
    QTest::newRow("at most") << u"asked:<=2"_s << QList<int>{1, 2};
    QTest::newRow("equal") << u"asked:=2"_s << QList<int>{2};
    QTest::newRow("plain") << u"asked:2"_s << QList<int>{2};
}

void TestQuery::askedCompares()
{
    QFETCH(QString, text);
    const AskedFilter filter = conditionOf<AskedFilter>(text);
    QList<int> held;
    for (int asked : {1, 2, 3}) {
        if (filter.holds(asked))
            held.append(asked);
    }
    QTEST(held, "held");
}

void TestQuery::flagsHaveNamesAndNumbers()
{
    QCOMPARE(conditionOf<FlagFilter>(u"flag:1,turquoise,7"_s), (FlagFilter{{1, 6, 7}}));
    QCOMPARE(conditionOf<FlagFilter>(u"flag:p"_s), (FlagFilter{{5, 7}}));
    QVERIFY(errorOf(u"flag:0"_s).startsWith(u"There is no flag “0”."_s));
    QVERIFY(errorOf(u"flag:8"_s).startsWith(u"There is no flag “8”."_s));
}

void TestQuery::tagsAreTakenAsTypedOrFromTheKnownOnes()
{
    QCOMPARE(errorOf(u"tag:cookys"_s), QString());
    QCOMPARE(errorOf(u"tag:cookys"_s, {u"cookies"_s, u"json"_s}),
             u"There is no tag “cookys”. Did you mean cookies?"_s);
}

void TestQuery::errorsSayWhatExists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("level") << u"level:exprt"_s
                           << u"There is no level “exprt”. Levels are basic, intermediate and advanced."_s;
    QTest::newRow("kind")
        << u"kind:quiz"_s
        << u"There is no kind “quiz”. Kinds are concept, comparison, how-to, coding, mcq, bug-hunt, "
           u"code-challenge and design."_s;
    QTest::newRow("topic") << u"topic:roting"_s << u"There is no topic “roting”. Did you mean routing?"_s;
    QTest::newRow("far topic") << u"topic:xyz"_s
                               << u"There is no topic “xyz”. Topics are "_s +
                                      topics().mid(0, 24).join(u", "_s) + u" and python-foundations."_s;
    QTest::newRow("state")
        << u"is:dew"_s
        << u"There is no state “dew”. States are due, new, learning, review, suspended, buried, "
           u"flagged, leech, own, edited and really-asked."_s;
    QTest::newRow("flag")
        << u"flag:mauve"_s
        << u"There is no flag “mauve”. Flags are red, orange, green, blue, pink, turquoise and purple."_s;
    QTest::newRow("number") << u"asked:>many"_s << u"“>many” is not a number. Write asked:2 or asked:>2."_s;
    QTest::newRow("negative") << u"asked:-1"_s << u"“-1” is not a number. Write asked:2 or asked:>2."_s;
    QTest::newRow("key") << u"topc:routing"_s << u"There is no filter “topc:”. Did you mean topic:?"_s;
    QTest::newRow("plural key") << u"tags:json"_s << u"There is no filter “tags:”. Did you mean tag:?"_s;
    QTest::newRow("swapped letters") << u"knid:mcq"_s << u"There is no filter “knid:”. Did you mean kind:?"_s;
}

void TestQuery::errorsSayWhatExists()
{
    QFETCH(QString, text);
    QTEST(errorOf(text), "error");
}

void TestQuery::errorKnowsItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("value") << u"a level:exprt b"_s << u"exprt"_s;
    QTest::newRow("second value") << u"topic:routing,zzzzzz"_s << u"zzzzzz"_s;
    QTest::newRow("after an accent") << u"é -level:ex"_s << u"ex"_s;
    QTest::newRow("in quotes") << u"level:\"ex\" b"_s << u"\"ex\""_s;
    QTest::newRow("key") << u"a leve:basic"_s << u"leve:"_s;
    QTest::newRow("number") << u"asked:x"_s << u"x"_s;
}

void TestQuery::errorKnowsItsPlace()
{
    QFETCH(QString, text);
    const std::optional<QueryError> error = parseQuery(text).error;
    QVERIFY(error);
    QTEST(text.mid(error->position, error->length), "wrong");
}

void TestQuery::goodTermsSurviveAnError()
{
    const ParsedQuery result = parseQuery(u"cookie level:exprt,basic topc:x is:due"_s);
    QVERIFY(result.error);
    QCOMPARE(result.error->value, u"exprt"_s);
    QCOMPARE(result.query.texts, (QList<TextTerm>{{u"cookie"_s}}));
    QCOMPARE(result.query.filters,
             (QList<Filter>{{LevelFilter{{Level::Basic}}}, {StateFilter{{CardState::Due}}}}));
}

void TestQuery::anyTextParses()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QStringList pieces{u"-"_s,
                             u"\""_s,
                             u":"_s,
                             u","_s,
                             u" "_s,
                             u"topic:"_s,
                             u"level:"_s,
                             u"asked:>"_s,
                             u"flag:"_s,
                             u"is:due"_s,
                             u"routing"_s,
                             u"é"_s,
                             QString(QChar(0)),
                             QString(QChar(0xD800)),
                             u"😀"_s,
                             u"\n"_s,
                             u"tpic:"_s,
                             u"99999999999"_s,
                             u"\\"_s,
                             u"\u0301"_s};
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int i = random.bounded(12); i > 0; --i)
            text += pieces[random.bounded(static_cast<int>(pieces.size()))];
        const ParsedQuery result = parseQuery(text);
        const bool inside = !result.error || (result.error->position >= 0 && result.error->length > 0 &&
                                              result.error->position + result.error->length <= text.size());
        QVERIFY2(inside, qPrintable(u"seed %1: %2"_s.arg(seed).arg(text)));
        QVERIFY(!result.error || !queryErrorText(*result.error).isEmpty());
        QCOMPARE(parseQuery(text).query, result.query);
        for (const auto &[start, length] : matchRanges(text, queryWords(result.query)))
            QVERIFY2(start >= 0 && length > 0 && start + length <= text.size(), qPrintable(text));
    }
}

void TestQuery::wordsComeBackAsTheyWentIn()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QString letters = u"abzé09_.é()/=<>ñ"_s;
    for (int round = 0; round < 5000; ++round) {
        QStringList words;
        for (int i = random.bounded(5); i >= 0; --i) {
            QString word = u"x"_s;
            for (int j = random.bounded(8); j > 0; --j)
                word += letters[random.bounded(static_cast<int>(letters.size()))];
            words.append(word);
        }
        QVERIFY2(queryWords(parsed(words.join(u' '))) == words, qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(queryWords(parsed(u'"' + words.join(u' ') + u'"')), QStringList{words.join(u' ')});
    }
}

void TestQuery::rangesMarkPrefixesOfTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("prefix") << u"Sessions and obsession"_s << QStringList{u"sess"_s}
                            << u"[Sess]ions and obsession"_s;
    QTest::newRow("case") << u"FLASK flask"_s << QStringList{u"Flask"_s} << u"[FLASK] [flask]"_s;
    QTest::newRow("diacritics") << u"Café, cafe\u0301s"_s << QStringList{u"cafe"_s}
                                << u"[Café], [cafe\u0301]s"_s;
    QTest::newRow("accent in the word") << u"cafe"_s << QStringList{u"CAFÉ"_s} << u"[cafe]"_s;
    QTest::newRow("two tokens") << u"use before_request_funcs; before the request"_s
                                << QStringList{u"before_request"_s}
                                << u"use [before_request]_funcs; before the request"_s;
    QTest::newRow("first token whole") << u"before request, befores request"_s << QStringList{u"before_req"_s}
                                       << u"[before req]uest, befores request"_s;
    QTest::newRow("call") << u"Call url_for(\"x\")"_s << QStringList{u"url_for()"_s}
                          << u"Call [url_for](\"x\")"_s;
    QTest::newRow("longest wins") << u"requests"_s << QStringList{u"re"_s, u"request"_s, u"requ"_s}
                                  << u"[request]s"_s;
    QTest::newRow("neighbours") << u"a b c"_s << QStringList{u"a"_s, u"b"_s} << u"[a] [b] c"_s;
    QTest::newRow("no token") << u"a == b"_s << QStringList{u"=="_s} << u"a == b"_s;
    QTest::newRow("nothing") << u""_s << QStringList{u"a"_s} << u""_s;
    QTest::newRow("pair of surrogates") << u"x 𝒳y 😀z"_s << QStringList{u"𝒳"_s, u"z"_s} << u"x [𝒳]y 😀[z]"_s;
}

void TestQuery::rangesMarkPrefixesOfTokens()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QTEST(marked(text, words), "expected");
}

void TestQuery::rangesNeverOverlap()
{
    const QList<QPair<int, int>> ranges = matchRanges(u"a b a b c"_s, {u"a b a"_s, u"b a b"_s});
    QCOMPARE(ranges, (QList<QPair<int, int>>{{0, 7}}));
}

void TestQuery::foldingIsThatOfTheIndex()
{
    QFile file(qEnvironmentVariable("FLASKCARDS_TEST_DATA") + u"/unicode61.txt"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    int rows = 0;
    while (!file.atEnd()) {
        QStringList words = QString::fromUtf8(file.readLine()).trimmed().split(u' ');
        if (words.first() == "#"_L1)
            continue;
        const QChar character(words.takeFirst().toUShort(nullptr, 16));
        QVERIFY2(tokenWords(u"a%1b"_s.arg(character)) == words,
                 qPrintable(u"U+%1: %2"_s.arg(QString::number(character.unicode(), 16),
                                              tokenWords(u"a%1b"_s.arg(character)).join(u' '))));
        ++rows;
    }
    QVERIFY(rows > 800);
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
