// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace flaskcards {

class Theme;

// All keys on one sheet, made from the table of commands.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    explicit KeySheet(const Theme &theme, QWidget *parent = nullptr);

private:
    void addGroup(QVBoxLayout *column, const QString &group);

    const Theme &m_theme;
};

} // namespace flaskcards
