// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/logo.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

namespace holdline {

namespace {

constexpr int mostLogoSide = 4096; ///< pixels

bool isPng(const QByteArray& logo)
{
    return logo.startsWith("\x89PNG\r\n\x1a\n");
}

QImage pngLogo(const QByteArray& logo)
{
    QBuffer buffer;
    buffer.setData(logo);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    return size.isEmpty() || size.width() > mostLogoSide || size.height() > mostLogoSide ? QImage()
                                                                                         : reader.read();
}

/// A picture shows no file of the disk that is not named in the settings.
bool isWholeInItself(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("image"))
            continue;
        for (const QXmlStreamAttribute& attribute : reader.attributes())
            if (attribute.name() == QLatin1String("href") &&
                !attribute.value().startsWith(QLatin1String("data:")))
                return false;
    }
    return !reader.hasError();
}

bool load(QSvgRenderer& renderer, const QByteArray& logo)
{
    renderer.setFramesPerSecond(0); // it stands still
    return isWholeInItself(logo) && renderer.load(logo);
}

/// Its own size; empty when it cannot be drawn.
QSizeF ownSize(const QByteArray& logo)
{
    if (isPng(logo))
        return pngLogo(logo).size();
    QSvgRenderer renderer;
    return load(renderer, logo) ? renderer.viewBoxF().size() : QSizeF();
}

} // namespace

Result<Done> checkLogo(const QByteArray& logo)
{
    if (logo.isEmpty() || !ownSize(logo).isEmpty())
        return Done{};
    return Error{
        Error::Kind::Malformed,
        QStringLiteral("The logo that report.json names is no picture that can be drawn: PNG of at most %1 "
                       "pixels a side, or SVG without other files in it.")
            .arg(mostLogoSide)};
}

QSize logoSize(const QByteArray& logo, QSize most)
{
    const QSizeF size = logo.isEmpty() ? QSizeF() : ownSize(logo);
    return size.isEmpty() ? QSize() : size.scaled(most, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
}

void paintLogo(QPainter& painter, const QByteArray& logo, const QRect& rect)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (isPng(logo))
        painter.drawImage(rect, pngLogo(logo));
    else if (QSvgRenderer renderer; load(renderer, logo))
        renderer.render(&painter, rect);
    painter.restore();
}

} // namespace holdline
