// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/markup.h"
#include "ui/theme.h"

#include <QTextCharFormat>

#include <functional>
#include <memory>

class QPainter;
class QTextCursor;
class QTextDocument;

namespace flaskcards {

// Where a text contains what is searched for: (start, length) pairs to be marked.
using HitFinder = std::function<QList<QPair<int, int>>(const QString &text)>;

struct TextLook {
    TextRole role = TextRole::Reading;
    QColor Tokens::*color = &Tokens::text;
    bool tintsCode = true; // inline code on `sunken`; off on coloured ground
    HitFinder hits = {};
};

// Builds the document in the colours and sizes of the theme as it is now. Lines have the height of the role.
void fillDocument(QTextDocument &document, const QList<MarkupStep> &steps, const Theme &theme,
                  const TextLook &look);

// What lies under the text: rounded boxes of inline code and hits, bars of quotes. Call before drawing the
// text itself, with the painter at the document's origin.
void paintGround(QPainter &painter, const QTextDocument &document, const Theme &theme);

// Inserts code so that a font's ligatures do not join its signs: one has to see what one types.
void insertCode(QTextCursor &cursor, const QString &text, QTextCharFormat format);

// The selection without the thin spaces that pad inline code.
QString selectedText(const QTextCursor &selection);

// How far up to move text so that it stands in the middle of its lines; a fixed line height puts it lower.
double lift(const Theme &theme, TextRole role);

// A document that is painted by its owner: option, key point, link row.
class PaintedText
{
public:
    explicit PaintedText(const Theme &theme);
    ~PaintedText();

    void set(const QList<MarkupStep> &steps, const TextLook &look);
    void setHits(const HitFinder &hits);
    int heightForWidth(int width) const;
    void paint(QPainter &painter, QPointF at, int width) const;
    QString plain() const { return plainText(m_steps); }
    // After a theme change.
    void rebuild();

private:
    const Theme &m_theme;
    QList<MarkupStep> m_steps;
    TextLook m_look;
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace flaskcards
