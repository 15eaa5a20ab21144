// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/sounddevice.h"

#include <QCoreApplication>
#include <QFile>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace flaskcards {

std::unique_ptr<SoundDevice> openSoundModule()
{
    const QString path = QCoreApplication::applicationDirPath() + u"/flaskcards_sound.so"_s;
    if (!QFile::exists(path))
        return nullptr;
    QPluginLoader loader(path);
    auto *module = qobject_cast<SoundModule *>(loader.instance());
    if (!module) {
        qWarning("%s", qPrintable(loader.errorString()));
        return nullptr;
    }
    return module->open();
}

} // namespace flaskcards
