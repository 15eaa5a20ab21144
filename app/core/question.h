// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace flaskcards {

enum class Level { Basic, Intermediate, Advanced };
enum class Kind { Concept, Comparison, HowTo, Coding, Mcq, BugHunt, CodeChallenge, Design };

// Whose words a question is in: the bank's; the bank's question in the person's; the person's own.
enum class Origin { Bank = 0, Edited = 1, Own = 2 };

// One choice of a multiple-choice question; texts are Markdown.
struct Option {
    QString text;
    QString reason; // why it is right or wrong
    bool right = false;

    bool operator==(const Option &) const = default;
};

// Content: one card file of the bank. Texts are Markdown as written.
struct Question {
    QString slug;  // file name without .md; never changes
    QString topic; // folder name, one of topics()
    Level level = Level::Basic;
    Kind kind = Kind::Concept;
    QStringList tags;
    QStringList sources;   // rows of published lists that ask this, like 000-8
    QStringList followUps; // slugs
    QStringList related;   // slugs
    QStringList after;     // slugs to be learned first
    QStringList aliases;   // slugs this question had before
    QString since;         // Flask version from which it holds; empty: any
    QString until;
    QStringList checked; // Flask versions its code ran on
    QString reviewed;    // ISO date

    QString title;
    QString prompt; // text and code that belong to the question, may be empty
    QList<Option> options;
    QString answer;
    QStringList keyPoints;
    QString explanation;
    QString example;
    QString whyAsked;
    QStringList mistakes;
    QStringList references;

    bool operator==(const Question &) const = default;
};

// The 25 topics in teaching order.
const QStringList &topics();

// Words of the card format, e.g. "intermediate", "bug-hunt"; *ok is false for an unknown word.
QString levelWord(Level level);
QString kindWord(Kind kind);
Level levelFromWord(QStringView word, bool *ok);
Kind kindFromWord(QStringView word, bool *ok);

// Names of a person's own questions start so; those of the bank must not.
bool isOwnSlug(QStringView slug);

// In how many published lists (000 … 004) the question is asked.
int askedCount(const Question &question);

} // namespace flaskcards
