// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/spokenrow.h"

#include "library/words.h"
#include "ui/actions.h"
#include "ui/study/spokentimes.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int leastCardPx = 150; // design pixels

// With room for the other text that may come instead: what stands beside it does not move.
void setTextInPlace(Button &button, const QString &text, const QString &other)
{
    button.setText(other);
    const int width = button.sizeHint().width();
    button.setText(text);
    button.setMinimumWidth(std::max(width, button.sizeHint().width()));
}

} // namespace

SpokenRow::SpokenRow(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QWidget(this)),
      m_caption(new Label(theme, TextRole::Small, tr("Your times"), m_column)),
      m_times(new SpokenTimes(theme, m_column)),
      m_note(new Label(theme, TextRole::Small, {}, m_column)),
      m_putBack(newButton(tr("Put back"), u"putBack"_s)),
      m_play(newButton(tr("Play"), u"playVoice"_s)),
      m_keep(newButton(tr("Keep"), u"keepVoice"_s)),
      m_kept(newButton({}, u"keptVoice"_s)),
      m_menu(new QMenu(m_kept))
{
    setObjectName(u"spokenRow"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_caption->setColor(&Tokens::text2);
    m_note->setColor(&Tokens::text2);
    m_note->setObjectName(u"voiceNote"_s);
    m_keep->setSymbol(Icon::Save);
    m_kept->setMenu(m_menu);
    auto *outside = new QHBoxLayout(this);
    outside->setSizeConstraint(QLayout::SetNoConstraint);
    outside->addStretch(1);
    outside->addWidget(m_column, 1000);
    outside->addStretch(1);
    auto *row = new QHBoxLayout(m_column);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_caption);
    row->addWidget(m_times);
    row->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_note, m_putBack, m_play, m_keep, m_kept})
        row->addWidget(part);
    followTheme();
    hide();
    followKeys(this, [this] {
        m_play->setKeyCap(firstKey(Command::PlayVoice));
        m_keep->setKeyCap(firstKey(Command::KeepVoice));
        fit();
    });
    connect(&theme, &Theme::changed, this, &SpokenRow::followTheme);
    connect(m_play, &QAbstractButton::clicked, this, &SpokenRow::playRequested);
    connect(m_keep, &QAbstractButton::clicked, this, &SpokenRow::keepRequested);
    connect(m_putBack, &QAbstractButton::clicked, this, &SpokenRow::putBackRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &SpokenRow::fillMenu);
}

// A click leaves the focus with the card, so that Space goes on to grade.
Button *SpokenRow::newButton(const QString &text, const QString &name)
{
    auto *button = new Button(m_theme, Button::Look::Quiet, text, m_column);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void SpokenRow::followTheme()
{
    layout()->setContentsMargins(m_theme.px(32), m_theme.px(8), m_theme.px(32), m_theme.px(12));
    m_column->layout()->setSpacing(m_theme.px(16));
    m_column->setMaximumWidth(m_theme.px(720));
    fit();
}

void SpokenRow::setContent(const Content &content)
{
    m_content = content;
    if (content.targetMs > 0)
        m_times->setTimes(content.timesMs, content.targetMs);
    m_note->setText(content.note);
    const QString play =
        content.recordedMs > 0 ? tr("Play %1").arg(clockWords(content.recordedMs)) : tr("Play");
    m_play->setSymbol(content.isPlaying ? Icon::Stop : Icon::Play);
    setTextInPlace(*m_play, content.isPlaying ? tr("Stop") : play, content.isPlaying ? play : tr("Stop"));
    m_kept->setText(tr("Kept: %1").arg(content.kept.size()));
    m_kept->setToolTip(tr("Play or delete what you kept of this question"));
    m_note->setVisible(!content.note.isEmpty());
    m_putBack->setVisible(content.canPutBack);
    m_play->setVisible(content.recordedMs > 0 || !content.kept.isEmpty());
    m_keep->setVisible(content.recordedMs > 0 && !content.isKept);
    m_kept->setVisible(!content.kept.isEmpty());
    fit();
    showWherePossible();
}

void SpokenRow::setRoom(int high)
{
    m_room = high;
    showWherePossible();
}

void SpokenRow::showWherePossible()
{
    const bool hasSomething =
        m_content.timesMs.size() > 1 || !m_content.note.isEmpty() || !m_play->isHidden();
    setVisible(hasSomething && m_room - sizeHint().height() >= m_theme.px(leastCardPx));
}

int SpokenRow::room() const
{
    return std::min(m_theme.px(720), width() - 2 * m_theme.px(32));
}

// What is said elsewhere too goes first where there is little room.
void SpokenRow::fit()
{
    const bool hasTimes = m_content.timesMs.size() > 1;
    m_caption->setVisible(hasTimes);
    m_times->setVisible(hasTimes);
    for (QWidget *part : std::initializer_list<QWidget *>{m_caption, m_times, m_note}) {
        m_column->layout()->invalidate();
        if (m_column->layout()->sizeHint().width() > room())
            part->hide();
    }
}

// The text of the card ends at a line rather than in the middle of its letters.
void SpokenRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(m_column->x(), 0, m_column->width(), 1), m_theme.colors().border);
}

void SpokenRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_note->setVisible(!m_content.note.isEmpty());
    fit();
}

void SpokenRow::fillMenu()
{
    m_menu->clear();
    for (qsizetype i = 0; i < m_content.kept.size(); ++i) {
        const Recording &recording = m_content.kept.at(i);
        QMenu *one = m_menu->addMenu(m_content.keptNames.value(i));
        connect(one->addAction(icon(Icon::Play), tr("Play")), &QAction::triggered, this,
                [this, recording] { emit keptPlayRequested(recording); });
        connect(one->addAction(icon(Icon::Trash), tr("Delete")), &QAction::triggered, this,
                [this, recording] { emit keptDeleteRequested(recording); });
    }
}

} // namespace flaskcards
