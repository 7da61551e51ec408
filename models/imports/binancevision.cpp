// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candledialects.h"
#include "models/imports/candlereader.h"
#include "models/imports/filetime.h"

#include <QRegularExpression>

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t visionColumns = 12;

bool isEpoch(const QByteArray& text)
{
    const bool isDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isDigits && (text.size() == 13 || text.size() == 16);
}

bool isBinanceRow(const FileHead::Line& line)
{
    return line.fields.size() == visionColumns && isEpoch(line.fields[0]) && isEpoch(line.fields[6]) &&
           line.fields[0].size() == line.fields[6].size();
}

bool hasHeader(const FileHead& head)
{
    return head.columns.size() == visionColumns && head.columnNamed({"open_time", "open_time_ms"}) == 0 &&
           head.columnNamed({"close_time", "close_time_ms"}) == 6;
}

bool recognisesBinanceVision(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines && (hasHeader(head) || isBinanceRow(head.lines.front()));
}

/// `BTCUSDT-1m-2025-01` names spot, unless it lies in a folder of futures.
QString instrumentByName(const FileHead& head)
{
    static const QRegularExpression name(QStringLiteral(
        "^([A-Z0-9]+(?:_PERP)?)-(?:\\d+(?:s|m|h|d|w|mo|M))-\\d{4}-\\d{2}(?:-\\d{2})?(?:\\.|$)"));
    const auto match = name.match(head.fileName);
    if (!match.hasMatch())
        return {};
    const QString venue = head.folder.contains(QStringLiteral("futures")) ? QStringLiteral("binance-futures:")
                                                                          : QStringLiteral("binance:");
    return venue + match.captured(1);
}

Result<Done> readBinanceVision(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    using enum CandleColumn;
    const FileHead& head = file.head();
    const qint64 firstLine = head.lines.front().number + (hasHeader(head) ? 1 : 0);
    const CandleLayout layout{head.separator,
                              firstLine,
                              {Time, Open, High, Low, Close, Volume, CloseTime, QuoteVolume, Trades, Ignored,
                               TakerBuyQuote, Ignored}};
    return readCandles(file, options, sink, layout, instrumentByName(head));
}

} // namespace

ImportDialect binanceVisionDialect()
{
    return {.name = QStringLiteral("Binance Vision"),
            .kind = QStringLiteral("candles"),
            .recognises = recognisesBinanceVision,
            .read = readBinanceVision};
}

} // namespace holdline
