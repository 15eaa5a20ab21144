// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gradebutton.h"

#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int narrowPx = 130; // design pixels
constexpr int leastPx = 88;

} // namespace

GradeButton::GradeButton(const Theme &theme, Rating rating, const QString &word, Command command,
                         QWidget *parent)
    : PaintedButton(theme, word, parent), m_rating(rating)
{
    setObjectName(u"grade%1"_s.arg(static_cast<int>(rating)));
    setAccessibleName(word);
    followKeys(this, [this, command] {
        m_key = firstKey(command);
        setToolTip(withKeys(text(), command));
        update();
    });
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

QString GradeButton::shownSecondLine(double room) const
{
    const QString both = secondLine();
    const bool fits = !m_suggested || textWidth(theme().font(TextRole::Small), both) <= room;
    return fits || m_interval.isEmpty() ? both : m_interval; // the frame says it, too
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
    const bool isNarrow = width() < theme().px(narrowPx);
    painter.fillRect(QRectF(0, 0, theme().px(isNarrow ? 5 : 7), height()), color);
    painter.restore();
    paintBox(painter, rect(), radius, Qt::transparent, edge, line);

    const int wordHeight = theme().lineHeight(TextRole::Emphasis);
    const int smallHeight = theme().lineHeight(TextRole::Small);
    const double top = (height() - wordHeight - smallHeight) / 2.0;
    const int left = theme().px(isNarrow ? 12 : 19);
    const QRectF text(left, top, width() - left - theme().px(isNarrow ? 6 : 12), wordHeight);
    const QSize cap = m_key.isEmpty() ? QSize(0, 0) : keyCapSize(theme(), m_key);
    const QRectF capBox(width() - theme().px(isNarrow ? 8 : 15) - cap.width(),
                        top + (wordHeight - cap.height()) / 2.0, cap.width(), cap.height());
    paintText(painter, text.adjusted(0, 0, -cap.width() - theme().px(isNarrow ? 4 : 8), 0),
              theme().font(TextRole::Emphasis), isEnabled() ? t.text : t.disabled, this->text());
    paintText(painter, QRectF(text.left(), top + wordHeight, text.width(), smallHeight),
              theme().font(TextRole::Small), isEnabled() ? t.text2 : t.disabled,
              shownSecondLine(text.width()));
    if (!m_key.isEmpty())
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

void GradeBar::setTight(bool tight)
{
    if (tight == m_isTight)
        return;
    m_isTight = tight;
    updateGeometry();
    arrange();
}

int GradeBar::gap() const
{
    return m_theme.px(m_isTight ? 8 : 12);
}

void GradeBar::build()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    const auto add = [this](Rating rating, const QString &word, Command command) {
        auto *button = new GradeButton(m_theme, rating, word, command, this);
        connect(button, &QAbstractButton::clicked, this, [this, rating] { emit graded(rating); });
        m_buttons.append(button);
        button->setVisible(true);
    };
    if (m_twoGrades) {
        add(Rating::Again, tr("Not yet"), Command::Again);
        add(Rating::Good, tr("Got it"), Command::Hard);
    } else {
        add(Rating::Again, tr("Again"), Command::Again);
        add(Rating::Hard, tr("Hard"), Command::Hard);
        add(Rating::Good, tr("Good"), Command::Good);
        add(Rating::Easy, tr("Easy"), Command::Easy);
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
    const bool fits = (width - 3 * gap()) / 4 >= m_theme.px(m_isTight ? leastPx : narrowPx);
    return m_twoGrades || !fits ? 2 : 4;
}

int GradeBar::rowHeight() const
{
    return m_buttons.first()->sizeHint().height();
}

int GradeBar::heightForWidth(int width) const
{
    const int rows = static_cast<int>(m_buttons.size()) / columnsFor(width);
    return rows * rowHeight() + (rows - 1) * gap();
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
    const int gap = this->gap();
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
