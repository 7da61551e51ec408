// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/textpainter.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr int mostKept = 2000; ///< texts a face; crosshair values come and go

QFont fontOf(TextRole role, double ratio)
{
    switch (role) {
    case TextRole::Annotation:
        return themeFont(TextSize::Annotation, ratio);
    case TextRole::AnnotationBold:
        return themeFont(TextSize::Annotation, ratio, true);
    case TextRole::Text:
        return themeFont(TextSize::Text, ratio);
    case TextRole::TextBold:
        return themeFont(TextSize::Text, ratio, true);
    case TextRole::Title:
        return themeFont(TextSize::Title, ratio, true);
    }
    return {};
}

/// Vector files keep text as text; there and for letters the face lacks, Qt lays out and substitutes.
bool needsQt(const QPainter& painter, const QGlyphRun& run)
{
    return run.isEmpty() || painter.paintEngine()->type() != QPaintEngine::Raster;
}

/// Whether each character is one glyph, from left to right.
bool isPlain(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const auto direction = c.direction();
        return c.isMark() || c.isSurrogate() || c.category() == QChar::Other_Format ||
               direction == QChar::DirR || direction == QChar::DirAL;
    });
}

/// Qt joins letters (fi) unless they are spaced, be it by nothing, and who searches a page for them would not
/// find them.
QFont unjoined(QFont font)
{
    font.setLetterSpacing(QFont::PercentageSpacing, 100);
    return font;
}

} // namespace

void TextPainter::setRatio(double ratio)
{
    if (ratio == m_ratio)
        return;
    m_ratio = ratio;
    m_faces = {};
}

TextPainter::Face& TextPainter::face(TextRole role)
{
    Face& face = m_faces[static_cast<std::size_t>(role)];
    if (!face.raw.isValid()) {
        face.font = fontOf(role, m_ratio);
        face.raw = QRawFont::fromFont(face.font);
        face.capHeight = static_cast<int>(std::lround(face.raw.capHeight()));
    }
    return face;
}

QGlyphRun TextPainter::laidOut(const QRawFont& font, const QString& text)
{
    if (!isPlain(text))
        return {};
    const auto glyphs = font.glyphIndexesForString(text);
    const bool isComplete = glyphs.size() == text.size() && !glyphs.contains(0U);
    if (!isComplete)
        return {};
    const auto advances = font.advancesForGlyphIndexes(glyphs, QRawFont::KernedAdvances);
    QVector<QPointF> positions;
    positions.reserve(glyphs.size());
    QPointF at;
    for (const QPointF& advance : advances) {
        positions.append(at);
        at += advance;
    }
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    run.setBoundingRect(QRectF(0, 0, at.x(), 1));
    return run;
}

const QGlyphRun& TextPainter::run(Face& face, const QString& text)
{
    const auto found = face.runs.constFind(text);
    if (found != face.runs.constEnd())
        return *found;
    if (face.runs.size() >= mostKept) {
        face.runs.clear();
        face.widths.clear();
    }
    const QGlyphRun run = laidOut(face.raw, text);
    const double width =
        run.isEmpty() ? QFontMetricsF(face.font).horizontalAdvance(text) : run.boundingRect().width();
    face.widths.insert(text, static_cast<int>(std::ceil(width)));
    return *face.runs.insert(text, run);
}

int TextPainter::width(const QString& text, TextRole role)
{
    Face& face = this->face(role);
    run(face, text);
    return face.widths.value(text);
}

int TextPainter::capHeight(TextRole role)
{
    return face(role).capHeight;
}

int TextPainter::draw(QPainter& painter, int x, int baseline, const QString& text, TextRole role,
                      const QColor& colour)
{
    if (text.isEmpty())
        return x;
    Face& face = this->face(role);
    const QGlyphRun& run = this->run(face, text);
    painter.setPen(colour);
    if (needsQt(painter, run)) {
        painter.setFont(unjoined(face.font));
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QPoint(x, baseline), text);
    } else {
        painter.drawGlyphRun(QPointF(x, baseline), run);
    }
    return x + face.widths.value(text);
}

int TextPainter::drawCentred(QPainter& painter, int x, int centre, const QString& text, TextRole role,
                             const QColor& colour)
{
    return draw(painter, x, centre + (capHeight(role) + 1) / 2, text, role, colour);
}

QFont TextPainter::font(TextRole role)
{
    return unjoined(face(role).font);
}

QString TextPainter::elided(const QString& text, TextRole role, int width)
{
    if (this->width(text, role) <= width)
        return text;
    return QFontMetricsF(face(role).font).elidedText(text, Qt::ElideRight, width);
}

} // namespace holdline
