// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candledialects.h"
#include "models/imports/candlereader.h"

namespace holdline {

namespace {

/// Their address, or another title.
bool isTitle(const FileHead::Line& line)
{
    return line.fields.size() == 1 || line.text.startsWith("http") || line.text.startsWith('#');
}

CandleLayout downloadLayoutOf(const FileHead& head)
{
    return layoutByNames(head.lines[1].fields, head.separator, head.lines[1].number);
}

bool recognisesCryptoDataDownload(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines && head.lines.size() > 1 && isTitle(head.lines[0]) &&
           downloadLayoutOf(head).isComplete();
}

/// The rows tell the symbol; the venue stands in the file's name only: `Binance_BTCUSDT_1h.csv`.
QString venueByName(const QString& fileName)
{
    const QString first = fileName.section(QLatin1Char('_'), 0, 0).toLower();
    static const QStringList venues{
        QStringLiteral("binance"),  QStringLiteral("bitstamp"), QStringLiteral("bitfinex"),
        QStringLiteral("coinbase"), QStringLiteral("gemini"),   QStringLiteral("kraken"),
        QStringLiteral("okx"),      QStringLiteral("bybit"),    QStringLiteral("bitmex")};
    return fileName.contains(QLatin1Char('_')) && venues.contains(first) ? first : QString();
}

Result<Done> readCryptoDataDownload(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const FileHead& head = file.head();
    const QString venue = venueByName(head.fileName);
    const QString symbol = head.fileName.section(QLatin1Char('_'), 1, 1);
    return readCandles(file, options, sink, downloadLayoutOf(head),
                       venue.isEmpty() ? QString() : instrumentAt(venue, symbol), venue);
}

} // namespace

ImportDialect cryptoDataDownloadDialect()
{
    return {.name = QStringLiteral("CryptoDataDownload"),
            .kind = QStringLiteral("candles"),
            .recognises = recognisesCryptoDataDownload,
            .read = readCryptoDataDownload};
}

} // namespace holdline
