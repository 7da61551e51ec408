// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxcandles.h"

#include "models/feeds/candletokens.h"

namespace holdline {

void addOkxCandle(const OkxCandleRow& row, std::string_view symbol, CandleRecord frame, FeedRecords& records)
{
    const auto& cell = row.cells;
    if (row.count < cell.size()) {
        records.rejects.push_back(QStringLiteral("a candle has too few columns"));
        return;
    }
    const JsonToken& volume = symbol.ends_with("-SWAP") ? cell[6] : cell[5];
    frame.isClosed = cell[8].integer() == 1;
    addCandle({cell[1], cell[2], cell[3], cell[4], volume, cell[7]}, cell[0].time(TimeUnit::Milliseconds),
              frame, records);
}

} // namespace holdline
