// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

namespace flaskcards {

// One line that gives way: where there is no room it is cut with dots and the tool tip has the whole. Word
// wrap makes it an ordinary label.
class CutLabel : public Label
{
    Q_OBJECT

public:
    using Label::Label;

    void setWords(const QString &words);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();
};

} // namespace flaskcards
