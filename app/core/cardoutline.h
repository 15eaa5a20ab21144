// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace flaskcards {

// One element of a list in a section.
struct ListItem {
    QString text; // first line without its marker
    QString rest; // further lines, their indentation removed
    int line = 0;

    bool operator==(const ListItem &) const = default;
};

// Where things stand in a card file. Lines count from 1.
struct CardOutline {
    struct HeaderLine {
        QString key;
        QString value;
        int line = 0;
    };
    struct Section {
        QString name;
        int line = 0;     // of the heading
        QString body;     // without blank lines at its ends
        int bodyLine = 0; // of the first line of body; the heading's if there is none
        QList<ListItem> items;
    };

    QStringList lines; // without their ends
    bool hasBom = false;
    bool endsWithNewline = false;
    int firstCarriageReturn = 0; // line; 0: none
    QList<HeaderLine> header;    // every key: value line
    bool hasHeader = false;
    QString title;
    QList<int> titleLines; // of every "# …" line, the title's first
    Section prompt;        // its name is empty
    QList<Section> sections;

    const HeaderLine *headerLine(QStringView key) const;
    const Section *section(QStringView name) const;
    int lineOfKey(QStringView key) const; // 1 if the header has no such key
};

// Sections of a card in their order.
const QStringList &sectionNames();

// Cuts the bytes of a card file into its parts and appends to `problems` what does not fit the form. Takes
// any bytes.
CardOutline outlineOf(const QString &file, const QByteArray &utf8, QList<Problem> *problems);

} // namespace flaskcards
