// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/picture.h"

#include "models/views/recordcarrier.h"
#include "widgets/plots/timelinearrangement.h"
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

constexpr double footerLine = 16; ///< device-independent px
constexpr double footerAir = 14;
constexpr double captionAir = 10; ///< above it
constexpr int pngQuality = 80; ///< loses nothing; half the time of the best compression, a third more bytes

/// What stands around the timeline.
struct Surround {
    PictureFrame frame;
    TextBlock caption;
    QStringList lines; ///< of notes
    int top = 0;       ///< height of the header, device px
    int captionHeight = 0;
    int bottom = 0; ///< of all below the timeline
};

Surround surroundOf(const View& view, const ViewData& data, TextPainter& text, int width)
{
    const PixelGrid grid{view.scale};
    Surround surround{.frame = frameOf(view, data), .caption = {}, .lines = {}};
    const int room = width - 2 * grid.px(lengths::margin);
    surround.caption = captionOf(surround.frame, text, grid, room);
    surround.lines = wrappedNotes(surround.frame, text, room);
    surround.top = headerHeight(surround.frame, grid);
    if (!surround.caption.isEmpty())
        surround.captionHeight = grid.px(captionAir) + surround.caption.size().height();
    surround.bottom = surround.captionHeight +
                      grid.px(footerAir + footerLine * static_cast<double>(surround.lines.size() + 1));
    return surround;
}

void paintSurround(const Canvas& canvas, const Surround& surround)
{
    const auto& [frame, caption, lines, top, captionHeight, bottom] = surround;
    const QRect whole = canvas.clip;
    const Theme& theme = canvas.inks.theme;
    const int line = canvas.grid.line();
    const QRect footer(0, whole.height() - bottom, whole.width(), bottom);
    canvas.fill(whole, theme.background);
    canvas.fill(QRect(0, 0, whole.width(), top), theme.panel);
    canvas.fill(footer, theme.panel);
    paintHeader(canvas, frame, QRect(0, 0, whole.width(), top - line));
    const int margin = canvas.grid.px(lengths::margin);
    caption.draw(canvas.painter, footer.topLeft() + QPoint(margin, canvas.grid.px(captionAir)),
                 whole.width() - 2 * margin, theme.text);
    paintFooter(canvas, frame, lines, footer.adjusted(0, captionHeight, 0, 0));
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
    const QString title = wordsOf(view, data).title;
    return title.isEmpty() ? data.instrumentTitle : title;
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
    const Surround surround = surroundOf(view, data, text, whole.width());
    paintSurround({painter, text, inks, grid, whole}, surround);
    const QSize middle(whole.width(), std::max(1, whole.height() - surround.top - surround.bottom));
    const TimelineLayout layout = timeline.layOut(view, data, middle, view.scale);
    painter.translate(0, surround.top);
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
    if (const QString author = wordsOf(view, data).author; !author.isEmpty())
        writer.setText(QStringLiteral("Author"), author);
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
    const QString maker = QStringLiteral("Holdline " HOLDLINE_VERSION);
    generator.setDescription(maker);
    QPainter painter(&generator);
    paintPicture(painter, view, data);
    painter.end();
    buffer.close();
    bytes = withTitle(std::move(bytes), placeholder.toLatin1(), pictureTitle(view, data));
    if (const QString author = wordsOf(view, data).author; !author.isEmpty())
        bytes = withAuthor(std::move(bytes), maker.toLatin1(), author);
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
