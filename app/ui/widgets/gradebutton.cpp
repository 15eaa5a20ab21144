// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gradebutton.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace flaskcards {

GradeButton::GradeButton(const Theme &theme, Rating rating, const QString &word, const QString &key,
                         QWidget *parent)
    : PaintedButton(theme, word, parent), m_rating(rating), m_key(key)
{
    setObjectName(u"grade%1"_s.arg(static_cast<int>(rating)));
    setToolTip(tr("%1 (%2)", "tool tip: grade and its key").arg(word, key));
    setAccessibleName(word);
}

void GradeButton::setInterval(const QString &interval)
{
    m_interval = interval;
    describe();
}

void GradeButton::setSuggested(bool suggested)
{
    m_suggested = suggested;
    describe();
}

void GradeButton::describe()
{
    setAccessibleDescription(secondLine());
    update();
}

QString GradeButton::secondLine() const
{
    if (!m_suggested)
        return m_interval;
    const QString suggested = tr("suggested");
    return m_interval.isEmpty() ? suggested : m_interval + u" · "_s + suggested;
}

QSize GradeButton::sizeHint() const
{
    const int lines = theme().lineHeight(TextRole::Emphasis) + theme().lineHeight(TextRole::Small);
    return {theme().px(130), std::max(theme().px(60), lines + theme().px(16))};
}

void GradeButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = theme().colors();
    const QColor color = isEnabled() ? theme().rating(m_rating) : t.border;
    const double radius = theme().px(8);
    const QColor fill = isPressed() ? t.heat[0] : isHovered() ? t.sunken : t.surface;
    const double line = m_suggested ? theme().px(2) : 1;
    const QColor edge = m_suggested ? color : isEnabled() ? t.edge : t.border;

    QPainterPath outline;
    outline.addRoundedRect(rect(), radius, radius);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRectF(0, 0, theme().px(7), height()), color);
    painter.restore();
    paintBox(painter, rect(), radius, Qt::transparent, edge, line);

    const int wordHeight = theme().lineHeight(TextRole::Emphasis);
    const int smallHeight = theme().lineHeight(TextRole::Small);
    const double top = (height() - wordHeight - smallHeight) / 2.0;
    const QRectF text(theme().px(19), top, width() - theme().px(19 + 12), wordHeight);
    const QSize cap = keyCapSize(theme(), m_key);
    const QRectF capBox(width() - theme().px(15) - cap.width(), top + (wordHeight - cap.height()) / 2.0,
                        cap.width(), cap.height());
    paintText(painter, text.adjusted(0, 0, -cap.width() - theme().px(8), 0), theme().font(TextRole::Emphasis),
              isEnabled() ? t.text : t.disabled, this->text());
    paintText(painter, QRectF(text.left(), top + wordHeight, text.width(), smallHeight),
              theme().font(TextRole::Small), isEnabled() ? t.text2 : t.disabled, secondLine());
    paintKeyCap(painter, capBox, theme(), m_key, t.text2, t.border);
}

GradeBar::GradeBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
    build();
}

void GradeBar::setTwoGrades(bool two)
{
    if (two == m_twoGrades)
        return;
    m_twoGrades = two;
    build();
}

void GradeBar::build()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    const auto add = [this](Rating rating, const QString &word, const QString &key) {
        auto *button = new GradeButton(m_theme, rating, word, key, this);
        connect(button, &QAbstractButton::clicked, this, [this, rating] { emit graded(rating); });
        m_buttons.append(button);
        button->setVisible(true);
    };
    if (m_twoGrades) {
        add(Rating::Again, tr("Not yet"), u"1"_s);
        add(Rating::Good, tr("Got it"), u"2"_s);
    } else {
        add(Rating::Again, tr("Again"), u"1"_s);
        add(Rating::Hard, tr("Hard"), u"2"_s);
        add(Rating::Good, tr("Good"), u"3"_s);
        add(Rating::Easy, tr("Easy"), u"4"_s);
    }
    arrange();
}

void GradeBar::setInterval(Rating rating, const QString &interval)
{
    for (GradeButton *button : m_buttons)
        if (button->rating() == rating)
            button->setInterval(interval);
}

void GradeBar::setSuggested(std::optional<Rating> rating)
{
    for (GradeButton *button : m_buttons)
        button->setSuggested(rating == button->rating());
}

int GradeBar::columnsFor(int width) const
{
    const int gap = m_theme.px(12);
    const bool fits = (width - 3 * gap) / 4 >= m_theme.px(130);
    return m_twoGrades || !fits ? 2 : 4;
}

int GradeBar::rowHeight() const
{
    return m_buttons.first()->sizeHint().height();
}

int GradeBar::heightForWidth(int width) const
{
    const int rows = static_cast<int>(m_buttons.size()) / columnsFor(width);
    return rows * rowHeight() + (rows - 1) * m_theme.px(12);
}

QSize GradeBar::sizeHint() const
{
    return {m_theme.px(720), rowHeight()};
}

QSize GradeBar::minimumSizeHint() const
{
    return {m_theme.px(2 * 100), rowHeight()};
}

void GradeBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void GradeBar::arrange()
{
    const int columns = columnsFor(width());
    const int gap = m_theme.px(12);
    // Left edges by proportion, so that the last button ends exactly at the edge.
    const auto left = [&](int column) {
        return column * (width() + gap) / columns;
    };
    for (int i = 0; i < m_buttons.size(); ++i) {
        const int column = i % columns;
        const int y = (i / columns) * (rowHeight() + gap);
        m_buttons.at(i)->setGeometry(left(column), y, left(column + 1) - gap - left(column), rowHeight());
    }
}

} // namespace flaskcards
