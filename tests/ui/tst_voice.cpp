// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wav.h"
#include "library/background.h"
#include "library/fixture.h"
#include "library/recordings.h"
#include "library/session.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/study/spokentimes.h"
#include "ui/theme.h"
#include "ui/voice/voice.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// A machine without sound, of which the test says what it does.
struct Machine {
    int opened = 0;
    bool hasModule = true;
    bool hasMicrophone = true;
    bool recording = false;
    QByteArray played; // what plays now
    std::function<void(bool)> told;
    std::function<void(const QByteArray &)> heard;
    std::function<void()> failed;
    std::function<void(bool)> ended;

    void speak(int ms, char byte = 'a') const
    {
        QVERIFY(recording);
        heard(QByteArray(qsizetype(ms) * soundBytesPerSecond / 1000, byte));
    }
    void plug(bool there)
    {
        hasMicrophone = there;
        told(there);
    }
};

class FakeDevice : public SoundDevice
{
public:
    explicit FakeDevice(Machine &machine) : m_machine(machine) {}
    ~FakeDevice() override { m_machine.recording = false; }

    void watchMicrophone(std::function<void(bool)> told) override
    {
        m_machine.told = told;
        told(m_machine.hasMicrophone);
    }
    void record(std::function<void(const QByteArray &)> heard, std::function<void()> failed) override
    {
        m_machine.recording = true;
        m_machine.heard = std::move(heard);
        m_machine.failed = std::move(failed);
    }
    void stopRecording() override { m_machine.recording = false; }
    void play(const QByteArray &samples, std::function<void(bool)> ended) override
    {
        m_machine.played = samples;
        m_machine.ended = std::move(ended);
    }
    void stopPlaying() override { m_machine.played.clear(); }

private:
    Machine &m_machine;
};

} // namespace

// One's own voice in a sitting, by keys.
class VoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_machine = {};
        m_place.reset(new Place);
        m_place->writeCards(4);
        m_library = m_place->open();
        QVERIFY(m_library);
        prefer([](Preferences &preferences) { preferences.recordVoice = true; });
    }
    void cleanup()
    {
        m_dialog.reset();
        m_window.reset();
        if (m_theme)
            m_theme->setTextScale(100); // the next one takes its font from the application
        m_library.reset();
    }

    void nobodyIsRecordedWhoDidNotAskForIt()
    {
        prefer([](Preferences &preferences) { preferences = {}; });
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_P);
        key(Qt::Key_K);
        QCOMPARE(m_machine.opened, 0);
        QVERIFY(!shown("spokenRow") && !shown("recordingMark"));
        key(Qt::Key_3);
        QCOMPARE(m_library->store().reviews.count().value(), 1);
    }

    void fromTheQuestionToTheAnswerThenPlayedAndForgotten()
    {
        openWindow();
        QCOMPARE(m_machine.opened, 0); // not before a question
        key(Qt::Key_Space);
        QVERIFY(m_machine.recording && shown("recordingMark"));
        QCOMPARE(text("recording"), u"Recording 0:00"_s);
        m_machine.speak(12'500);
        QCOMPARE(text("recording"), u"Recording 0:12"_s);
        QVERIFY(!shown("spokenRow"));
        key(Qt::Key_P); // nothing to play yet
        QVERIFY(m_machine.played.isEmpty() && m_machine.recording);

        key(Qt::Key_Space);
        QVERIFY(!m_machine.recording && !shown("recordingMark"));
        QCOMPARE(button("playVoice")->text(), u"Play 0:12"_s);
        key(Qt::Key_P);
        QCOMPARE(m_machine.played.size(), 12'500 * soundBytesPerSecond / 1000);
        QCOMPARE(button("playVoice")->text(), u"Stop"_s);
        key(Qt::Key_P);
        QVERIFY(m_machine.played.isEmpty());
        key(Qt::Key_P);
        m_machine.ended(true);
        QCOMPARE(button("playVoice")->text(), u"Play 0:12"_s);
        key(Qt::Key_P);

        key(Qt::Key_3);
        QVERIFY(m_machine.played.isEmpty()); // the next question is not talked over
        QVERIFY(m_machine.recording);
        QCOMPARE(text("recording"), u"Recording 0:00"_s);
        QVERIFY(!QFile::exists(m_place->data() + u"/recordings"_s));
    }

    void whatIsKeptStaysWithItsQuestion()
    {
        openWindow();
        key(Qt::Key_Space);
        const QuestionId question = first();
        m_machine.speak(3'000, 'b');
        key(Qt::Key_K); // not while it is recorded
        key(Qt::Key_Space);
        QVERIFY(!shown("keptVoice") && shown("keepVoice"));
        key(Qt::Key_K);
        QCOMPARE(button("keptVoice")->text(), u"Kept: 1"_s);
        QVERIFY(!shown("keepVoice"));
        key(Qt::Key_K); // once is enough
        QCOMPARE(button("keptVoice")->text(), u"Kept: 1"_s);
        QCOMPARE(undoLabel(*m_library), u"settings"_s); // no step of the history
        key(Qt::Key_3);
        key(Qt::Key_Space);
        QVERIFY(!shown("keptVoice")); // another question
        m_window.reset();

        openWindow();
        m_window->study({.listed = {question}});
        key(Qt::Key_Space); // at once: nothing was said
        QCOMPARE(button("playVoice")->text(), u"Play"_s);
        key(Qt::Key_P); // the newest that is kept
        QCOMPARE(m_machine.played, QByteArray(3 * soundBytesPerSecond, 'b'));
        QVERIFY(!shown("keepVoice"));
    }

    void oneThatIsKeptCanBePlayedDeletedAndPutBack()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(3'000, 'b');
        key(Qt::Key_Space);
        key(Qt::Key_K);
        QMenu *kept = button("keptVoice")->findChild<QMenu *>();
        emit kept->aboutToShow();
        QCOMPARE(kept->actions().size(), 1);
        QCOMPARE(kept->actions().first()->text(), u"today, 09:00  ·  0:03"_s);
        const QList<QAction *> deeds = kept->actions().first()->menu()->actions();
        deeds.first()->trigger();
        QCOMPARE(m_machine.played.size(), 3 * soundBytesPerSecond);
        deeds.last()->trigger();
        QVERIFY(m_machine.played.isEmpty());
        QVERIFY(!shown("keptVoice") && shown("putBack") && shown("keepVoice"));
        QCOMPARE(files().size(), 0);
        button("putBack")->setFocus();
        key(Qt::Key_Space);
        QVERIFY(shown("keptVoice") && !shown("putBack") && !shown("keepVoice"));
        QCOMPARE(files().size(), 1);
        QCOMPARE(m_library->store().reviews.count().value(), 0); // Space pressed the button
    }

    void onlyWhatIsSpokenIsRecorded_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("recorded");
        QTest::newRow("comparison") << u"comparison"_s << true;
        QTest::newRow("design") << u"design"_s << true;
        QTest::newRow("coding") << u"coding"_s << false;
        QTest::newRow("bug hunt") << u"bug-hunt"_s << false;
    }
    void onlyWhatIsSpokenIsRecorded()
    {
        QFETCH(QString, kind);
        QFETCH(bool, recorded);
        write(kind);
        openWindow();
        key(Qt::Key_Space);
        QCOMPARE(m_window->findChild<QScrollArea *>(u"card"_s)->accessibleDescription(), u"Which?"_s);
        QCOMPARE(m_machine.recording, recorded);
        QCOMPARE(shown("recordingMark"), recorded);
    }

    void writingEndsTheRecording()
    {
        write(u"how-to"_s);
        openWindow();
        key(Qt::Key_Space);
        QVERIFY(m_machine.recording);
        m_machine.speak(2'000);
        key(Qt::Key_W);
        QVERIFY(!m_machine.recording && !shown("recordingMark"));
        key(Qt::Key_Escape); // out of the editor
        QVERIFY(!m_machine.recording);
        key(Qt::Key_Space);
        QVERIFY(!shown("spokenRow"));
    }

    void theQuestionThatIsShownAnewIsRecordedOn()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        prefer([](Preferences &preferences) { preferences.minutesPerDay = 30; });
        key(Qt::Key_1, Qt::AltModifier); // Today
        QVERIFY(!m_machine.recording);   // nobody sees the dot there
        key(Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_machine.recording);
        m_machine.speak(1'000);
        key(Qt::Key_Space);
        QCOMPARE(button("playVoice")->text(), u"Play 0:03"_s);
    }

    void aQuestionThatIsAskedAgainBeginsAnew()
    {
        openWindow();
        m_window->study({.listed = {first()}, .recorded = false, .name = u"Cram"_s});
        m_machine.speak(2'000);
        key(Qt::Key_Space);
        QVERIFY(shown("playVoice"));
        key(Qt::Key_1);
        QTRY_VERIFY(!shown("playVoice"));
        m_window->study({.listed = {first()}, .recorded = false, .name = u"Cram"_s});
        QVERIFY(m_machine.recording);
        QCOMPARE(text("recording"), u"Recording 0:00"_s);
    }

    void undoBringsTheAnswerBackButNotTheVoice()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        m_machine.speak(1'000);
        key(Qt::Key_U);
        QVERIFY(!m_machine.recording && !shown("playVoice"));
        key(Qt::Key_3);
        QVERIFY(m_machine.recording);
        QCOMPARE(text("recording"), u"Recording 0:00"_s);
    }

    void theEndOfTheSittingForgets()
    {
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        m_machine.speak(2'000);
        key(Qt::Key_Escape); // the summary
        QVERIFY(!m_machine.recording && !shown("recordingMark") && !shown("spokenRow"));
        key(Qt::Key_Space); // Today
        key(Qt::Key_Space);
        m_window.reset();
        QVERIFY(!m_machine.recording);
    }

    void turningItOffStopsAtOnce()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        prefer([](Preferences &preferences) { preferences.recordVoice = false; });
        QVERIFY(!m_machine.recording && !shown("recordingMark"));
        key(Qt::Key_Space);
        QVERIFY(!shown("spokenRow"));
    }

    void withoutAMicrophoneThereIsNothingToSee()
    {
        m_machine.hasMicrophone = false;
        openWindow();
        key(Qt::Key_Space);
        QVERIFY(!m_machine.recording && !shown("recordingMark"));
        key(Qt::Key_Space);
        QVERIFY(!shown("spokenRow"));
        key(Qt::Key_3);
        m_machine.plug(true); // while the question shows
        QVERIFY(m_machine.recording && shown("recordingMark"));
    }

    void aMicrophoneThatGoesHindersNothing()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(4'000);
        m_machine.plug(false);
        QVERIFY(!m_machine.recording);
        QCOMPARE(text("recording"), u"Not recorded"_s);
        QVERIFY(m_window->findChild<QWidget *>(u"recordingMark"_s)->toolTip().contains(u"taken away"_s));
        key(Qt::Key_Space);
        QCOMPARE(button("playVoice")->text(), u"Play 0:04"_s); // up to then
        key(Qt::Key_3);
        QVERIFY(!shown("recordingMark"));
        m_machine.plug(true);
        QVERIFY(m_machine.recording);
        m_machine.failed(); // in use
        QCOMPARE(text("recording"), u"Not recorded"_s);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QVERIFY(m_machine.recording); // tried again
        QCOMPARE(m_library->store().reviews.count().value(), 2);
    }

    void aMicrophoneThatSaysNothingIsNotWaitedFor()
    {
        openWindow();
        key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(text("recording"), u"Not recorded"_s, Voice::patienceMs + 3000);
        QVERIFY(!m_machine.recording);
        key(Qt::Key_Space);
        QVERIFY(!shown("spokenRow"));
    }

    void silenceIsSaid()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(4'000, '\0');
        key(Qt::Key_Space);
        QVERIFY2(text("voiceNote").contains(u"muted"_s), qPrintable(text("voiceNote")));
        key(Qt::Key_3);
        m_machine.speak(4'000);
        key(Qt::Key_Space);
        QCOMPARE(text("voiceNote"), QString());
    }

    void tenMinutesAreEnough()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(Voice::longestMs - 1000);
        QVERIFY(m_machine.recording);
        m_machine.speak(5'000);
        QVERIFY(!m_machine.recording);
        QCOMPARE(text("recording"), u"Recorded 10 minutes"_s);
        key(Qt::Key_Space);
        QCOMPARE(button("playVoice")->text(), u"Play 10:00"_s);
    }

    void whatCannotBeKeptOrPlayedIsSaid()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        key(Qt::Key_Space);
        QFile inTheWay(m_place->data() + u"/recordings"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        key(Qt::Key_K);
        QVERIFY(shown("problem"));
        QVERIFY(shown("keepVoice"));
        QVERIFY(inTheWay.remove());
        key(Qt::Key_K);
        QCOMPARE(files().size(), 1);
        key(Qt::Key_P);
        m_machine.ended(false);
        QVERIFY2(text("voiceNote").contains(u"play"_s), qPrintable(text("voiceNote")));
        key(Qt::Key_3);
        QCOMPARE(m_library->store().reviews.count().value(), 1);
    }

    void theSettingSaysWhyItCannotBeHad()
    {
        prefer([](Preferences &preferences) { preferences.recordVoice = false; });
        m_machine.hasModule = false;
        openSettings();
        QVERIFY(!tick()->isEnabled());
        QVERIFY2(dialogText().contains(u"Qt Multimedia"_s), qPrintable(dialogText()));
        m_dialog.reset();
        m_machine = {};
        m_machine.hasMicrophone = false;
        openSettings();
        QVERIFY(!tick()->isEnabled());
        QVERIFY2(dialogText().contains(u"no microphone"_s), qPrintable(dialogText()));
        m_machine.plug(true);
        QVERIFY(tick()->isEnabled());
        tick()->setFocus();
        QTest::keyClick(tick(), Qt::Key_Space);
        m_dialog->accept();
        QVERIFY(m_library->preferences().recordVoice);
    }

    // What the machine cannot do is no reason to forget the wish.
    void aSettingThatCannotBeHadStays()
    {
        m_machine.hasModule = false;
        openSettings();
        QVERIFY(!tick()->isEnabled() && tick()->isChecked());
        m_dialog->accept();
        QVERIFY(m_library->preferences().recordVoice);
    }

    void theTimesOfACardStandAgainstItsTarget()
    {
        prefer([](Preferences &preferences) {
            preferences.recordVoice = false;
            preferences.speakingClock = true;
        });
        openWindow();
        const QuestionId question = first();
        const QList<int> took{20'000, 5'000, 15'000, 9'000};
        for (const int ms : took) {
            m_window->study({.listed = {question}});
            m_place->clock.advanceMs(ms);
            key(Qt::Key_Space);
            if (ms == took.first())
                QVERIFY(!shown("spokenRow")); // nothing to compare with
            else
                QVERIFY(shown("spokenTimes"));
            if (ms != took.last())
                key(Qt::Key_3);
        }
        const auto *times = m_window->findChild<SpokenTimes *>();
        QCOMPARE(times->accessibleName(),
                 u"Against 0:15, the newest last: 0:20 over, 0:05 short, 0:15, 0:09"_s);
        QCOMPARE(times->toolTip(), times->accessibleName());
        key(Qt::Key_3);
        QVERIFY(!shown("spokenTimes"));
    }

    void onlyTheLastEightTimesShow()
    {
        m_theme.reset(new Theme(Theme::Mode::Light));
        SpokenTimes times(*m_theme);
        times.setTimes({1000, 11'000, 12'000, 13'000, 14'000, 15'000, 16'000, 17'000, 18'000}, 15'000);
        QVERIFY(!times.accessibleName().contains(u"0:01"_s));
        QCOMPARE(times.accessibleName().count(u','), 8);
    }

    void theRowTakesTheRoomOfTheReasonAndNothingMoves()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        const auto *area = m_window->findChild<QScrollArea *>(u"card"_s);
        const int before = area->height();
        key(Qt::Key_Space);
        QVERIFY(shown("spokenRow"));
        QVERIFY2(std::abs(area->height() - before) <= 4,
                 qPrintable(u"%1 and %2"_s.arg(before).arg(area->height())));
    }

    void theGradesAreSeenWhateverTheTextSize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("hasRow");
        QTest::newRow("usual") << 100 << 600 << true;
        QTest::newRow("large") << 150 << 600 << true;
        QTest::newRow("largest") << 200 << 600 << true;
        QTest::newRow("largest, low") << 200 << 480 << false; // the card has what room there is
    }
    void theGradesAreSeenWhateverTheTextSize()
    {
        QFETCH(int, percent);
        QFETCH(int, height);
        QFETCH(bool, hasRow);
        prefer([=](Preferences &preferences) {
            preferences.speakingClock = true;
            preferences.textPercent = percent;
        });
        openWindow();
        m_theme->setTextScale(percent);
        m_window->resize(900, height);
        const QuestionId question = first();
        for (int i = 0; i < 9; ++i) {
            m_window->study({.listed = {question}});
            m_machine.speak(2'000);
            m_place->clock.advanceMs(20'000);
            key(Qt::Key_Space);
            if (i < 8)
                key(Qt::Key_3);
        }
        key(Qt::Key_K);
        QTest::qWait(1);
        QCOMPARE(m_window->size(), QSize(900, height));
        const auto isInside = [this](const QWidget *part) {
            const QRect place(part->mapTo(m_window.get(), QPoint()), part->size());
            return part->isVisible() && m_window->rect().contains(place);
        };
        QVERIFY(isInside(button("grade1")) && isInside(button("grade4")));
        QCOMPARE(shown("spokenRow"), hasRow);
        for (const char *name : {"playVoice", "keptVoice"})
            QVERIFY2(!hasRow || (isInside(button(name)) &&
                                 button(name)->width() >= button(name)->sizeHint().width()),
                     name);
        m_theme->setTextScale(100);
        m_window->resize(1280, 800);
        QTRY_VERIFY(shown("spokenRow") && shown("spokenTimes"));
    }

    void everyPartHasAName()
    {
        openWindow();
        key(Qt::Key_Space);
        m_machine.speak(2'000);
        key(Qt::Key_Space);
        key(Qt::Key_K);
        for (const char *name : {"playVoice", "keptVoice"}) {
            QVERIFY(!button(name)->text().isEmpty() && !button(name)->toolTip().isEmpty());
            QCOMPARE(button(name)->focusPolicy(), Qt::TabFocus); // a click leaves Space to the grades
        }
    }

private:
    void openWindow()
    {
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_window.reset(new MainWindow(*m_library, *m_theme, opener()));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void openSettings()
    {
        openWindow();
        m_dialog.reset(new SettingsDialog(*m_library, *m_window->findChild<Background *>(), *m_theme,
                                          *m_window->findChild<Voice *>()));
        m_dialog->show();
    }
    Voice::Opener opener()
    {
        return [this]() -> std::unique_ptr<SoundDevice> {
            ++m_machine.opened;
            if (!m_machine.hasModule)
                return nullptr;
            return std::make_unique<FakeDevice>(m_machine);
        };
    }
    void write(const QString &kind)
    {
        m_window.reset();
        m_library.reset();
        for (int i = 0; i < 4; ++i)
            m_place->remove(u"routing/card-%1.md"_s.arg(i, 3, 10, QChar(u'0')));
        QString card = cardText(u"Which?"_s, u"So it is."_s);
        card.replace(u"kind: concept"_s, u"kind: "_s + kind);
        card.replace(u"## Why it is asked"_s,
                     u"## Example\n```python\nx = 1\n```\n\n```python test\nassert x == 1\n```\n\n"
                     "## Why it is asked"_s);
        if (kind == "bug-hunt"_L1)
            card.replace(u"## Answer"_s, u"```python bug=NameError\nx = y\n```\n\n## Answer"_s);
        m_place->write(u"routing/only.md"_s, card);
        m_library = m_place->open();
        QVERIFY(m_library);
    }

    template <typename Change>
    void prefer(Change change)
    {
        Preferences preferences = m_library->preferences();
        change(preferences);
        QVERIFY(m_library->setPreferences(preferences));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    QString text(const char *name) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>(QLatin1StringView(name))) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }
    bool shown(const char *name) const
    {
        const QList<QWidget *> found = m_window->findChildren<QWidget *>(QLatin1StringView(name));
        return std::any_of(found.cbegin(), found.cend(),
                           [](const QWidget *widget) { return widget->isVisible(); });
    }
    QAbstractButton *button(const char *name) const
    {
        return m_window->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
    QCheckBox *tick() const { return m_dialog->findChild<QCheckBox *>(u"recordVoice"_s); }
    QString dialogText() const { return m_dialog->findChild<QLabel *>(u"recordText"_s)->text(); }
    QStringList files() const
    {
        return QDir(m_place->data() + u"/recordings"_s).entryList(QDir::Files | QDir::NoDotAndDotDot);
    }
    // The question that a sitting of today begins with.
    QuestionId first() const { return Session::start(*m_library, {})->current()->card.question; }

    Machine m_machine;
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(VoiceTest)
#include "tst_voice.moc"
