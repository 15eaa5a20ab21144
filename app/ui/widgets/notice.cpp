// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace flaskcards {

Notice::Notice(const Theme &theme, Kind kind, const QString &whatHappened, const QString &whatToDo,
               QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_kind(kind),
      m_headline(new Label(theme, TextRole::Finding, {}, this)),
      m_detail(new Label(theme, TextRole::Interface, {}, this)),
      m_row(new QHBoxLayout(this)),
      m_buttons(new QHBoxLayout)
{
    m_headline->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->setColor(&Tokens::text2);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *texts = new QVBoxLayout;
    texts->addStretch(1); // where buttons or the place make it higher
    texts->addWidget(m_headline);
    texts->addWidget(m_detail);
    texts->addStretch(1);
    texts->setSpacing(theme.px(2));
    m_row->addLayout(texts, 1);
    m_row->addLayout(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setTexts(whatHappened, whatToDo);
    followTheme();
    connect(&theme, &Theme::changed, this, &Notice::followTheme);
}

void Notice::setTexts(const QString &whatHappened, const QString &whatToDo)
{
    m_headline->setText(whatHappened);
    m_detail->setText(whatToDo);
    m_detail->setVisible(!whatToDo.isEmpty());
    setAccessibleName(whatHappened);
    setAccessibleDescription(whatToDo);
}

Button *Notice::addButton(const QString &text)
{
    auto *button = new Button(m_theme, Button::Look::Small, text, this);
    takeButton(button);
    return button;
}

void Notice::takeButton(Button *button)
{
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
    arrange(width());
}

// Buttons that would leave the texts less than a few words a line stand below them.
void Notice::arrange(int width)
{
    const QMargins margins = m_row->contentsMargins();
    const int room = width - margins.left() - margins.right() - m_buttons->sizeHint().width();
    const bool below = !m_buttons->isEmpty() && room < m_theme.px(220);
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setAlignment(m_buttons, below ? Qt::AlignLeft : Qt::Alignment());
    m_row->setSpacing(m_theme.px(below ? 8 : 16));
}

// Never lower than its texts, whatever is asked of the place it stands in.
bool Notice::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        arrange(width());
        setMinimumHeight(std::max(0, m_row->totalHeightForWidth(width()))); // -1 before it has a width
    }
    return done;
}

void Notice::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Notice::followTheme()
{
    m_row->setContentsMargins(m_theme.px(52), m_theme.px(16), m_theme.px(20), m_theme.px(16));
    m_buttons->setSpacing(m_theme.px(16));
    arrange(width());
    update();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    const QColor line = m_kind == Kind::Error ? t.danger : m_kind == Kind::Warning ? t.warn : t.border;
    const QColor ink = m_kind == Kind::Info ? t.text2 : line;
    paintBox(painter, rect(), m_theme.px(8), m_kind == Kind::Warning ? t.warnTint : t.surface, line);
    const double side = m_theme.px(20);
    const double middle = m_headline->y() + m_theme.lineHeight(TextRole::Finding) / 2.0;
    paintIcon(painter, m_kind == Kind::Warning ? Icon::Warning : Icon::Info,
              QRectF(m_theme.px(20), middle - side / 2, side, side), ink);
}

EmptyState::EmptyState(const Theme &theme, const QString &title, const QString &sentence,
                       const QString &buttonText, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new Label(theme, TextRole::LargeButton, {}, this)),
      m_sentence(new Label(theme, TextRole::Interface, {}, this))
{
    m_sentence->setColor(&Tokens::text2);
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    for (Label *label : {m_title, m_sentence}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    if (!buttonText.isEmpty()) {
        m_button = new Button(theme, Button::Look::Plain, buttonText, this);
        column->addWidget(m_button, 0, Qt::AlignHCenter);
        connect(m_button, &Button::clicked, this, &EmptyState::pressed);
    }
    column->addStretch(1);
    setTexts(title, sentence);
    followTheme();
    connect(&theme, &Theme::changed, this, &EmptyState::followTheme);
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::followTheme()
{
    const int margin = m_theme.px(24);
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_sentence->setContentsMargins(0, m_theme.px(4), 0, m_button ? m_theme.px(16) : 0);
    layout()->setSpacing(0);
}

} // namespace flaskcards
