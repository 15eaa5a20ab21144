// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace flaskcards {

class Theme;

// A choice of a few words side by side, such as "10 min | 20 min | All". Tab reaches the chosen one,
// arrow keys move the choice.
class Segments : public QWidget
{
    Q_OBJECT

public:
    // `name` says what is chosen, for those who hear it: "Time box".
    Segments(const Theme &theme, const QString &name, const QStringList &words, QWidget *parent = nullptr);

    void setWords(const QStringList &words); // as many as before

    int index() const;
    void setIndex(int index); // does not emit chosen()

signals:
    void chosen(int index); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QButtonGroup *m_group;
};

} // namespace flaskcards
