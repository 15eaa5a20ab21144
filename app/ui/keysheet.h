// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace flaskcards {

class Label;
class Theme;

// All keys on one sheet, made from the table of commands.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    explicit KeySheet(const Theme &theme, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int width);
    void addGroup(QVBoxLayout *column, const QString &group);

    const Theme &m_theme;
    QHBoxLayout *m_columns = nullptr;
    QList<Label *> m_texts; // of the commands
    int m_widthOfBoth = 0;
};

} // namespace flaskcards
