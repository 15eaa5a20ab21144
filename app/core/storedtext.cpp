// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storedtext.h"

#include <QStringConverter>

namespace flaskcards {

namespace {

constexpr auto asItStands = QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom;

}

bool isSoundText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, asItStands);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar(0));
}

QString mendedText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, asItStands);
    QString text = decoder.decode(bytes);
    return text.remove(QChar(0));
}

} // namespace flaskcards
