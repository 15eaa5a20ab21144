// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/python/python.h"
#include "library/questions.h"
#include "library/session.h"
#include "ui/study/sittingsummary.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;

namespace flaskcards {

class CardKeys;
class CardTable;
class Notice;
class SpokenAnswer;
class SpokenRow;
class StudyBar;
class StudyFoot;
class Theme;
class ThinBar;
class Voice;

// One sitting: the question on the table, its answer on demand, four grades, and a summary at the end. Which
// card comes and what an answer does is the Session's business.
class StudyPage : public QWidget
{
    Q_OBJECT

public:
    StudyPage(Library &library, Theme &theme, Voice &voice, QWidget *parent = nullptr);

    void start(const SessionPlan &plan);
    bool isUnderWay() const;   // a card is on the table
    void noticeTime();         // time has passed; the card on the table stays
    void refresh();            // something may have changed the card
    void keepRest();           // of a chosen sitting, to be offered again
    bool takeBackUnrecorded(); // as Session's, with the card then shown
    bool hasSitting() const { return m_session.has_value(); }
    // As Session::step, with the card that is on the table then shown.
    Result<Stepped> step(Direction direction, qint64 until);
    int footHeight() const; // what keeps its place below the card

signals:
    void undoRequested();
    void ended(); // the person leaves
    void summaryShown();
    void editRequested(flaskcards::QuestionId question);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(Voice &voice);
    void addActions();
    void showTaskKeys();
    void reveal(Confidence confidence = Confidence::NotAsked);
    void revealAsked(Confidence confidence); // by its key: only where it is asked for
    void confirm();                          // Space, Enter: reveal, then the suggested grade
    void grade(Rating rating);
    void choose(int option);
    void noteCheck(bool holds);
    void notePoints();
    void suggest(); // the grade that ticks, or a choice or a run without them, speak for
    void askFollowUp(const QString &slug);
    void askFirstFollowUp();
    QList<QuestionLink> followUps() const;
    void toggleWhy();
    void skip();
    void bury();
    void suspend();
    void layAway(const Result<void> &done, const QString &words);
    void setFlag(int flag);
    void edit();
    void noteAsked();
    void endSitting();

    void showCard();
    void showCounts();
    void showClock();
    void nameUndo();
    void showSummary();
    SittingSummary::Facts facts() const;
    void continueSitting();
    void settle(const Result<void> &done); // shows the next card, or why this one stays
    void showProblem(const Error &error);
    void showVoiceProblem(const QString &what, const Error &error);
    void showAnswer();
    void showGiven();
    void askForGrade();
    void shareRoom();

    Library &m_library;
    Theme &m_theme;
    std::optional<Session> m_session;
    SessionPlan m_plan;
    std::optional<Rating> m_suggested;
    std::optional<bool> m_solved; // by an option, a line, a run
    QTimer m_second;
    Python m_python;
    CardKeys *m_keys = nullptr;

    ThinBar *m_progress = nullptr;
    StudyBar *m_bar = nullptr;
    QStackedWidget *m_middle = nullptr;
    CardTable *m_table = nullptr;
    SittingSummary *m_summary = nullptr;
    Notice *m_problem = nullptr;
    SpokenRow *m_spokenRow = nullptr;
    SpokenAnswer *m_spoken = nullptr;
    StudyFoot *m_foot = nullptr;
};

} // namespace flaskcards
