// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportpdf.h"

#include "models/views/picturewords.h"
#include "models/views/recordcarrier.h"
#include "widgets/report/pdfinfo.h"
#include "widgets/report/reportpages.h"
#include "widgets/report/steadyhashes.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>

namespace holdline {

namespace {

constexpr int reportResolution = 1200;

PdfInfo reportInfo(const ReportContent& content, const QString& title)
{
    QString subject =
        QStringLiteral("%1, %2, %3 to %4, as of %5")
            .arg(content.data.instrumentTitle, content.data.venueTitle, toIso(content.view.range.from),
                 toIso(content.view.range.to), toIso(content.data.asOf));
    if (content.data.isReconstruction)
        subject += QStringLiteral("; a %1, not a record of a market").arg(content.data.statement);
    const QString author = wordsOf(content.view, content.data).author;
    return {.title = title,
            .author = author.isEmpty() ? QStringLiteral("Holdline") : author,
            .subject = subject,
            .creator = QStringLiteral("Holdline " HOLDLINE_VERSION),
            .created = content.data.asOf};
}

void setUpReportPage(QPdfWriter& writer, const ReportTemplate& pattern)
{
    const QPageSize size(pattern.page == QStringLiteral("letter") ? QPageSize::Letter : QPageSize::A4);
    writer.setResolution(reportResolution);
    writer.setPageLayout(QPageLayout(
        size, pattern.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
}

} // namespace

QByteArray reportPdf(const ReportContent& content, const QByteArray& record)
{
    const SteadyHashes steady;
    ReportPages pages(content);
    const PdfInfo info = reportInfo(content, pages.title());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    setUpReportPage(writer, content.pattern);
    writer.setDocumentXmpMetadata(xmpOf(info, record.isEmpty() ? QByteArray() : recordElement(record)));
    QPainter painter(&writer);
    const double factor = double(writer.width()) / pages.size().width();
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.scale(factor, factor);
        pages.paint(painter, page);
        painter.restore();
    }
    painter.end();
    buffer.close();
    return withInfo(bytes, info, pages.bookmarks());
}

} // namespace holdline
