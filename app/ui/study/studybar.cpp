// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/studybar.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/voice/recordingmark.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int wordsFromPx = 620; // narrower, the bar has no room for a word more

QIcon flagIcon(const Theme &theme, int flag)
{
    QPixmap picture(theme.px(16) * 2, theme.px(16) * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintFlag(painter, flag, QRectF(0, 0, theme.px(16), theme.px(16)), theme.flag(flag));
    return picture;
}

// Right edges in line; without the arrow of a button that has a menu of its own.
void openBelow(QMenu &menu, const QWidget &button)
{
    menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())));
}

} // namespace

// The flag of the card in its shape and colour, or the picture of a flag where there is none.
class FlagButton : public Button
{
public:
    FlagButton(const Theme &theme, const QString &name, QWidget *parent)
        : Button(theme, Icon::Flag, name, parent)
    {
    }

    void setFlag(int flag)
    {
        m_flag = flag;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (m_flag == 0)
            return Button::paintEvent(event);
        QPainter painter(this);
        const Tokens &t = theme().colors();
        if (isHovered() || isPressed())
            paintBox(painter, rect(), theme().px(6), isPressed() ? t.heat[0] : t.sunken, Qt::transparent);
        const double side = theme().px(18);
        paintFlag(painter, m_flag, QRectF((width() - side) / 2, (height() - side) / 2, side, side),
                  theme().flag(m_flag));
    }

private:
    int m_flag = 0;
};

StudyBar::StudyBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_end(new Button(theme, Button::Look::Tool, tr("End"), this)),
      m_recording(new RecordingMark(theme, this)),
      m_text(new ElidedLabel(theme, TextRole::Interface, {}, this)),
      m_clock(new Label(theme, TextRole::Small, {}, this)),
      m_undo(new Button(theme, Icon::Undo, tr("Undo"), this)),
      m_flag(new FlagButton(theme, tr("Flag"), this)),
      m_more(new Button(theme, Icon::More, tr("More"), this)),
      m_flags(new QMenu(this)),
      m_actions(new QMenu(this))
{
    m_end->setObjectName(u"end"_s);
    m_end->setSymbol(Icon::Back);
    m_undo->setObjectName(u"undo"_s);
    m_flag->setObjectName(u"flag"_s);
    m_more->setObjectName(u"more"_s);
    m_text->setObjectName(u"where"_s);
    m_text->setColor(&Tokens::text2);
    m_text->setAlignment(Qt::AlignCenter);
    m_clock->setObjectName(u"speakingClock"_s);
    m_clock->hide();
    fillFlagMenu();

    // Equal sides keep the text in the middle of the window.
    auto *row = new QHBoxLayout(this);
    auto *left = new QHBoxLayout;
    left->addWidget(m_end);
    left->addWidget(m_recording);
    left->addStretch(1);
    auto *right = new QHBoxLayout;
    right->addStretch(1);
    right->addWidget(m_clock);
    right->addSpacing(theme.px(8));
    for (Button *button : std::initializer_list<Button *>{m_undo, m_flag, m_more})
        right->addWidget(button);
    row->addLayout(left, 1);
    row->addWidget(m_text);
    row->addLayout(right, 1);
    followTheme();
    followKeys(this, [this] { showKeys(); });

    connect(m_end, &QAbstractButton::clicked, this, &StudyBar::endRequested);
    connect(m_undo, &QAbstractButton::clicked, this, &StudyBar::undoRequested);
    connect(m_flag, &QAbstractButton::clicked, this, &StudyBar::openFlagMenu);
    connect(m_more, &QAbstractButton::clicked, this, [this] { openBelow(*m_actions, *m_more); });
    connect(&theme, &Theme::changed, this, &StudyBar::followTheme);
}

void StudyBar::followTheme()
{
    setMinimumHeight(m_theme.px(53));
    layout()->setContentsMargins(m_theme.px(20), 0, m_theme.px(16), 0);
    shareRoom();
    for (QAction *action : m_flags->actions()) {
        if (const int flag = action->data().toInt())
            action->setIcon(flagIcon(m_theme, flag));
    }
}

void StudyBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

// Where there is little, what has a picture does without its word, and the clock tells the time only.
void StudyBar::shareRoom()
{
    const bool narrow = width() < m_theme.px(wordsFromPx);
    m_recording->setCompact(narrow);
    m_end->setText(narrow ? QString() : tr("End"));
    m_end->setAccessibleName(tr("End"));
    m_end->setToolTip(withKeys(tr("End"), Command::EndSitting));
    m_clock->setText(narrow || m_clockMore.isEmpty() ? m_clockText : m_clockText + m_clockMore);
}

void StudyBar::showKeys()
{
    m_end->setKeyCap(firstKey(Command::EndSitting));
    shareRoom();
    setFlag(m_shownFlag);
    setUndo(m_step);
}

void StudyBar::fillFlagMenu()
{
    for (int flag = 1; flag <= 7; ++flag) {
        QAction *action = m_flags->addAction(flagName(flag));
        action->setData(flag);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, flag] { emit flagChosen(flag); });
    }
    m_flags->addSeparator();
    QAction *none = m_flags->addAction(tr("No flag"));
    none->setData(0);
    connect(none, &QAction::triggered, this, [this] { emit flagChosen(0); });
}

void StudyBar::setText(const QString &text)
{
    m_text->setText(text);
}

void StudyBar::setClock(const QString &text, const QString &more, bool over, const QString &history)
{
    m_clockText = text;
    m_clockMore = more.isEmpty() ? QString() : u"  ·  "_s + more;
    shareRoom();
    m_clock->setColor(over ? &Tokens::warn : &Tokens::text2);
    m_clock->setToolTip(history);
    m_clock->setAccessibleDescription(history);
    m_clock->setVisible(!text.isEmpty());
}

void StudyBar::setFlag(int flag)
{
    m_shownFlag = flag;
    m_flag->setFlag(flag);
    for (QAction *action : m_flags->actions())
        action->setChecked(flag > 0 && action->data().toInt() == flag);
    m_flag->setToolTip(flag > 0 ? tr("Flag: %1").arg(flagName(flag)) : withKeys(tr("Flag"), Command::Flag));
    m_flag->setAccessibleDescription(flag > 0 ? flagName(flag) : QString());
}

void StudyBar::setUndo(const QString &step)
{
    m_step = step;
    const QString name = step.isEmpty() ? tr("Undo") : tr("Take back: %1").arg(step);
    m_undo->setAccessibleName(name);
    QStringList keys{commandKeys(commandInfo(Command::Undo)), commandKeys(commandInfo(Command::TakeBack))};
    keys.removeAll(QString());
    m_undo->setToolTip(keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys.join(u", "_s)));
}

void StudyBar::setCardActions(const QList<QAction *> &actions)
{
    m_actions->addActions(actions);
}

void StudyBar::setCardThere(bool there)
{
    m_flag->setVisible(there);
    m_more->setVisible(there);
}

void StudyBar::openFlagMenu()
{
    openBelow(*m_flags, *m_flag);
}

} // namespace flaskcards
