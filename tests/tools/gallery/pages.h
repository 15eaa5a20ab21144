// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

namespace flaskcards {

class Theme;

QStringList galleryPages();

// A page by name, or "all" below each other; `width` in pixels.
std::unique_ptr<QWidget> makeGalleryPage(const QString &name, const Theme &theme, int width);

// Gives the keyboard focus to the button that shows the ring.
void focusSample(QWidget &page);

} // namespace flaskcards
