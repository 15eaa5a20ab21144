// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace flaskcards {

class Label;
class Theme;

// Says that the microphone is on, with a red dot; or that nothing is recorded and why.
class RecordingMark : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingMark(const Theme &theme, QWidget *parent = nullptr);

    void showRecording(const QString &text);
    void showProblem(const QString &text, const QString &why);
    void setCompact(bool compact); // the dot alone; the words are in the tool tip

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &text, const QString &more, bool isOn);
    void followTheme();

    const Theme &m_theme;
    Label *m_text;
    QString m_more;
    bool m_isOn = false;
    bool m_isCompact = false;
};

} // namespace flaskcards
