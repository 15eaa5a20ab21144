// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/questionpreview.h"

#include "library/words.h"
#include "ui/browse/cutlabel.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/whypanel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

// The flag of the card, beside the button that changes it.
class FlagMark : public QWidget
{
public:
    FlagMark(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { hide(); }

    void setFlag(int flag)
    {
        m_flag = flag;
        setToolTip(flagName(flag));
        setVisible(flag > 0);
        update();
    }
    QSize sizeHint() const override { return {m_theme.px(14), m_theme.px(14)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_flag > 0)
            paintFlag(painter, m_flag, rect(), m_theme.flag(m_flag));
    }

private:
    const Theme &m_theme;
    int m_flag = 0;
};

QuestionPreview::QuestionPreview(const Theme &theme, QMenu *flagMenu, QMenu *moreMenu, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_head(new QWidget(this)),
      m_foot(new QWidget(this)),
      m_area(new QScrollArea(this)),
      m_card(new CardView(theme, CardSize::Preview)),
      m_history(new Label(theme, TextRole::Small, {}, m_foot)),
      m_why(new WhyPanel(theme, WhyPanel::Form::Bare, m_foot)),
      m_empty(new EmptyState(theme, {}, {}, {}, this))
{
    setObjectName(u"preview"_s);
    buildHead(flagMenu, moreMenu);
    m_card->setObjectName(u"card"_s);
    m_area->setObjectName(u"cardArea"_s);
    m_area->setAccessibleName(tr("Card"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing moves when it is needed
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(m_card);
    m_card->setAutoFillBackground(false);
    m_history->setObjectName(u"history"_s);
    m_history->setWordWrap(true);
    m_history->setColor(&Tokens::text2);
    auto *footLayout = new QVBoxLayout(m_foot);
    footLayout->setSpacing(0);
    footLayout->addWidget(m_history);
    footLayout->addWidget(m_why);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_area, 1);
    column->addWidget(m_foot);
    column->addWidget(m_empty, 1);
    setTabOrder(m_moreButton, m_area);
    connect(m_card, &CardView::followUpRequested, this, &QuestionPreview::followUpRequested);
    connect(m_card, &CardView::linkActivated, this, &QuestionPreview::linkActivated);
    followTheme();
    connect(&theme, &Theme::changed, this, &QuestionPreview::followTheme);
    clear();
}

void QuestionPreview::buildHead(QMenu *flagMenu, QMenu *moreMenu)
{
    auto *row = new QHBoxLayout(m_head);
    row->setSpacing(0);
    m_meta = new CutLabel(m_theme, TextRole::Small, {}, m_head);
    m_meta->setObjectName(u"meta"_s);
    m_meta->setColor(&Tokens::text2);
    m_mark = new FlagMark(m_theme, m_head);
    m_flagButton = menuButton(Icon::Flag, tr("Flag"), flagMenu, m_head);
    m_flagButton->setObjectName(u"flagButton"_s);
    m_moreButton = menuButton(Icon::More, tr("More"), moreMenu, m_head);
    m_moreButton->setObjectName(u"moreButton"_s);
    row->addWidget(m_meta, 1);
    row->addWidget(m_mark);
    row->addWidget(m_flagButton);
    row->addWidget(m_moreButton);
}

// Without the arrow that a button with a menu of its own would have.
Button *QuestionPreview::menuButton(Icon icon, const QString &name, QMenu *menu, QWidget *parent)
{
    auto *button = new Button(m_theme, icon, name, parent);
    connect(button, &Button::clicked, menu, [button, menu] {
        const QPoint below = button->mapToGlobal(QPoint(button->width(), button->height()));
        menu->popup(below - QPoint(menu->sizeHint().width(), 0));
    });
    return button;
}

void QuestionPreview::followTheme()
{
    const auto px = [this](int designPx) {
        return m_theme.px(designPx);
    };
    QPalette own = m_theme.palette();
    own.setColor(QPalette::Window, m_theme.colors().surface);
    setPalette(own);
    m_head->layout()->setContentsMargins(px(24), px(12), px(12), 0);
    m_card->setContentsMargins(px(24), px(4), px(12), px(24));
    m_foot->layout()->setContentsMargins(px(24), px(12), px(24), px(16));
    m_mark->setFixedSize(m_mark->sizeHint());
    m_area->verticalScrollBar()->setSingleStep(px(24));
    update();
}

void QuestionPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    if (m_foot->isVisible())
        painter.fillRect(QRect(m_theme.px(24), m_foot->y(), width() - m_theme.px(48), 1),
                         m_theme.colors().border);
}

void QuestionPreview::showPart(bool card)
{
    for (QWidget *part : {m_head, static_cast<QWidget *>(m_area), m_foot})
        part->setVisible(card);
    m_empty->setVisible(!card);
    update();
}

void QuestionPreview::setQuestion(const Question &question, const CardContext &context, const QString &word)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    const int place = question.slug == m_slug ? bar->value() : 0;
    m_slug = question.slug;
    m_meta->setWords(word.isEmpty() ? placeLine(question) : word + u" · "_s + placeLine(question));
    m_card->setQuestion(question, context);
    hideOwnMeta();
    showPart(true);
    bar->setValue(place);
}

// The card begins with the same words that stand in the head here.
void QuestionPreview::hideOwnMeta()
{
    const auto *title = m_card->findChild<QWidget *>(u"title"_s);
    if (!title)
        return;
    if (auto *line = title->parentWidget()->findChild<Label *>(QString(), Qt::FindDirectChildrenOnly))
        line->hide();
}

void QuestionPreview::setFlag(int flag)
{
    m_mark->setFlag(flag);
    const QString name = flag > 0 ? tr("Flag: %1").arg(flagName(flag)) : tr("Flag");
    m_flagButton->setAccessibleName(name);
    m_flagButton->setToolTip(tr("%1 (Ctrl+1 to Ctrl+7)").arg(name));
}

void QuestionPreview::setHistory(const QString &words, const WhyReport &why)
{
    m_history->setText(words);
    m_why->setReport(why);
}

// In a low pane the card itself needs the room.
void QuestionPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_why->setVisible(height() >= m_theme.px(440));
}

void QuestionPreview::clear()
{
    setMessage({}, {});
}

void QuestionPreview::setMessage(const QString &title, const QString &sentence)
{
    m_slug.clear();
    m_empty->setTexts(title, sentence);
    showPart(false);
}

void QuestionPreview::page(bool forward)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    const int step = std::max(1, bar->pageStep() - m_theme.px(48));
    bar->setValue(bar->value() + (forward ? step : -step));
}

} // namespace flaskcards
