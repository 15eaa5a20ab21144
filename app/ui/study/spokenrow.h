// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/recordings.h"

#include <QWidget>

class QMenu;

namespace flaskcards {

class Button;
class Label;
class SpokenTimes;
class Theme;

// Between card and grades once the answer shows: how long the last answers took, the recording of this one,
// and those that are kept. Takes the room of the line that said why the card came.
class SpokenRow : public QWidget
{
    Q_OBJECT

public:
    explicit SpokenRow(const Theme &theme, QWidget *parent = nullptr);

    struct Content {
        QList<int> timesMs = {}; // oldest first, with this one; fewer than two: not shown
        int targetMs = 0;
        qint64 recordedMs = 0; // 0: nothing
        bool isKept = false;
        bool isPlaying = false;
        QList<Recording> kept = {};
        QStringList keptNames = {}; // as `kept`
        QString note = {};
        bool canPutBack = false;
    };
    void setContent(const Content &content);
    void setRoom(int high); // for card and row; where it is little the card has all of it

    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void playRequested();
    void keepRequested();
    void keptPlayRequested(const flaskcards::Recording &recording);
    void keptDeleteRequested(const flaskcards::Recording &recording);
    void putBackRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Button *newButton(const QString &text, const QString &name);
    void fillMenu();
    void fit();
    void followTheme();
    int room() const;
    void showWherePossible();

    const Theme &m_theme;
    Content m_content;
    int m_room = QWIDGETSIZE_MAX;
    QWidget *m_column;
    Label *m_caption;
    SpokenTimes *m_times;
    Label *m_note;
    Button *m_putBack;
    Button *m_play;
    Button *m_keep;
    Button *m_kept;
    QMenu *m_menu;
};

} // namespace flaskcards
