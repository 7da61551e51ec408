// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/candlefile.h"

#include "tests/bench/syntheticdata.h"

namespace holdline::bench {

QByteArray candleFile(qint64 rows)
{
    QByteArray text("timestamp,open,high,low,close,volume\n");
    syntheticMinutes(rows, [&text](const CandleColumns& day) {
        for (std::size_t i = 0; i < day.size(); ++i) {
            text += QByteArray::number(day.time[i] / 1000);
            for (const auto* column : {&day.open, &day.high, &day.low, &day.close})
                text += ',' + decimalText((*column)[i]);
            text += ',' + QByteArray::number(day.volume[i], 'f', 8) + '\n';
        }
    });
    return text;
}

} // namespace holdline::bench
