// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/amount.h"
#include "models/views/pricechange.h"
#include "tests/support/failonwarning.h"

#include <cmath>

using namespace holdline;

namespace {

qint64 at(const char* iso)
{
    return toMsecs(parseIso(iso).value());
}

CandleSeries series(const std::vector<std::pair<const char*, qint64>>& closes)
{
    CandleColumns columns;
    for (const auto& [time, close] : closes) {
        columns.time.push_back(at(time));
        for (auto* column : {&columns.open, &columns.high, &columns.low, &columns.close})
            column->push_back(Price::whole(close).units);
        columns.volume.push_back(1);
        columns.netTaker.push_back(0);
    }
    CandleSeries candles(oneHour);
    candles.append(columns);
    candles.finish();
    return candles;
}

} // namespace

class TestPriceChange final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void comparesWithYesterdayAndNewYear()
    {
        const PriceChange change = priceChange(series({{"2026-01-01T00:00Z", 80'000},
                                                       {"2026-01-01T01:00Z", 81'000},
                                                       {"2026-01-20T12:00Z", 100'000},
                                                       {"2026-01-21T12:00Z", 90'000}}));
        QVERIFY(std::abs(*change.dayPercent - -10) < 1e-9);
        QVERIFY(std::abs(*change.yearPercent - 12.5) < 1e-9);
        QCOMPARE(change.year, 2026);
    }

    void whatIsNotStoredIsAbsent()
    {
        const PriceChange change =
            priceChange(series({{"2026-01-20T11:00Z", 100'000}, {"2026-01-21T12:00Z", 90'000}}));
        QVERIFY(!change.dayPercent);
        QVERIFY(!change.yearPercent);
        QVERIFY(!priceChange(CandleSeries(oneHour)).dayPercent);
    }
};

QTEST_GUILESS_MAIN(TestPriceChange)
#include "tst_pricechange.moc"
