// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>

#include <algorithm>
#include <cmath>

namespace holdline {

/// Lengths on a device: all results are whole device pixels, and never less than one.
struct PixelGrid {
    double ratio = 1; ///< device pixels in one device-independent pixel

    [[nodiscard]] int px(double dip) const { return std::max(1, static_cast<int>(std::lround(dip * ratio))); }
    /// Thickness of hairlines, grid lines and wicks.
    [[nodiscard]] int line() const { return px(1); }
};

/// While it lives, the painter's unit is one device pixel and its origin lies on one, whatever the widget's
/// position and scale.
class DevicePixels final {
public:
    explicit DevicePixels(QPainter& painter) : m_painter(painter), m_before(painter.worldTransform())
    {
        const QTransform device = painter.deviceTransform();
        const QTransform rest = m_before.inverted() * device;
        const QTransform whole = QTransform::fromTranslate(std::round(device.dx()), std::round(device.dy()));
        painter.setWorldTransform(whole * rest.inverted());
    }
    ~DevicePixels() { m_painter.setWorldTransform(m_before); }
    Q_DISABLE_COPY_MOVE(DevicePixels)

private:
    QPainter& m_painter;
    QTransform m_before;
};

} // namespace holdline
