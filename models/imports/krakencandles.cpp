// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candledialects.h"
#include "models/imports/candlereader.h"
#include "models/market/amount.h"

#include <algorithm>

namespace holdline {

namespace {

bool isWhole(const QByteArray& text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isKrakenRow(const FileHead::Line& line)
{
    const auto& fields = line.fields;
    if ((fields.size() != 7 && fields.size() != 8) || fields[0].size() != 10 || !isWhole(fields[0]) ||
        !isWhole(fields.back()))
        return false;
    return std::all_of(fields.begin() + 1, fields.end(),
                       [](const auto& field) { return Amount::parse(field).has_value(); });
}

bool recognisesKraken(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines && isKrakenRow(head.lines.front());
}

Result<Done> readKraken(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    using enum CandleColumn;
    const FileHead& head = file.head();
    CandleLayout layout{head.separator, 1, {Time, Open, High, Low, Close, Volume, Trades}};
    if (head.lines.front().fields.size() == 8)
        layout.columns = {Time, Open, High, Low, Close, Ignored, Volume, Trades};
    return readCandles(file, options, sink, layout);
}

} // namespace

ImportDialect krakenDialect()
{
    return {.name = QStringLiteral("Kraken"),
            .kind = QStringLiteral("candles"),
            .recognises = recognisesKraken,
            .read = readKraken};
}

} // namespace holdline
