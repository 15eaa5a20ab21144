// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backuplist.h"

#include "library/backupwords.h"
#include "library/library.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int shownRows = 5; // more are scrolled
constexpr int rowPx = 56;
constexpr int detailRole = Qt::UserRole;
constexpr int brokenRole = Qt::UserRole + 1;

// Two lines; the second in small print, in red where the backup cannot be used.
class BackupRow : public QStyledItemDelegate
{
public:
    BackupRow(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.colors();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool reached = option.state & QStyle::State_HasFocus;
        painter->save();
        const QRect box = option.rect.adjusted(m_theme.px(4), m_theme.px(2), -m_theme.px(4), -m_theme.px(2));
        if (chosen || option.state & QStyle::State_MouseOver)
            paintBox(*painter, box, m_theme.px(4), chosen ? t.selection : t.sunken,
                     reached ? t.focus : Qt::transparent);
        const QRect text = box.adjusted(m_theme.px(8), m_theme.px(4), -m_theme.px(8), -m_theme.px(4));
        const int half = text.height() / 2;
        paintText(*painter, QRect(text.topLeft(), QSize(text.width(), half)),
                  m_theme.font(TextRole::Interface), chosen ? t.onSelection : t.text,
                  index.data().toString());
        paintText(*painter, QRect(text.left(), text.top() + half, text.width(), text.height() - half),
                  m_theme.font(TextRole::Small), index.data(brokenRole).toBool() ? t.danger : t.text2,
                  index.data(detailRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, m_theme.px(rowPx)};
    }

private:
    const Theme &m_theme;
};

QList<ReadBackup> readAll(const QString &dataDir)
{
    QList<ReadBackup> rows;
    for (Backup &backup : allBackups(dataDir)) {
        auto facts = readFacts(backup, dataDir);
        rows.append({backup, facts});
    }
    return rows;
}

} // namespace

BackupList::BackupList(const Library &library, const Theme &theme, QWidget *parent)
    : QListWidget(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"backups"_s);
    setAccessibleName(tr("Backups, newest first"));
    setItemDelegate(new BackupRow(theme, this));
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BackupList::take);
    connect(this, &QListWidget::itemDoubleClicked, this, &BackupList::wanted);
    followTheme();
    connect(&theme, &Theme::changed, this, &BackupList::followTheme);
}

BackupList::~BackupList()
{
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

void BackupList::readAgain()
{
    m_isStale = m_watcher.isRunning();
    if (!m_isStale)
        m_watcher.setFuture(QtConcurrent::run(readAll, m_library.place().dataDir));
}

void BackupList::take()
{
    if (m_isStale)
        return readAgain();
    const ReadBackup *chosen = current();
    const BackupName name = chosen ? chosen->backup.name : BackupName();
    clear();
    m_rows = m_watcher.result();
    for (const ReadBackup &row : std::as_const(m_rows)) {
        auto *item = new QListWidgetItem(titleOf(row), this);
        item->setData(detailRole, detailOf(row));
        item->setData(brokenRole, !row.facts);
        item->setData(Qt::AccessibleTextRole, item->text() + u". "_s + detailOf(row));
        item->setToolTip(row.facts ? row.backup.path : detailOf(row));
        if (name == row.backup.name)
            setCurrentItem(item);
    }
    if (!currentItem() && count() > 0)
        setCurrentRow(0);
    followTheme();
    emit read();
}

const ReadBackup *BackupList::current() const
{
    const int row = currentRow();
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

QString BackupList::titleOf(const ReadBackup &row) const
{
    const QString when = momentWords(row.backup.name.atMs, m_library.clock());
    return when.left(1).toUpper() + when.mid(1) + u" · "_s + backupReasonWords(row.backup.name.reason);
}

QString BackupList::detailOf(const ReadBackup &row) const
{
    if (!row.facts)
        return row.facts.error().code == ErrorCode::TooNew
                   ? tr("Written by a newer Flaskcards; update the program to use it.")
                   : tr("This file is damaged and cannot be used.");
    const QString where = !row.backup.isHere      ? tr("in the second folder only")
                          : row.backup.isInSecond ? tr("in both folders")
                                                  : QString();
    return where.isEmpty() ? backupFactsWords(*row.facts) : backupFactsWords(*row.facts) + u" · "_s + where;
}

QSize BackupList::sizeHint() const
{
    return {m_theme.px(320), m_theme.px(rowPx) * std::clamp(count(), 1, shownRows) + 2 * frameWidth()};
}

void BackupList::followTheme()
{
    setPalette(m_theme.rowPalette());
    setFixedHeight(sizeHint().height());
    scheduleDelayedItemsLayout();
}

// Not the dialog's default button.
void BackupList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit wanted();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace flaskcards
