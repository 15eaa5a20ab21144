// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facts.h"
#include "ui/widgets/fittingdialog.h"

class QLineEdit;

namespace flaskcards {

class Theme;

// The person's tags of one or more questions, as words between commas. What all of them have stands there;
// what only some have stays as it is.
class TagDialog : public FittingDialog
{
    Q_OBJECT

public:
    TagDialog(const Theme &theme, const QList<QuestionFacts> &questions, QWidget *parent);

    void accept() override;

signals:
    void decided(const QStringList &added, const QStringList &taken);

private:
    void build(int questions, const QStringList &onSome);

    const Theme &m_theme;
    QStringList m_common;
    QLineEdit *m_tags;
};

} // namespace flaskcards
