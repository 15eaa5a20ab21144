// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/questionmodel.h"

#include "library/words.h"
#include "ui/cardtext/markup.h"
#include "ui/icons.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qsizetype longestTitle = 500; // characters; no column is so wide

// Rows with what they are sorted by, computed once.
template <typename Key>
struct Keyed {
    Key key;
    QuestionFacts question;
};

template <typename Key>
QList<QuestionFacts> sorted(std::vector<Keyed<Key>> &rows, Qt::SortOrder order)
{
    std::stable_sort(rows.begin(), rows.end(), [order](const Keyed<Key> &a, const Keyed<Key> &b) {
        return order == Qt::AscendingOrder ? a.key < b.key : b.key < a.key;
    });
    QList<QuestionFacts> result;
    result.reserve(qsizetype(rows.size()));
    for (Keyed<Key> &row : rows)
        result.append(std::move(row.question));
    return result;
}

} // namespace

QString originWord(Origin origin)
{
    switch (origin) {
    case Origin::Bank:
        return {};
    case Origin::Edited:
        return QuestionModel::tr("edited");
    case Origin::Own:
        return QuestionModel::tr("own");
    }
    return {};
}

QString tagWords(const QStringList &tags)
{
    return tags.isEmpty() ? QString() : u'#' + tags.join(u" #"_s);
}

QuestionModel::QuestionModel(const Library &library, const Catalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent), m_library(library), m_catalogue(catalogue)
{
}

void QuestionModel::setResult(const QList<QuestionFacts> &found, const QStringList &words)
{
    m_found = found;
    m_words = words;
    m_hitPlaces.clear();
    QList<QuestionFacts> rows = inOrder();
    if (!rows.isEmpty() && hasSameRows(rows)) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool QuestionModel::hasSameRows(const QList<QuestionFacts> &rows) const
{
    return std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                      [](const QuestionFacts &a, const QuestionFacts &b) { return a.id == b.id; });
}

int QuestionModel::rowOf(QuestionId id) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                  [id](const QuestionFacts &question) { return question.id == id; });
    return row == m_rows.cend() ? -1 : int(row - m_rows.cbegin());
}

QString QuestionModel::plainTitle(const QuestionFacts &question) const
{
    auto title = m_plainTitles.constFind(question.title);
    if (title == m_plainTitles.cend())
        title = m_plainTitles.insert(question.title, plainText(question.title.left(longestTitle)));
    return *title;
}

int QuestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QuestionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QuestionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuestionFacts &question = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(question, index.column());
    case Qt::AccessibleTextRole:
        return spoken(question, index.column());
    case Qt::ToolTipRole:
        return toolTip(question, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == RecallColumn ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        return sortKey(question, index.column());
    case FlagRole:
        return question.card.flag;
    case NoteRole:
        return index.column() == QuestionColumn ? note(question) : QString();
    default:
        return {};
    }
}

QString QuestionModel::text(const QuestionFacts &question, int column) const
{
    switch (column) {
    case QuestionColumn:
        return plainTitle(question);
    case TopicColumn:
        return topicName(question.topic);
    case RecallColumn: {
        const auto recall = m_catalogue.recall(question);
        return recall ? percentWords(*recall) : tr("new", "recall of a question not studied yet");
    }
    default:
        return {};
    }
}

// Flags are shown as shapes and notes as small print; this says them.
QString QuestionModel::spoken(const QuestionFacts &question, int column) const
{
    if (column == FlagColumn)
        return question.card.flag > 0 ? tr("%1 flag").arg(flagName(question.card.flag)) : tr("No flag");
    const QString words = text(question, column);
    const QString small = column == QuestionColumn ? note(question) : QString();
    return small.isEmpty() ? words : words + u", "_s + small;
}

QVariant QuestionModel::toolTip(const QuestionFacts &question, int column) const
{
    if (column == FlagColumn)
        return question.card.flag > 0 ? flagName(question.card.flag) : QVariant();
    if (column == RecallColumn)
        return historyWords(question.card, m_catalogue.recall(question), m_library.now());
    return text(question, column);
}

QVariant QuestionModel::sortKey(const QuestionFacts &question, int column) const
{
    if (column == FlagColumn)
        return question.card.flag;
    if (column != RecallColumn)
        return text(question, column);
    const auto recall = m_catalogue.recall(question);
    return recall ? QVariant(*recall) : QVariant();
}

QString QuestionModel::note(const QuestionFacts &question) const
{
    QStringList notes;
    notes.append(originWord(question.origin));
    if (question.card.suspended)
        notes.append(tr("suspended"));
    else if (question.card.buriedUntilDay > m_library.today())
        notes.append(tr("buried"));
    notes.append(hitPlace(question));
    notes.append(tagWords(question.ownTags)); // last: they may be many
    notes.removeAll(QString());
    return notes.join(u" · "_s);
}

QString QuestionModel::hitPlace(const QuestionFacts &question) const
{
    if (m_words.isEmpty())
        return {};
    if (const auto known = m_hitPlaces.constFind(question.id); known != m_hitPlaces.cend())
        return *known;
    const auto place = placeOfHit(m_library, question, m_words);
    const auto words = [&]() -> QString {
        switch (place ? *place : SearchPlace::Title) {
        case SearchPlace::Title:
            return {};
        case SearchPlace::Answer:
            return tr("in the answer");
        case SearchPlace::KeyPoints:
            return tr("in the key points");
        case SearchPlace::Text:
            return tr("in the explanation");
        case SearchPlace::Code:
            return tr("in the code");
        case SearchPlace::Tags:
            return tr("in the tags");
        }
        return {};
    };
    return *m_hitPlaces.insert(question.id, words());
}

QVariant QuestionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == RecallColumn ? Qt::AlignRight : Qt::AlignLeft));
    const QString names[] = {tr("Flag"), tr("Question"), tr("Topic"), tr("Recall")};
    if (role == Qt::AccessibleTextRole)
        return names[section];
    if (role == Qt::DisplayRole)
        return section == FlagColumn ? QString() : names[section];
    if (role == Qt::ToolTipRole)
        return section == RecallColumn ? tr("How likely you would recall it now; click to sort")
                                       : tr("%1; click to sort").arg(names[section]);
    return {};
}

void QuestionModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<QuestionId> ids;
    for (const QModelIndex &index : before)
        ids.append(m_rows.at(index.row()).id);
    m_sortColumn = column < ColumnCount ? column : -1;
    m_sortOrder = order;
    m_rows = inOrder();
    QHash<QuestionId, int> places;
    for (int row = 0; row < m_rows.size(); ++row)
        places.insert(m_rows.at(row).id, row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(places.value(ids.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

// New questions have no recall: they stand behind the others in both directions. So do those without a flag.
QList<QuestionFacts> QuestionModel::inOrder() const
{
    if (m_sortColumn < 0)
        return m_found;
    if (m_sortColumn == QuestionColumn || m_sortColumn == TopicColumn) {
        QCollator collator;
        collator.setNumericMode(true);
        std::vector<Keyed<QCollatorSortKey>> rows;
        for (const QuestionFacts &question : m_found)
            rows.push_back({collator.sortKey(text(question, m_sortColumn)), question});
        return sorted(rows, m_sortOrder);
    }
    std::vector<Keyed<double>> rows;
    QList<QuestionFacts> last;
    for (const QuestionFacts &question : m_found) {
        const QVariant key = sortKey(question, m_sortColumn);
        if (key.isNull() || (m_sortColumn == FlagColumn && key.toInt() == 0))
            last.append(question);
        else
            rows.push_back({key.toDouble(), question});
    }
    return sorted(rows, m_sortOrder) + last;
}

} // namespace flaskcards
