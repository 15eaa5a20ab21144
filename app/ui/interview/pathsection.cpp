// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/pathsection.h"

#include "library/words.h"
#include "ui/interview/pathdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/thinbar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

PathSection::PathSection(Library &library, const Theme &theme, QWidget *parent)
    : Panel(theme, parent, 24, 20), m_library(library)
{
    setObjectName(u"paths"_s);
    setTitle(tr("Learning paths"));
    auto *words = new Label(theme, TextRole::Small,
                            tr("Known: studied, and now recalled as surely as you want. Your own are made in "
                               "Browse: “Save as path …”."),
                            this);
    words->setColor(&Tokens::text2);
    words->setWordWrap(true);
    body()->addWidget(words);
}

void PathSection::refresh()
{
    const QString focused =
        m_rows && m_rows->isAncestorOf(focusWidget()) ? focusWidget()->objectName() : QString();
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, theme().px(8), 0, 0);
    column->setSpacing(theme().px(16));
    body()->addWidget(m_rows);
    const auto paths = studiedPaths(m_library);
    if (!paths || paths->isEmpty()) {
        auto *words =
            new Label(theme(), TextRole::Interface,
                      paths ? tr("This bank brings no paths.") : errorSentence(paths.error()), m_rows);
        words->setWordWrap(true);
        column->addWidget(words);
        return;
    }
    m_hasOwn = std::any_of(paths->cbegin(), paths->cend(),
                           [](const StudiedPath &studied) { return studied.isOwn(); });
    for (const StudiedPath &studied : *paths)
        addRow(studied);
    if (!focused.isEmpty()) {
        if (auto *again = m_rows->findChild<QWidget *>(focused))
            again->setFocus(Qt::OtherFocusReason);
    }
}

void PathSection::addRow(const StudiedPath &studied)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(16));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme().px(4));
    auto *title = new Label(theme(), TextRole::Finding, studied.path.title, m_rows);
    title->setObjectName(u"pathName"_s);
    title->setWordWrap(true);
    column->addWidget(title);
    if (!studied.path.description.isEmpty()) {
        auto *words = new Label(theme(), TextRole::Small, studied.path.description, m_rows);
        words->setColor(&Tokens::text2);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    auto *bar = new ThinBar(theme(), tr("Known of the path %1").arg(studied.path.title), 6, m_rows);
    bar->setShare(studied.there > 0 ? double(studied.known) / studied.there : 0);
    column->addWidget(bar);
    auto *line = new QBoxLayout(m_isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->addLayout(column, 1);
    line->addLayout(row);
    line->setSpacing(theme().px(m_isNarrow ? 8 : 16));
    auto *count = new Label(theme(), TextRole::Small,
                            tr("%1 of %2 known").arg(studied.known).arg(studied.there), m_rows);
    count->setObjectName(u"pathCount"_s);
    count->setColor(&Tokens::text2);
    count->setMinimumWidth(theme().px(100));
    count->setAlignment((m_isNarrow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    row->addWidget(count);

    const QList<QuestionId> next = studied.next.first(std::min<qsizetype>(nextOnPath, studied.next.size()));
    auto *study = new Button(theme(), Button::Look::Plain,
                             next.isEmpty() ? tr("All known") : tr("Study next %1").arg(next.size()), m_rows);
    study->setObjectName(u"studyPath-"_s + (studied.isOwn() ? studied.key : studied.path.title));
    study->setAccessibleDescription(studied.path.title);
    study->setEnabled(!next.isEmpty());
    study->setMinimumWidth(theme().px(132));
    row->addWidget(study);
    connect(study, &QAbstractButton::clicked, this,
            [this, plan = SessionPlan{.listed = next, .name = studied.path.title}] {
                emit studyRequested(plan);
            });
    auto *edit = new Button(theme(), Icon::Edit, tr("Edit the path %1").arg(studied.path.title), m_rows);
    edit->setObjectName(u"editPath-"_s + studied.key);
    QSizePolicy place = edit->sizePolicy();
    place.setRetainSizeWhenHidden(m_hasOwn); // the buttons stand below each other
    edit->setSizePolicy(place);
    edit->setVisible(studied.isOwn());
    row->addWidget(edit);
    connect(edit, &QAbstractButton::clicked, this, [this, studied] { open(studied); });
    row->addStretch(1);
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(line);
}

void PathSection::setNarrow(bool narrow)
{
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    refresh();
}

void PathSection::open(const StudiedPath &studied)
{
    auto *dialog = new PathDialog(m_library, theme(), studied.key, studied.path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace flaskcards
