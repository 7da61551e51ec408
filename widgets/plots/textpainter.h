// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <QString>

#include <array>

class QPainter;

namespace holdline {

enum class TextRole { Annotation, AnnotationBold, Text, TextBold, Title };
inline constexpr std::size_t textRoleCount = 5;

/// Draws short texts, each laid out once and kept: a frame full of labels costs a few microseconds each.
/// Whole device pixels in, so that a text looks the same wherever it stands.
class TextPainter final {
public:
    /// Device pixels in one device-independent pixel; forgets what was laid out for another.
    void setRatio(double ratio);

    /// Advance in device pixels, rounded up.
    [[nodiscard]] int width(const QString& text, TextRole role);
    /// Height of a capital letter in device pixels: text is centred by it.
    [[nodiscard]] int capHeight(TextRole role);
    /// From the left end; returns where the text ends.
    int draw(QPainter& painter, int x, int baseline, const QString& text, TextRole role,
             const QColor& colour);
    /// The same with the capital letters centred on a height.
    int drawCentred(QPainter& painter, int x, int centre, const QString& text, TextRole role,
                    const QColor& colour);
    /// For words that are laid out elsewhere (textblock.h).
    [[nodiscard]] QFont font(TextRole role);
    /// Shortened with an ellipsis to a width; empty when not even that fits.
    [[nodiscard]] QString elided(const QString& text, TextRole role, int width);

private:
    struct Face {
        QFont font;
        QRawFont raw;
        int capHeight = 0;
        QHash<QString, QGlyphRun> runs;
        QHash<QString, int> widths;
    };
    Face& face(TextRole role);
    const QGlyphRun& run(Face& face, const QString& text);
    static QGlyphRun laidOut(const QRawFont& font, const QString& text);

    double m_ratio = 0;
    std::array<Face, textRoleCount> m_faces;
};

} // namespace holdline
