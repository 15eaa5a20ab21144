// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/exportcharts.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QWidget>

#include <functional>

namespace flaskcards {

namespace {

using Writing = std::function<bool(QIODevice &)>;

Result<void> saved(const QString &path, const Writing &write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.commit())
        return Error{ErrorCode::Io, path};
    return {};
}

constexpr int margin = 24; // pixels around the widget

QSize pageSize(const QWidget &widget)
{
    return widget.size() + QSize(2 * margin, 2 * margin);
}

void render(QWidget &widget, QPainter &painter)
{
    painter.fillRect(QRect(QPoint(), pageSize(widget)), widget.palette().window());
    widget.render(&painter, {margin, margin}, {}, QWidget::DrawChildren);
}

} // namespace

Result<void> saveAsPdf(QWidget &widget, const QString &path)
{
    return saved(path, [&](QIODevice &device) {
        constexpr int pixelsPerInch = 96;
        QPdfWriter pdf(&device);
        pdf.setResolution(pixelsPerInch);
        pdf.setPageSize(QPageSize(QSizeF(pageSize(widget)) * 72 / pixelsPerInch, QPageSize::Point));
        pdf.setPageMargins(QMarginsF());
        pdf.setTitle(widget.accessibleName());
        QPainter painter(&pdf);
        render(widget, painter);
        return painter.end();
    });
}

Result<void> saveAsPng(QWidget &widget, const QString &path)
{
    return saved(path, [&](QIODevice &device) {
        constexpr int scale = 2;
        QImage image(pageSize(widget) * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        QPainter painter(&image);
        render(widget, painter);
        painter.end();
        return image.save(&device, "PNG");
    });
}

Result<void> saveBytes(const QByteArray &bytes, const QString &path)
{
    return saved(path, [&](QIODevice &device) { return device.write(bytes) == bytes.size(); });
}

} // namespace flaskcards
