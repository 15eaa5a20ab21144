// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/movequestion.h"

#include "ui/settings/loadchart.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

int sum(const QList<int> &counts)
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

QString directionWords(const MovePreview &preview)
{
    const QString earlier = MoveQuestion::tr("%n card(s) would come earlier, ", nullptr, preview.earlier) +
                            MoveQuestion::tr("%n later.", nullptr, preview.later);
    const QString load =
        MoveQuestion::tr("Reviews in the next 30 days: %1 instead of %2.")
            .arg(QLocale().toString(sum(preview.loadAfter)), QLocale().toString(sum(preview.loadBefore)));
    return earlier + u' ' + load;
}

} // namespace

MoveQuestion::MoveQuestion(const Theme &theme, const MovePreview &preview, int today, QWidget *parent)
    : QDialog(parent), m_theme(theme)
{
    setObjectName(u"moveQuestion"_s);
    setWindowTitle(tr("Move the cards?"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(12));
    column->setSpacing(theme.px(12));
    addTexts(column, preview);
    addChart(column, preview, today);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(area, 1);
    addButtons(rows);
    const QSize room = parent->screen()->availableSize() - QSize(40, 60);
    resize(QSize(theme.px(600), theme.px(470)).boundedTo(room));
}

void MoveQuestion::addTexts(QVBoxLayout *column, const MovePreview &preview)
{
    auto *title = new Label(m_theme, TextRole::PreviewTitle,
                            tr("%n card(s) would come back on another day", nullptr, preview.cards), this);
    auto *words = new Label(m_theme, TextRole::Interface, directionWords(preview), this);
    words->setObjectName(u"moveWords"_s);
    auto *safe = new Label(m_theme, TextRole::Small,
                           tr("Either way the new settings hold from now on. Moving can be taken back with "
                              "Ctrl+Z; Esc goes back to the settings."),
                           this);
    safe->setColor(&Tokens::text2);
    for (Label *label : {title, words, safe}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    setAccessibleDescription(words->text());
}

void MoveQuestion::addChart(QVBoxLayout *column, const MovePreview &preview, int today)
{
    auto *panel = new Panel(m_theme, this);
    panel->setCaption(tr("Reviews due, next 30 days"));
    using Mark = Legend::Mark;
    panel->addBesideCaption(new Legend(
        m_theme, {{Mark::Hollow, tr("as it is"), &Tokens::chart}, {Mark::Solid, tr("moved"), &Tokens::chart}},
        panel));
    auto *chart = new LoadChart(m_theme, today, panel);
    chart->setLoads(preview.loadBefore, preview.loadAfter, directionWords(preview));
    chart->setMinimumHeight(m_theme.px(150));
    panel->body()->addWidget(chart, 1);
    column->addWidget(panel, 1);
}

void MoveQuestion::addButtons(QVBoxLayout *rows)
{
    auto *move = new Button(m_theme, Button::Look::Plain, tr("Move them now"), this);
    move->setObjectName(u"moveNow"_s);
    move->setAutoDefault(true); // Return presses the one that has the focus
    auto *keep = new Button(m_theme, Button::Look::Filled, tr("Only from the next answer on"), this);
    keep->setObjectName(u"keepDays"_s);
    keep->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(m_theme.px(24), m_theme.px(12), m_theme.px(24), m_theme.px(24));
    buttons->setSpacing(m_theme.px(8));
    buttons->addStretch(1);
    buttons->addWidget(move);
    buttons->addWidget(keep);
    rows->addLayout(buttons);
    connect(move, &QAbstractButton::clicked, this, [this] {
        QDialog::accept();
        emit decided(true);
    });
    connect(keep, &QAbstractButton::clicked, this, [this] {
        QDialog::accept();
        emit decided(false);
    });
    setTabOrder(keep, move);
    keep->setFocus(Qt::OtherFocusReason);
}

} // namespace flaskcards
