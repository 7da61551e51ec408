// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/picture.h"

#include "models/views/recordcarrier.h"
#include "widgets/plots/timelinepainter.h"
#include "widgets/report/frame.h"
#include "widgets/report/svgtext.h"
#include "widgets/tools/toolcatalog.h"

#include <QBuffer>
#include <QFontInfo>
#include <QImageWriter>
#include <QSvgGenerator>

#include <cmath>

namespace holdline {

namespace {

constexpr double headerHeight = 45; ///< device-independent px
constexpr double footerLine = 16;
constexpr double footerAir = 14;
constexpr int pngQuality = 80; ///< loses nothing; half the time of the best compression, a third more bytes

void paintSurround(const Canvas& canvas, const PictureFrame& frame, const QStringList& lines, int top,
                   int bottom)
{
    const QRect whole = canvas.clip;
    const Theme& theme = canvas.inks.theme;
    const int line = canvas.grid.line();
    const QRect footer(0, whole.height() - bottom, whole.width(), bottom);
    canvas.fill(whole, theme.background);
    canvas.fill(QRect(0, 0, whole.width(), top), theme.panel);
    canvas.fill(footer, theme.panel);
    paintHeader(canvas, frame, QRect(0, 0, whole.width(), top - line));
    paintFooter(canvas, frame, lines, footer);
    canvas.fill(QRect(0, top - line, whole.width(), line), theme.hairline);
    canvas.fill(QRect(0, footer.top(), whole.width(), line), theme.hairline);
}

} // namespace

QSize pictureSize(const View& view)
{
    return {static_cast<int>(std::lround(view.size.width() * view.scale)),
            static_cast<int>(std::lround(view.size.height() * view.scale))};
}

QString pictureTitle(const View& view, const ViewData& data)
{
    return view.title.isEmpty() ? data.instrumentTitle : view.title;
}

void paintPicture(QPainter& painter, const View& view, const ViewData& data)
{
    const QRect whole(QPoint(0, 0), pictureSize(view));
    const PixelGrid grid{view.scale};
    TimelinePainter timeline(themeByName(view.theme));
    timeline.setDrawingLayout(layOutDrawing);
    const Inks inks = inksOf(timeline.theme());
    TextPainter text;
    text.setRatio(view.scale);
    const PictureFrame frame = frameOf(view, data);
    const QStringList lines = wrappedNotes(frame, text, whole.width() - 2 * grid.px(14));
    const int top = grid.px(headerHeight);
    const int bottom = grid.px(footerAir + footerLine * static_cast<double>(lines.size() + 1));
    paintSurround({painter, text, inks, grid, whole}, frame, lines, top, bottom);
    const QSize middle(whole.width(), std::max(1, whole.height() - top - bottom));
    const TimelineLayout layout = timeline.layOut(view, data, middle, view.scale);
    painter.translate(0, top);
    timeline.paint(painter, layout, view, data, layout.whole);
}

QImage paintPicture(const View& view, const ViewData& data)
{
    QImage image(pictureSize(view), QImage::Format_RGB32);
    const int dotsPerMetre = static_cast<int>(std::lround(96 * view.scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QPainter painter(&image);
    paintPicture(painter, view, data);
    return image;
}

QByteArray pngPicture(const View& view, const ViewData& data, const QByteArray& record)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(pngQuality);
    writer.setText(QStringLiteral("Software"), QStringLiteral("Holdline " HOLDLINE_VERSION));
    if (!writer.write(paintPicture(view, data)) || record.isEmpty())
        return bytes;
    return pngWithRecord(bytes, record);
}

QByteArray svgPicture(const View& view, const ViewData& data, const QByteArray& record)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(pictureSize(view));
    generator.setViewBox(QRect(QPoint(0, 0), pictureSize(view)));
    // Some versions of Qt write a title as it is, others escape it.
    const QString placeholder = QStringLiteral("Holdline");
    generator.setTitle(placeholder);
    generator.setDescription(QStringLiteral("Holdline " HOLDLINE_VERSION));
    QPainter painter(&generator);
    paintPicture(painter, view, data);
    painter.end();
    buffer.close();
    bytes = withTitle(std::move(bytes), placeholder.toLatin1(), pictureTitle(view, data));
    return record.isEmpty() ? bytes : svgWithRecord(bytes, record);
}

QString fontNotice()
{
    const QFont font = themeFont(TextSize::Text);
    return QFontInfo(font).family() == font.family()
               ? QString()
               : QStringLiteral("The font %1 is not installed (Debian: fonts-roboto); %2 stands in for it.")
                     .arg(font.family(), QFontInfo(font).family());
}

} // namespace holdline
