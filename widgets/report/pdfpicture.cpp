// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfpicture.h"

#include "models/views/recordcarrier.h"
#include "widgets/report/pdfinfo.h"
#include "widgets/report/picture.h"
#include "widgets/report/steadyhashes.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>

#include <algorithm>

namespace holdline {

namespace {

constexpr double pageMargin = 10; ///< millimetres
constexpr int pageResolution = 1200;

QString subjectOf(const View& view, const ViewData& data)
{
    QString subject = QStringLiteral("%1, %2, %3 to %4, as of %5")
                          .arg(data.instrumentTitle, data.venueTitle, toIso(view.range.from),
                               toIso(view.range.to), toIso(data.asOf));
    if (data.isReconstruction)
        subject += QStringLiteral("; a %1, not a record of a market").arg(data.statement);
    return subject;
}

PdfInfo infoOf(const View& view, const ViewData& data)
{
    const QString author = wordsOf(view, data).author;
    return {.title = pictureTitle(view, data),
            .author = author.isEmpty() ? QStringLiteral("Holdline") : author,
            .subject = subjectOf(view, data),
            .creator = QStringLiteral("Holdline " HOLDLINE_VERSION),
            .created = data.asOf};
}

void setUpPage(QPdfWriter& writer, QSize picture, Paper paper)
{
    const QPageSize size(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter);
    const bool isWide = picture.width() > picture.height();
    writer.setResolution(pageResolution);
    writer.setPageLayout(QPageLayout(size, isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
                                     QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin),
                                     QPageLayout::Millimeter));
}

/// The picture's units fill the page's width or its height, with its middle in the middle.
void fitOntoPage(QPainter& painter, QSize picture)
{
    const QRectF page = painter.viewport();
    const double factor = std::min(page.width() / picture.width(), page.height() / picture.height());
    painter.translate(page.center() - QPointF(picture.width(), picture.height()) * factor / 2);
    painter.scale(factor, factor);
}

} // namespace

QString toText(Paper paper)
{
    switch (paper) {
    case Paper::A4:
        return QStringLiteral("a4");
    case Paper::Letter:
        return QStringLiteral("letter");
    }
    return {};
}

std::optional<Paper> parsePaper(QStringView name)
{
    for (const Paper paper : {Paper::A4, Paper::Letter})
        if (name == toText(paper))
            return paper;
    return std::nullopt;
}

QByteArray pdfPicture(const View& view, const ViewData& data, Paper paper, const QByteArray& record)
{
    const SteadyHashes steady;
    const PdfInfo info = infoOf(view, data);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    setUpPage(writer, pictureSize(view), paper);
    writer.setDocumentXmpMetadata(xmpOf(info, record.isEmpty() ? QByteArray() : recordElement(record)));
    QPainter painter(&writer);
    fitOntoPage(painter, pictureSize(view));
    paintPicture(painter, view, data);
    painter.end();
    buffer.close();
    return withInfo(bytes, info);
}

} // namespace holdline
