// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keypoints.h"
#include "core/question.h"
#include "ui/cardtext/textdocument.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace flaskcards {

class CardAnswer;
class CardPrompt;
class CodeBlock;

// Study: large, key points to tick. Preview: smaller, for a narrow column; key points are a list.
enum class CardSize { Study, Preview };

// What a card shows besides its own text.
struct CardContext {
    struct FollowUp {
        QString slug;
        QString title; // Markdown
    };
    QList<FollowUp> followUps;
    HitFinder hits = {};
    QList<PointRecord> points = {}; // of the key points, as far as known
};

// One card as a column: the question above, the answer below; showing the answer moves nothing. The hidden
// answer is made while the person reads the question, or at the latest when it is to be seen. Put it into a
// scroll area that is resizable.
class CardView : public QWidget
{
    Q_OBJECT

public:
    struct Section {
        QString name;
        QWidget *place; // to scroll to
    };

    CardView(const Theme &theme, CardSize size, QWidget *parent = nullptr);

    // The answer is hidden in Study and shown in a preview.
    void setQuestion(const Question &question, const CardContext &context = {});
    void setAnswerVisible(bool visible);
    bool isAnswerVisible() const;

    // Choice cards: reasons and verdicts appear in the options. -1: none was chosen.
    void showChoice(int chosen);
    // Without saying whether it is right. -1: none is chosen.
    void markChoice(int chosen);
    // Key points by number, from 0; for keys.
    void toggleKeyPoint(int index);
    int tickedKeyPoints() const;
    void tickKeyPoints(const QString &points); // as Recital::points, those and no others
    QString points() const;                    // as Recital::points; empty: none is ticked
    int keyPoints() const;
    // In the order of the column; empty before the answer is seen.
    QList<Section> sections() const;
    QString title() const; // plain

    // Between question and answer, until another question is set; the card owns it.
    void setTask(QWidget *task);
    // Behind the spoken answer, under a name of its own in sections(); an earlier one goes.
    void setComparison(const QString &name, QWidget *comparison);
    CodeBlock *promptCode() const; // in which a bug hunt's fault is; null: none

signals:
    void followUpRequested(const QString &slug);
    void linkActivated(const QUrl &url);
    void keyPointsTicked(int count, int total);
    void optionChosen(int index);

private:
    void makeAnswer();

    const Theme &m_theme;
    const CardSize m_size;
    QVBoxLayout *m_column;
    QTimer m_ahead; // until there is time to make the answer
    Question m_question;
    CardContext m_context;
    CardPrompt *m_prompt = nullptr;
    CardAnswer *m_answer = nullptr;
    QWidget *m_task = nullptr;
    QString m_title;
};

} // namespace flaskcards
