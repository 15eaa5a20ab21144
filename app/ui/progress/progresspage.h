// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QScrollArea;
class QSpacerItem;
class QVBoxLayout;

namespace flaskcards {

class Button;
class CalendarMap;
class EmptyState;
class Figures;
class ForecastChart;
class KnowledgeChart;
class Notice;
class OutlookSection;
class Panel;
class RecitalPanels;
class ReviewsChart;
class Segments;
class Theme;
class TopicBars;

// Five figures and five charts for a period; every chart's title is a finding. Below the first screen: what
// is to come.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    ProgressPage(Library &library, Theme &theme, QWidget *parent = nullptr);

signals:
    void listRequested(const QString &query); // in the search language
    void studyRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct File {
        QString title;
        QString suffix;
        std::function<Result<void>(const QString &path)> save;
    };

    void buildHead(QVBoxLayout *rows);
    void buildExportMenu();
    void buildContents();
    void buildCharts();
    Panel *addPanel(QVBoxLayout *column, const QString &name, int stretch);
    void buildLeft(QVBoxLayout *column);
    void buildRight(QVBoxLayout *column);
    void followTheme();
    void arrange();
    void fillFirstScreen();
    QByteArray numbers() const;

    void refresh();
    Result<void> readHistories();
    void choosePeriod(int index);
    void showReport();
    void showRecitals();
    void showCaptions();
    void showError(const QString &whatHappened, const Error &error);
    void askWhere(const File &file);
    void save(const File &file, const QString &path);

    Library &m_library;
    Theme &m_theme;
    bool m_stale = true;          // the report
    bool m_historiesStale = true; // the replayed log
    QList<MemoryHistory> m_histories;
    ProgressReport m_report;

    QVBoxLayout *m_rows;
    QVBoxLayout *m_top; // all that does not scroll
    Segments *m_period;
    Button *m_export;
    Notice *m_problem;
    EmptyState *m_empty;
    QScrollArea *m_area;
    QWidget *m_contents = nullptr; // all that scrolls, built when the first report is there
    QHBoxLayout *m_firstScreen = nullptr;
    QSpacerItem *m_strut = nullptr; // makes the first screen as high as what is seen of it
    QWidget *m_charts = nullptr;
    Figures *m_figures = nullptr;
    QBoxLayout *m_columns = nullptr;
    Panel *m_reviewsPanel = nullptr;
    Panel *m_calendarPanel = nullptr;
    Panel *m_knowledgePanel = nullptr;
    Panel *m_topicsPanel = nullptr;
    Panel *m_forecastPanel = nullptr;
    ReviewsChart *m_reviews = nullptr;
    CalendarMap *m_calendar = nullptr;
    KnowledgeChart *m_knowledge = nullptr;
    TopicBars *m_topics = nullptr;
    ForecastChart *m_forecast = nullptr;
    RecitalPanels *m_recitals = nullptr;
    OutlookSection *m_outlook = nullptr;
};

} // namespace flaskcards
