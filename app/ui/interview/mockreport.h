// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace flaskcards {

class Button;
class Label;
class MockChart;
class Panel;
class Theme;

// What a mock interview came to: by topic, question by question, and against earlier ones.
class MockReport : public QWidget
{
    Q_OBJECT

public:
    MockReport(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void showResult(const QString &key); // among those that are kept
    void takeFocus();

signals:
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void followTheme();
    void arrange();
    void showTopics(const MockResult &result);
    void showQuestions();
    void addQuestion(QGridLayout &grid, const MockAnswer &answer);
    QString titleOf(const QString &slug) const;
    Label *small(const QString &text, QWidget *parent);

    Library &m_library;
    const Theme &m_theme;
    MockResult m_shown;
    bool m_isNarrow = false;
    QScrollArea *m_area = nullptr;
    QWidget *m_column = nullptr;
    Label *m_title = nullptr;
    Label *m_result = nullptr;
    Label *m_time = nullptr;
    QBoxLayout *m_halves = nullptr;
    Panel *m_topics = nullptr;
    Panel *m_history = nullptr;
    Panel *m_questions = nullptr;
    MockChart *m_chart = nullptr;
    Button *m_done = nullptr;
};

} // namespace flaskcards
