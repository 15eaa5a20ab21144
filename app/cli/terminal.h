// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFile>
#include <QTextStream>

#include <optional>

namespace flaskcards {

// Standard input, output and error as text. Every line is out before the next one is read.
class Terminal
{
public:
    Terminal();

    void line(const QString &text = {});
    void print(const QString &text); // without a line end
    void complain(const QString &text);
    int failed(const Error &error); // says it; returns exit status 1
    std::optional<QString> read();  // nothing at the end of input

private:
    QFile m_inFile;
    QTextStream m_in;
    QTextStream m_out;
    QTextStream m_err;
};

} // namespace flaskcards
