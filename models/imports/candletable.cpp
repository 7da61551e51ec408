// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/candledialects.h"
#include "models/imports/candlereader.h"

namespace holdline {

namespace {

CandleLayout tableLayoutOf(const FileHead& head)
{
    const qint64 headerLine = head.lines.empty() ? 0 : head.lines.front().number;
    return layoutByNames(head.columns, head.separator, headerLine);
}

bool recognisesCandleTable(const FileHead& head, const ImportOptions&)
{
    return tableLayoutOf(head).isComplete();
}

Result<Done> readCandleTable(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    return readCandles(file, options, sink, tableLayoutOf(file.head()));
}

} // namespace

ImportDialect candleTableDialect()
{
    return {.name = QStringLiteral("table of candles"),
            .kind = QStringLiteral("candles"),
            .recognises = recognisesCandleTable,
            .read = readCandleTable};
}

} // namespace holdline
