// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/figures.h"

#include "library/words.h"
#include "ui/progress/findings.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"

#include <QDate>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int count = 5;

QString monthName(int studyDay)
{
    return QLocale().standaloneMonthName(QDate(1970, 1, 1).addDays(studyDay).month());
}

} // namespace

Figures::Figures(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"figures"_s);
    for (int i = 0; i < count; ++i) {
        Figure figure;
        figure.box = new QWidget(this);
        figure.number = new Label(theme, TextRole::SmallFigure, {}, figure.box);
        figure.words = new Label(theme, TextRole::Caption, {}, figure.box);
        figure.words->setColor(&Tokens::text2);
        auto *rows = new QVBoxLayout(figure.box);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        rows->addWidget(figure.number);
        rows->addWidget(figure.words);
        m_figures.append(figure);
    }
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
}

void Figures::set(int figure, const QString &number, const QString &words, const QString &explanation)
{
    const Figure &shown = m_figures.at(figure);
    shown.number->setText(number);
    shown.words->setText(words);
    shown.box->setToolTip(explanation);
    shown.box->setAccessibleName(number + u' ' + words);
    shown.box->setAccessibleDescription(explanation);
}

void Figures::setReport(const ProgressReport &report)
{
    set(0, tr("%n day(s)", nullptr, report.streak.current),
        tr("in a row; longest %1").arg(report.streak.longest),
        tr("Study days in a row up to today; today may still come."));
    set(1, tr("%1 min").arg((report.meanDayMs + 30'000) / 60'000),
        tr("a day in %1").arg(monthName(report.today)),
        tr("Mean over all days of the month so far, those without study too."));
    set(2, QLocale().toString(report.total.answers()), tr("answers %1").arg(periodWords(report)),
        tr("Every answer counts, also the ones to new cards and the repeats within a day."));
    const auto recall = recallOf({report.total});
    set(3, recall ? percentWords(*recall) : u"–"_s,
        tr("recalled; target %1").arg(percentWords(report.target)),
        tr("%1 of %2 answers to cards in review were not Again.")
            .arg(report.total.recalled)
            .arg(report.total.reviewed));
    set(4, tr("%1 of %2").arg(report.knownWell).arg(report.questions), tr("known well"),
        tr("Questions likely to be recalled now at least as well as the target of %1.")
            .arg(percentWords(report.target)));
    arrange();
}

int Figures::columnsFor(int width) const
{
    int widest = m_theme.px(100);
    for (const Figure &figure : m_figures)
        widest = std::max(widest, figure.box->sizeHint().width());
    return width / count >= widest + m_theme.px(24) ? count : 3;
}

int Figures::rowHeight() const
{
    return m_theme.lineHeight(TextRole::SmallFigure) + m_theme.lineHeight(TextRole::Caption);
}

int Figures::heightForWidth(int width) const
{
    const int rows = columnsFor(width) == count ? 1 : 2;
    return rows * rowHeight() + (rows - 1) * m_theme.px(16);
}

QSize Figures::sizeHint() const
{
    return {m_theme.px(800), heightForWidth(std::max(width(), m_theme.px(300)))};
}

QSize Figures::minimumSizeHint() const
{
    return {m_theme.px(300), heightForWidth(std::max(width(), m_theme.px(300)))};
}

void Figures::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void Figures::arrange()
{
    const int columns = columnsFor(width());
    const int gap = m_theme.px(20);
    for (int i = 0; i < m_figures.size(); ++i) {
        const int left = width() * (i % columns) / columns + (i % columns ? gap : 0);
        const int right = width() * (i % columns + 1) / columns;
        const int top = (i / columns) * (rowHeight() + m_theme.px(16));
        m_figures.at(i).box->setGeometry(left, top, right - left, rowHeight());
    }
    update();
}

void Figures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const Figure &figure : m_figures) {
        if (figure.box->x() > 0)
            painter.fillRect(
                QRect(figure.box->x() - m_theme.px(20), figure.box->y(), 1, figure.box->height()),
                m_theme.colors().border);
    }
}

} // namespace flaskcards
