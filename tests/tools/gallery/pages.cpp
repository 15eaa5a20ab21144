// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include "samples.h"

#include "ui/cardtext/cardview.h"
#include "ui/cardtext/codeblock.h"
#include "ui/cardtext/textblock.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/thinbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QPainter>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Look = Button::Look;

// A picture of something that is no widget.
class Drawing : public QWidget
{
public:
    using Draw = std::function<void(QPainter &, const QRect &)>;

    Drawing(QSize size, Draw draw) : m_draw(std::move(draw)) { setFixedSize(size); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_draw(painter, rect());
    }

private:
    Draw m_draw;
};

Label *small(const Theme &theme, const QString &text)
{
    auto *label = new Label(theme, TextRole::Caption, text);
    label->setColor(&Tokens::text2);
    return label;
}

Button *withState(Button *button, int state)
{
    button->setAttribute(Qt::WA_UnderMouse, state == 1);
    button->setObjectName(state == 2 && button->look() == Look::Plain ? u"focused"_s : QString());
    button->setDown(state == 3);
    button->setEnabled(state != 4);
    return button;
}

QLayout *buttonStates(const Theme &theme)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const QStringList states = {u"normal"_s, u"hover"_s, u"focus by key"_s, u"pressed"_s, u"disabled"_s};
    for (int state = 0; state < states.size(); ++state) {
        grid->addWidget(small(theme, states.at(state)), 0, state);
        grid->addWidget(withState(new Button(theme, Look::Filled, u"Study"_s), state), 1, state);
        grid->addWidget(withState(new Button(theme, Look::Plain, u"Study"_s), state), 2, state);
        grid->setColumnStretch(state, 1);
    }
    return grid;
}

QWidget *heatMap(const Theme &theme)
{
    return new Drawing({350, 48}, [&theme](QPainter &painter, const QRect &) {
        const QStringList words = {u"0"_s, u"1–9"_s, u"10–19"_s, u"20–29"_s, u"30–39"_s, u"40 +"_s};
        for (int i = 0; i < words.size(); ++i) {
            painter.fillRect(QRect(i * 58, 0, 54, 24), theme.colors().heat.at(size_t(i)));
            painter.setFont(theme.font(TextRole::Caption));
            painter.setPen(theme.colors().text2);
            painter.drawText(QPoint(i * 58, 42), words.at(i));
        }
    });
}

QWidget *flags(const Theme &theme)
{
    return new Drawing({660, 24}, [&theme](QPainter &painter, const QRect &) {
        for (int flag = 1; flag <= 7; ++flag) {
            const int x = (flag - 1) * 92;
            paintFlag(painter, flag, QRectF(x, 4, 16, 16), theme.flag(flag));
            painter.setFont(theme.font(TextRole::Interface));
            painter.setPen(theme.colors().text);
            painter.drawText(QRect(x + 24, 0, 70, 24), Qt::AlignVCenter, flagName(flag));
        }
    });
}

QWidget *iconSheet(const Theme &theme)
{
    return new Drawing({660, 230}, [&theme](QPainter &painter, const QRect &) {
        for (int i = 0; i < int(Icon::Count); ++i) {
            const QRectF box(20 + (i % 10) * 64, (i / 10) * 52, 20, 20);
            paintIcon(painter, Icon(i), box, theme.colors().text2);
            painter.setFont(theme.font(TextRole::Caption));
            painter.setPen(theme.colors().text2);
            painter.drawText(box.adjusted(-22, 22, 22, 22), Qt::AlignHCenter, iconWord(i));
        }
    });
}

QWidget *fields(const Theme &theme)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *date = new QDateEdit(QDate(2026, 12, 14));
    date->setCalendarPopup(true);
    auto *minutes = new QSpinBox;
    minutes->setValue(20);
    auto *level = new QComboBox;
    level->addItems({u"Up to advanced"_s});
    auto *ticked = new QCheckBox(u"Remember"_s);
    ticked->setChecked(true);
    auto *radio = new QRadioButton(u"Four"_s);
    radio->setChecked(true);
    for (QWidget *field : std::initializer_list<QWidget *>{
             date, minutes, level, ticked, new QCheckBox(u"Type"_s), radio, new QRadioButton(u"Two"_s)})
        row->addWidget(field);
    row->addStretch(1);
    Q_UNUSED(theme)
    return box;
}

QWidget *smallThings(const Theme &theme)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *segments = new Segments(theme, u"Time box"_s, {u"10 min"_s, u"20 min"_s, u"40 min"_s, u"All"_s});
    segments->setIndex(1);
    row->addWidget(segments);
    auto *back = new Button(theme, Look::Tool, u"End"_s);
    back->setSymbol(Icon::Back);
    back->setKeyCap(u"Esc"_s);
    row->addWidget(back);
    row->addWidget(new Button(theme, Icon::Undo, u"Undo"_s));
    row->addWidget(new Button(theme, Look::Small, u"Study 6"_s));
    row->addWidget(new Button(theme, Look::Link, u"See the plan"_s));
    row->addStretch(1);
    return box;
}

QWidget *progressPanel(const Theme &theme)
{
    auto *panel = new Panel(theme, nullptr, 20, 16);
    panel->addBesideTitle(new Button(theme, Look::Small, u"Cancel"_s));
    panel->setTitle(u"Reading 12 400 reviews"_s);
    auto *bar = new ThinBar(theme, u"Reading"_s);
    bar->setShare(0.62);
    panel->body()->addWidget(bar);
    auto *ready = new ThinBar(theme, u"Readiness"_s, 8);
    ready->setShare(0.58);
    ready->setBand(0.92, 0.97);
    ready->setTarget(0.95);
    panel->body()->addWidget(ready);
    auto *row = new QHBoxLayout;
    row->addWidget(small(theme, u"about 8 seconds left"_s));
    row->addStretch(1);
    row->addWidget(new Legend(theme, {{Legend::Mark::Solid, u"due"_s},
                                      {Legend::Mark::Hollow, u"new"_s},
                                      {Legend::Mark::Line, u"recall"_s, &Tokens::text}}));
    panel->body()->addLayout(row);
    return panel;
}

QWidget *emptyPanel(const Theme &theme)
{
    auto *panel = new Panel(theme);
    panel->body()->addWidget(
        new EmptyState(theme, u"Nothing is due"_s, u"The next 25 cards come tomorrow."_s, u"Study ahead"_s));
    return panel;
}

QTableWidget *table(const Theme &theme)
{
    auto *view = new QTableWidget(6, 3);
    view->setPalette(theme.rowPalette());
    view->setHorizontalHeaderLabels({u"Question"_s, u"Topic"_s, u"Recall"_s});
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(theme.px(36));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    for (int row = 0; row < 6; ++row)
        for (int column = 0; column < 3; ++column)
            view->setItem(row, column, new QTableWidgetItem(tableSample(row, column)));
    view->selectRow(1);
    view->setFixedHeight(theme.px(150));
    return view;
}

QVBoxLayout *leftColumn(const Theme &theme)
{
    auto *column = new QVBoxLayout;
    const auto head = [&](const QString &text) {
        column->addSpacing(10);
        column->addWidget(new Label(theme, TextRole::Finding, text));
    };
    head(u"Buttons"_s);
    column->addLayout(buttonStates(theme));
    head(u"Grades: strip, word, key, interval"_s);
    auto *grades = new GradeBar(theme);
    grades->setInterval(Rating::Again, u"10 min"_s);
    grades->setInterval(Rating::Hard, u"3 days"_s);
    grades->setInterval(Rating::Good, u"13 days"_s);
    grades->setInterval(Rating::Easy, u"1 month"_s);
    grades->setSuggested(Rating::Good);
    column->addWidget(grades);
    head(u"Choices, fields"_s);
    column->addWidget(smallThings(theme));
    column->addWidget(fields(theme));
    head(u"Flags: colour and shape"_s);
    column->addWidget(flags(theme));
    head(u"Heat map, minutes a day"_s);
    column->addWidget(heatMap(theme));
    head(u"Icons, 20 px, line 1.5"_s);
    column->addWidget(iconSheet(theme));
    column->addStretch(1);
    return column;
}

QVBoxLayout *rightColumn(const Theme &theme)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(
        new Label(theme, TextRole::Finding, u"Search with an error: the last good results stay"_s));
    auto *search = new SearchField(theme, u"Search"_s);
    search->setText(u"topic:routing level:exprt"_s);
    search->setError(u"There is no level “exprt”. Levels are basic, intermediate and advanced."_s);
    column->addWidget(search);
    auto *error = new Label(theme, TextRole::Small, search->accessibleDescription());
    error->setColor(&Tokens::danger);
    column->addWidget(error);
    column->addWidget(emptyPanel(theme));
    column->addWidget(progressPanel(theme));
    column->addWidget(new Notice(theme, Notice::Kind::Error,
                                 u"The import stopped at line 214. Nothing was changed."_s,
                                 u"questions.csv: the column “answer” is empty."_s));
    auto *warning = new Notice(theme, Notice::Kind::Warning, u"The plan is behind by 12 cards."_s,
                               u"Ten more minutes today bring it back."_s);
    warning->addButton(u"Catch up"_s);
    column->addWidget(warning);
    auto *code = new CodeBlock(theme, codeSample(), TextRole::Code);
    column->addWidget(code);
    auto *text = new TextBlock(theme, {TextRole::KeyPoint, &Tokens::text, true, hitsOf(u"hit"_s)});
    text->setMarkup(
        u"Text, `inline code`, [link](https://flask.palletsprojects.com/), hit, **strong**, *emphasis*, ~~gone~~"_s);
    column->addWidget(text);
    column->addWidget(table(theme));
    column->addStretch(1);
    return column;
}

std::unique_ptr<QWidget> componentsPage(const Theme &theme)
{
    auto page = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(page.get());
    row->setContentsMargins(32, 14, 32, 24);
    row->setSpacing(48);
    const auto add = [row](QLayout *column, int share) {
        auto *box = new QWidget;
        box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column->setContentsMargins(0, 0, 0, 0);
        box->setLayout(column);
        row->addWidget(box, share, Qt::AlignTop);
    };
    add(leftColumn(theme), 11);
    add(rightColumn(theme), 9);
    page->setMinimumHeight(800);
    return page;
}

QWidget *topBar(const Theme &theme)
{
    auto *bar = new QWidget;
    bar->setFixedHeight(theme.px(56));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.px(18), 0, theme.px(16), 0);
    row->setSpacing(0);
    auto *end = new Button(theme, Look::Tool, u"End"_s);
    end->setSymbol(Icon::Back);
    end->setKeyCap(u"Esc"_s);
    auto *count = new Label(theme, TextRole::Interface, u"9 of 24 · about 11 min left"_s);
    count->setColor(&Tokens::text2);
    row->addWidget(end);
    row->addStretch(1);
    row->addWidget(count);
    row->addStretch(1);
    for (const Icon icon : {Icon::Undo, Icon::Flag, Icon::Edit, Icon::More})
        row->addWidget(new Button(theme, icon, iconWord(int(icon))));
    return bar;
}

QWidget *foot(const Theme &theme, bool revealed)
{
    auto *foot = new Drawing({}, [&theme](QPainter &painter, const QRect &rect) {
        painter.fillRect(rect, theme.colors().surface);
        painter.fillRect(QRect(0, 0, rect.width(), 1), theme.colors().border);
    });
    foot->setFixedSize(QWIDGETSIZE_MAX, theme.px(96));
    foot->setMinimumWidth(0);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(theme.px(32), 0, theme.px(32), 0);
    row->addStretch(1);
    if (revealed) {
        auto *grades = new GradeBar(theme);
        grades->setMaximumWidth(theme.px(720));
        grades->setInterval(Rating::Again, u"10 min"_s);
        grades->setInterval(Rating::Hard, u"3 days"_s);
        grades->setInterval(Rating::Good, u"13 days"_s);
        grades->setInterval(Rating::Easy, u"1 month"_s);
        grades->setSuggested(Rating::Good);
        row->addWidget(grades, 1000);
    } else {
        auto *show = new Button(theme, Look::Large, u"Show answer"_s);
        show->setKeyCap(u"Space"_s);
        show->setFixedSize(theme.px(348), theme.px(60));
        row->addWidget(show);
    }
    row->addStretch(1);
    return foot;
}

std::unique_ptr<QWidget> studyPage(const Theme &theme, const Question &question, bool revealed, int chosen,
                                   int height)
{
    auto page = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(page.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *progress = new ThinBar(theme, u"Sitting"_s, 3);
    progress->setSquare(true);
    progress->setShare(0.35);
    column->addWidget(progress);
    column->addWidget(topBar(theme));
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(theme.px(32), theme.px(25), theme.px(20), theme.px(24));
    auto *card = new CardView(theme, CardSize::Study);
    card->setMaximumWidth(theme.px(720));
    card->setQuestion(question, followUpSamples());
    card->setAnswerVisible(revealed);
    for (int point = 0; point < 3; ++point)
        card->toggleKeyPoint(point);
    if (chosen >= 0)
        card->showChoice(chosen);
    row->addStretch(1);
    row->addWidget(card, 1000);
    row->addStretch(1);
    area->setWidget(middle);
    column->addWidget(area, 1);
    column->addWidget(foot(theme, revealed || chosen >= 0));
    page->setMinimumHeight(height);
    return page;
}

std::unique_ptr<QWidget> previewPage(const Theme &theme)
{
    auto page = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(page.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const bool rail : {false, true}) {
        auto *side = new Sidebar(theme, u"Flaskcards"_s);
        side->addItem(Icon::Today, u"Today"_s, u"Ctrl+1"_s);
        side->addItem(Icon::Study, u"Study"_s, u"Ctrl+2"_s);
        side->addItem(Icon::Browse, u"Browse"_s, u"Ctrl+3"_s);
        side->addItem(Icon::Progress, u"Progress"_s, u"Ctrl+4"_s);
        side->addItem(Icon::Interview, u"Interview"_s, u"Ctrl+5"_s);
        side->addBottomItem(Icon::Settings, u"Settings"_s, u"Ctrl+,"_s);
        side->addBottomItem(Icon::Help, u"Keys"_s, u"F1"_s, true);
        side->setCount(1, 24);
        side->setCurrent(2);
        side->setRail(rail);
        row->addWidget(side);
    }
    for (const bool long_ : {false, true}) {
        auto *card = new CardView(theme, CardSize::Preview);
        CardContext context = followUpSamples();
        context.hits = hitsOf(u"blueprint"_s);
        card->setQuestion(long_ ? richSample() : blueprintSample(), context);
        card->setFixedWidth(theme.px(long_ ? 560 : 324));
        row->addSpacing(24);
        row->addWidget(card, 0, Qt::AlignTop);
    }
    row->addStretch(1);
    page->setMinimumHeight(800);
    return page;
}

} // namespace

QStringList galleryPages()
{
    return {u"components"_s, u"question"_s, u"revealed"_s, u"whole"_s,
            u"choice"_s,     u"bughunt"_s,  u"preview"_s};
}

std::unique_ptr<QWidget> makeGalleryPage(const QString &name, const Theme &theme, int width)
{
    if (name == "all"_L1) {
        auto page = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(page.get());
        column->setContentsMargins(0, 0, 0, 0);
        for (const QString &each : galleryPages())
            column->addWidget(makeGalleryPage(each, theme, width).release());
        page->resize(width, page->sizeHint().height());
        return page;
    }
    std::unique_ptr<QWidget> page;
    if (name == "question"_L1)
        page = studyPage(theme, sessionSample(), false, -1, 800);
    else if (name == "revealed"_L1)
        page = studyPage(theme, sessionSample(), true, -1, 800);
    else if (name == "whole"_L1)
        page = studyPage(theme, sessionSample(), true, -1, 1500);
    else if (name == "choice"_L1)
        page = studyPage(theme, choiceSample(), false, 3, 800);
    else if (name == "bughunt"_L1)
        page = studyPage(theme, bugSample(), false, -1, 800);
    else if (name == "preview"_L1)
        page = previewPage(theme);
    else
        page = componentsPage(theme);
    const int natural = page->hasHeightForWidth() ? page->heightForWidth(width) : page->sizeHint().height();
    page->resize(width, name == "components"_L1 || name == "preview"_L1
                            ? std::max(page->minimumHeight(), natural)
                            : page->minimumHeight());
    return page;
}

void focusSample(QWidget &page)
{
    if (auto *button = page.findChild<QWidget *>(u"focused"_s))
        button->setFocus(Qt::TabFocusReason);
}

} // namespace flaskcards
