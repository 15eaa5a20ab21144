// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/preferences.h"
#include "ui/theme.h"

namespace flaskcards {

inline Theme::Mode themeMode(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Theme::Mode::Light;
    case ThemeChoice::Dark:
        return Theme::Mode::Dark;
    case ThemeChoice::System:
        break;
    }
    return Theme::Mode::System;
}

} // namespace flaskcards
