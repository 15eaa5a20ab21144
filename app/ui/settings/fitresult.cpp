// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fitresult.h"

#include "ui/settings/calibrationchart.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int leastPredictions = 8; // fewer fit nothing

QString number(double value)
{
    return QLocale().toString(value, 'f', 3);
}

bool hasDefaults(const Preferences &present)
{
    return present.scheduling.parameters == Fsrs6::defaults;
}

QString tooFewSentence(const FitReport &report)
{
    const QString came = FitResult::tr("Only %n answer(s) came a day or more after the one before: too few.",
                                       nullptr, report.fit.predictions);
    return came + u' ' +
           FitResult::tr("Fitting makes sense after about %n more.", nullptr,
                         std::max(1, sensibleAnswers - report.reviews));
}

QString betterSentence(const Fit &fit, bool defaultsPresent)
{
    const QString found =
        FitResult::tr("On your last %n answer(s) the new parameters predict better:", nullptr,
                      fit.heldOutFresh.predictions);
    if (defaultsPresent)
        return found + u' ' +
               FitResult::tr("log loss %1 instead of %2 with the defaults, which you have now.")
                   .arg(number(fit.heldOutFresh.logLoss), number(fit.heldOutDefaults.logLoss));
    return found + u' ' +
           FitResult::tr("log loss %1 instead of %2 with the present ones and %3 with the defaults.")
               .arg(number(fit.heldOutFresh.logLoss), number(fit.heldOutCurrent.logLoss),
                    number(fit.heldOutDefaults.logLoss));
}

QString noBetterSentence(const Fit &fit, bool stay)
{
    const int answers = fit.heldOutFresh.predictions;
    const double known = std::min(fit.heldOutCurrent.logLoss, fit.heldOutDefaults.logLoss);
    const QString found =
        fit.heldOutFresh.logLoss < known
            ? FitResult::tr("On your last %n answer(s) the new parameters predict better, perhaps by chance:",
                            nullptr, answers)
            : FitResult::tr("On your last %n answer(s) the new parameters predict no better:", nullptr,
                            answers);
    if (stay)
        return found + u' ' +
               FitResult::tr("log loss %1 against %2 with the present ones. The present ones stay.")
                   .arg(number(fit.heldOutFresh.logLoss), number(fit.heldOutCurrent.logLoss));
    return found + u' ' +
           FitResult::tr("log loss %1. The defaults predict best: %2 instead of %3 with the present ones.")
               .arg(number(fit.heldOutFresh.logLoss), number(fit.heldOutDefaults.logLoss),
                    number(fit.heldOutCurrent.logLoss));
}

QString chooseWords(const FitReport &report, const Preferences &present)
{
    if (report.fit.kept == Kept::Fresh)
        return FitResult::tr("Use the new parameters");
    if (report.fit.kept == Kept::Defaults && !hasDefaults(present))
        return FitResult::tr("Use the defaults");
    return FitResult::tr("Use the beginnings of the topics");
}

double widestGap(const QList<CalibrationBin> &bins)
{
    double gap = 0;
    for (const CalibrationBin &bin : bins)
        gap = std::max(gap, std::abs(bin.predicted - bin.actual));
    return gap;
}

} // namespace

QString fitSentence(const FitReport &report, const Preferences &present)
{
    const Fit &fit = report.fit;
    if (fit.predictions < leastPredictions)
        return tooFewSentence(report);
    if (fit.kept == Kept::Fresh)
        return betterSentence(fit, hasDefaults(present));
    return noBetterSentence(fit, fit.kept == Kept::Current || hasDefaults(present));
}

bool improves(const FitReport &report, const Preferences &present)
{
    return report.fit.predictions >= leastPredictions && withFit(present, report) != present;
}

FitResult::FitResult(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"fitResult"_s);
    build();
    followTheme();
    connect(&theme, &Theme::changed, this, &FitResult::followTheme);
}

void FitResult::build()
{
    m_sentence = new Label(m_theme, TextRole::Interface, {}, this);
    m_sentence->setObjectName(u"fitSentence"_s);
    m_sentence->setWordWrap(true);
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_meaning = new Label(m_theme, TextRole::Caption,
                          tr("Of answers that the fit did not see. The smaller the better."), this);
    m_caption = new Label(m_theme, TextRole::Caption, tr("Recall, predicted against actual"), this);
    m_topics = new Label(m_theme, TextRole::Small, {}, this);
    m_topics->setObjectName(u"fitTopics"_s);
    for (Label *label : {m_meaning, m_caption, m_topics}) {
        label->setColor(&Tokens::text2);
        label->setWordWrap(true);
    }
    m_chart = new CalibrationChart(m_theme, this);
    m_legendRow = new QHBoxLayout;
    m_legendRow->addStretch(1);
    m_choose = new Button(m_theme, Button::Look::Plain, {}, this);
    m_choose->setObjectName(u"useFit"_s);
    m_choose->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_sentence);
    rows->addWidget(m_table, 0, Qt::AlignLeft);
    rows->addWidget(m_meaning);
    rows->addWidget(m_caption);
    rows->addLayout(m_legendRow);
    rows->addWidget(m_chart);
    rows->addWidget(m_topics);
    rows->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &QAbstractButton::clicked, this, [this] { emit chosen(!m_isChosen); });
}

void FitResult::followTheme()
{
    layout()->setSpacing(m_theme.px(8));
    m_caption->setContentsMargins(0, m_theme.px(8), 0, 0);
    m_grid->setHorizontalSpacing(m_theme.px(24));
    m_grid->setVerticalSpacing(m_theme.px(2));
    m_chart->setFixedHeight(m_theme.px(220));
    m_chart->setMinimumWidth(m_theme.px(180));
}

void FitResult::show(const FitReport &report, const Preferences &present)
{
    m_sentence->setText(fitSentence(report, present));
    const bool measured = report.fit.predictions >= leastPredictions;
    fillTable(report, present);
    m_table->setVisible(measured);
    m_meaning->setVisible(measured);
    showChart(report);
    const int topics = int(report.topics.size());
    m_topics->setText(topics > 0
                          ? tr("%n topic(s) begin differently from the others and have a start of their own.",
                               nullptr, topics)
                          : tr("No topic begins so differently that it needs a start of its own."));
    m_topics->setVisible(measured);
    m_choose->setVisible(improves(report, present));
    m_chooseWords = chooseWords(report, present);
    setChosen(false);
    QWidget::show();
}

void FitResult::fillTable(const FitReport &report, const Preferences &present)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList heads{tr("Parameters"), tr("Log loss"), tr("RMSE")};
    for (int column = 0; column < 3; ++column)
        m_grid->addWidget(new SectionLabel(m_theme, heads.at(column), m_table), 0, column,
                          column ? Qt::AlignRight : Qt::AlignLeft);
    const Fit &fit = report.fit;
    const bool same = hasDefaults(present);
    QStringList spoken;
    const auto add = [&](const QString &name, const Metrics &metrics, bool best) {
        addRow(name, metrics, best);
        spoken += tr("%1: log loss %2, RMSE %3").arg(name, number(metrics.logLoss), number(metrics.rmseBins));
    };
    add(tr("Defaults"), fit.heldOutDefaults, fit.kept == Kept::Defaults);
    if (!same)
        add(tr("Present"), fit.heldOutCurrent, fit.kept == Kept::Current);
    add(tr("New"), fit.heldOutFresh, fit.kept == Kept::Fresh);
    m_table->setAccessibleName(spoken.join(u"; "_s));
}

void FitResult::addRow(const QString &name, const Metrics &metrics, bool best)
{
    const int row = m_grid->rowCount();
    const TextRole role = best ? TextRole::Finding : TextRole::Interface;
    const QStringList cells{name, number(metrics.logLoss), number(metrics.rmseBins)};
    for (int column = 0; column < 3; ++column)
        m_grid->addWidget(new Label(m_theme, role, cells.at(column), m_table), row, column,
                          column ? Qt::AlignRight : Qt::AlignLeft);
}

void FitResult::showChart(const FitReport &report)
{
    const bool both = report.fit.kept == Kept::Fresh;
    delete m_legend;
    using Mark = Legend::Mark;
    QList<Legend::Entry> entries{{Mark::HollowDot, tr("present"), &Tokens::link}};
    if (both)
        entries.append({Mark::Dot, tr("new"), &Tokens::chart});
    entries.append({Mark::Dashed, tr("ideal"), &Tokens::text2});
    m_legend = new Legend(m_theme, entries, this);
    m_legendRow->insertWidget(0, m_legend);
    const bool drawn = !report.before.isEmpty();
    m_legend->setVisible(drawn);
    m_caption->setVisible(drawn);
    m_chart->setVisible(drawn);
    const auto points = [](const QList<CalibrationBin> &bins) {
        return QLocale().toString(widestGap(bins) * 100, 'f', 0);
    };
    const QString summary =
        both ? tr("Predicted and actual recall differ by up to %1 points with the present parameters, by up "
                  "to %2 with the new ones.")
                   .arg(points(report.before), points(report.after))
             : tr("Predicted and actual recall differ by up to %1 points.").arg(points(report.before));
    m_chart->setBins(report.before, both ? report.after : QList<CalibrationBin>(), summary);
}

void FitResult::setChosen(bool chosen)
{
    m_isChosen = chosen;
    m_choose->setText(chosen ? tr("Keep the present ones") : m_chooseWords);
}

} // namespace flaskcards
