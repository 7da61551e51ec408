// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/sheet.h"

#include "models/views/recordcarrier.h"
#include "widgets/report/steadyhashes.h"
#include "widgets/report/svgtext.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace holdline {

namespace {

constexpr int sheetPngQuality = 80; ///< as of pictures of the timeline
constexpr double sheetMargin = 10;  ///< millimetres
constexpr int sheetResolution = 1200;
constexpr int mostSheetPixels = 20000; ///< a side, after scaling

/// The paper, on its side where that makes the drawing larger, and longer where the drawing is higher than
/// it.
QPageLayout sheetPage(QSize drawing, Paper paper)
{
    const QPageSize given(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter);
    const bool isWide = drawing.width() > drawing.height();
    QSizeF page = given.size(QPageSize::Millimeter);
    if (isWide)
        page.transpose();
    const double needed =
        2 * sheetMargin + (page.width() - 2 * sheetMargin) * drawing.height() / drawing.width();
    const bool isLonger = !isWide && needed > page.height();
    const QPageSize size = isLonger ? QPageSize({page.width(), std::ceil(needed)}, QPageSize::Millimeter, {},
                                                QPageSize::ExactMatch)
                                    : given;
    return {size, isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(sheetMargin, sheetMargin, sheetMargin, sheetMargin), QPageLayout::Millimeter};
}

/// The sheet's units fill the page's width or its height, with its middle in the middle.
void fitOnto(QPainter& painter, QSize drawing)
{
    const QRectF page = painter.viewport();
    const double factor = std::min(page.width() / drawing.width(), page.height() / drawing.height());
    painter.translate(page.center() - QPointF(drawing.width(), drawing.height()) * factor / 2);
    painter.scale(factor, factor);
}

} // namespace

QSize Sheet::deviceSize() const
{
    return {static_cast<int>(std::lround(size.width() * scale)),
            static_cast<int>(std::lround(size.height() * scale))};
}

bool isPaintable(const Sheet& sheet)
{
    return std::max(sheet.deviceSize().width(), sheet.deviceSize().height()) <= mostSheetPixels;
}

QImage imageOf(const Sheet& sheet)
{
    QImage image(sheet.deviceSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    const int dotsPerMetre = static_cast<int>(std::lround(96 * sheet.scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QPainter painter(&image);
    sheet.paint(painter);
    return image;
}

QByteArray pngOf(const Sheet& sheet, const QByteArray& record)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(sheetPngQuality);
    writer.setText(QStringLiteral("Software"), sheet.info.creator);
    if (!writer.write(imageOf(sheet)) || record.isEmpty())
        return bytes;
    return pngWithRecord(bytes, record);
}

QByteArray svgOf(const Sheet& sheet, const QByteArray& record)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(sheet.deviceSize());
    generator.setViewBox(QRect(QPoint(0, 0), sheet.deviceSize()));
    const QString placeholder = QStringLiteral("Holdline"); // see svgPicture()
    generator.setTitle(placeholder);
    generator.setDescription(sheet.info.creator);
    QPainter painter(&generator);
    sheet.paint(painter);
    painter.end();
    buffer.close();
    bytes = withTitle(std::move(bytes), placeholder.toLatin1(), sheet.info.title);
    return record.isEmpty() ? bytes : svgWithRecord(bytes, record);
}

QByteArray pdfOf(const Sheet& sheet, Paper paper, const QByteArray& record)
{
    const SteadyHashes steady;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(sheetResolution);
    writer.setPageLayout(sheetPage(sheet.size, paper));
    writer.setDocumentXmpMetadata(xmpOf(sheet.info, record.isEmpty() ? QByteArray() : recordElement(record)));
    QPainter painter(&writer);
    fitOnto(painter, sheet.deviceSize());
    sheet.paint(painter);
    painter.end();
    buffer.close();
    return withInfo(bytes, sheet.info);
}

} // namespace holdline
