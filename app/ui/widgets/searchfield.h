// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace flaskcards {

class Button;
class Theme;

// One line to search in: a glass at the left, a clear button at the right, 40 high.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    // A red border while the text cannot be understood; the sentence itself is shown by the page below the
    // field and heard as its description. Empty: all is well.
    void setError(const QString &sentence);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followTheme();
    void placeClearButton();

    const Theme &m_theme;
    Button *m_clear;
};

} // namespace flaskcards
