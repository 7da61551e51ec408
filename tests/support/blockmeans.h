// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace holdline::testing {

/// How far two pictures are apart where squares of eight pixels are averaged, so that the edges of letters
/// and lines, which each renderer smooths in its own way, count for little. In shades, 0 to 255.
struct BlockDistance {
    int most = 255; ///< of any square and colour
    double mean = 255;
};

inline BlockDistance blockDistance(const QImage& one, const QImage& other)
{
    if (one.isNull() || one.size() != other.size())
        return {};
    const QSize small((one.width() + 7) / 8, (one.height() + 7) / 8);
    const auto shrunk = [&](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = shrunk(one);
    const QImage b = shrunk(other);
    BlockDistance distance{0, 0};
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int apart = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                        std::abs(qBlue(p) - qBlue(q))});
            distance.most = std::max(distance.most, apart);
            distance.mean += apart;
        }
    }
    distance.mean /= double(small.width()) * small.height();
    return distance;
}

} // namespace holdline::testing
