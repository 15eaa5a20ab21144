// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/catchuppanel.h"

#include "library/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QBoxLayout>
#include <QDate>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int gap = 16; // design pixels, between plans side by side

} // namespace

// A plan as a button: its name, when it is done, how long a day takes.
class PlanButton : public PaintedButton
{
public:
    PlanButton(const Theme &theme, const QString &name, const QString &objectName, QWidget *parent)
        : PaintedButton(theme, name, parent)
    {
        setObjectName(objectName);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setLines(const QString &end, const QString &effort)
    {
        m_lines = {end, effort};
        setAccessibleName(u"%1: %2, %3"_s.arg(text(), end, effort));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        int widest = textWidth(theme().font(TextRole::Emphasis), text());
        for (const QString &line : m_lines)
            widest = std::max(widest, textWidth(theme().font(TextRole::Small), line));
        const int lines = theme().lineHeight(TextRole::Emphasis) + 2 * theme().lineHeight(TextRole::Small);
        return {widest + theme().px(32), lines + theme().px(24)};
    }

    // Lets the panel become narrow enough to put the plans below each other.
    QSize minimumSizeHint() const override { return {theme().px(140), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = theme().colors();
        const QColor fill = isPressed() ? t.heat[0] : isHovered() ? t.sunken : t.surface;
        paintBox(painter, rect(), theme().px(8), fill, t.edge);
        double y = theme().px(12);
        const auto line = [&](TextRole role, const QColor &color, const QString &words) {
            const int height = theme().lineHeight(role);
            paintText(painter, QRectF(theme().px(16), y, width() - theme().px(32), height),
                      theme().font(role), color, words);
            y += height;
        };
        line(TextRole::Emphasis, t.text, text());
        for (const QString &words : m_lines)
            line(TextRole::Small, t.text2, words);
    }

private:
    QStringList m_lines;
};

namespace {

QString endWords(const CatchUpPlan &plan, int today)
{
    if (plan.lastDay() <= today + 1)
        return CatchUpPanel::tr("done %1").arg(dayWords(plan.lastDay(), today));
    const QDate date = QDate(1970, 1, 1).addDays(plan.lastDay());
    return CatchUpPanel::tr("done by %1").arg(QLocale().toString(date, u"ddd, d MMMM"_s));
}

QString effortWords(const CatchUpPlan &plan)
{
    const QString longest = durationWords(plan.busiestDayMs());
    return plan.speed == CatchUpSpeed::AtOnce ? longest
                                              : CatchUpPanel::tr("%1 on the longest day").arg(longest);
}

} // namespace

CatchUpPanel::CatchUpPanel(const Theme &theme, QWidget *parent)
    : Panel(theme, parent, 24, 20),
      m_sentence(new Label(theme, TextRole::Interface, {}, this)),
      m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"catchUp"_s);
    m_sentence->setObjectName(u"catchUpSentence"_s);
    m_sentence->setColor(&Tokens::text2);
    m_sentence->setWordWrap(true);
    m_sentence->setText(
        tr("Choose how to take them; the most worthwhile come first. New cards come on top of the times."));
    body()->addWidget(m_sentence);
    body()->addSpacing(theme.px(8));
    body()->addLayout(m_choices);

    const std::pair<QString, QString> names[] = {{tr("All at once"), u"catchUpAtOnce"_s},
                                                 {tr("In a week"), u"catchUpWeek"_s},
                                                 {tr("Gently"), u"catchUpGently"_s}};
    for (const auto &[name, objectName] : names) {
        auto *button = new PlanButton(theme, name, objectName, this);
        const auto index = int(m_buttons.size());
        connect(button, &QAbstractButton::clicked, this,
                [this, index] { emit chosen(m_catchUp.plans.at(index)); });
        m_choices->addWidget(button);
        m_buttons.append(button);
    }
    auto *later = new Button(theme, Button::Look::Quiet, tr("Not now"), this);
    later->setObjectName(u"catchUpLater"_s);
    addBesideTitle(later);
    connect(later, &QAbstractButton::clicked, this, &CatchUpPanel::postponed);
    connect(&theme, &Theme::changed, this, &CatchUpPanel::arrange);
    arrange();
}

void CatchUpPanel::setCatchUp(const CatchUp &catchUp, int today)
{
    m_catchUp = catchUp;
    setTitle(tr("%n review(s) are waiting from before today", nullptr, catchUp.overdue));
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const CatchUpPlan &plan = catchUp.plans.at(i);
        m_buttons.at(i)->setLines(endWords(plan, today), effortWords(plan));
    }
    arrange();
}

void CatchUpPanel::arrange()
{
    int widest = 0;
    for (const PlanButton *button : m_buttons)
        widest = std::max(widest, button->sizeHint().width());
    const auto plans = int(m_buttons.size());
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const bool beside = room >= plans * widest + (plans - 1) * theme().px(gap);
    m_choices->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_choices->setSpacing(theme().px(beside ? gap : 8));
}

void CatchUpPanel::resizeEvent(QResizeEvent *event)
{
    arrange();
    Panel::resizeEvent(event);
}

} // namespace flaskcards
