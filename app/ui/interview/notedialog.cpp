// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/notedialog.h"

#include "ui/settings/dayfield.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace flaskcards {

namespace {

// A text of several lines with the outline of a field.
class NoteText : public QPlainTextEdit
{
public:
    NoteText(const Theme &theme, const QString &text, QWidget *parent)
        : QPlainTextEdit(text, parent), m_theme(theme)
    {
        setFrameShape(NoFrame);
        setViewportMargins(theme.px(6), theme.px(4), theme.px(6), theme.px(4));
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return QPlainTextEdit::event(event);
        const Tokens &t = m_theme.colors();
        QPainter painter(this);
        paintBox(painter, rect(), m_theme.px(6), t.surface, hasFocus() ? t.focus : t.edge,
                 hasFocus() ? 2 : 1);
        return true;
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        update();
    }

private:
    const Theme &m_theme;
};

} // namespace

NoteDialog::NoteDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    setWindowTitle(title);
    m_rows->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    m_rows->setSpacing(theme.px(6));
    setMinimumWidth(theme.px(460));
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this), &QShortcut::activated, this,
                &QDialog::accept);
}

void NoteDialog::addName(const QString &name, QWidget *field)
{
    auto *label = new Label(m_theme, TextRole::Small, name, this);
    label->setColor(&Tokens::text2);
    label->setBuddy(field);
    field->setAccessibleName(name);
    m_rows->addWidget(label);
    m_rows->addWidget(field);
    m_rows->addSpacing(m_theme.px(6));
}

QDateEdit *NoteDialog::addDay(const QString &name, const QString &objectName, int studyDay)
{
    QDateEdit *field = newDayField(m_theme, objectName, name, this);
    setDay(*field, studyDay);
    connect(field, &QDateEdit::dateChanged, this, &NoteDialog::noteChange);
    addName(name, field);
    return field;
}

QLineEdit *NoteDialog::addLine(const QString &name, const QString &objectName, const QString &text)
{
    auto *field = new QLineEdit(text, this);
    field->setObjectName(objectName);
    field->setTextMargins(m_theme.px(8), 0, m_theme.px(8), 0);
    connect(field, &QLineEdit::textChanged, this, &NoteDialog::noteChange);
    addName(name, field);
    return field;
}

QPlainTextEdit *NoteDialog::addText(const QString &name, const QString &objectName, const QString &text)
{
    auto *field = new NoteText(m_theme, text, this);
    field->setObjectName(objectName);
    field->setTabChangesFocus(true);
    connect(field, &QPlainTextEdit::textChanged, this, &NoteDialog::noteChange);
    field->setMinimumHeight(m_theme.px(72));
    addName(name, field);
    return field;
}

void NoteDialog::reject()
{
    if (!m_isChanged || !m_unsaved->isHidden())
        return QDialog::reject();
    m_unsaved->show();
}

Button *NoteDialog::addButtons(const QString &destroy)
{
    auto *unsaved =
        new Label(m_theme, TextRole::Small, tr("This is not saved. Esc again throws it away."), this);
    unsaved->setObjectName(QStringLiteral("unsaved"));
    unsaved->setColor(&Tokens::danger);
    unsaved->setWordWrap(true);
    unsaved->hide();
    m_unsaved = unsaved;
    m_rows->addWidget(unsaved);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(8));
    Button *away = nullptr;
    if (!destroy.isEmpty()) {
        away = new Button(m_theme, Button::Look::Plain, destroy, this);
        away->setAutoDefault(false);
        buttons->addWidget(away);
    }
    auto *cancel = new Button(m_theme, Button::Look::Plain, tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *save = new Button(m_theme, Button::Look::Filled, tr("Save"), this);
    save->setObjectName(QStringLiteral("save"));
    save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    m_rows->addSpacing(m_theme.px(8));
    m_rows->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    connect(save, &QAbstractButton::clicked, this, &QDialog::accept);
    return away;
}

} // namespace flaskcards
