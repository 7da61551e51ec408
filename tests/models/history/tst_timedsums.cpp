// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/timedsums.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <array>

using namespace holdline;
using namespace std::chrono_literals;

class TestTimedSums final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void rangesAreHalfOpenAndEmptyIsNotZero()
    {
        const UtcTime start{};
        TimedSums sums;
        sums.add(start + 1min, {10});
        sums.add(start + 2min, {-3});
        sums.add(start + 2min, {7});
        sums.add(start + 5min, {100});
        QCOMPARE(sums.sumOver({start, start + 2min}), Amount{10});
        QCOMPARE(sums.sumOver({start + 2min, start + 5min}), Amount{4});
        QCOMPARE(sums.sumOver({start + 3min, start + 4min}), Amount{});
        const std::array ranges{TimeRange{start + 1min, start + 2min}, TimeRange{start + 5min, start + 6min}};
        QCOMPARE(sums.sumOver(ranges, {start, start + 1h}), std::optional(Amount{110}));
        QCOMPARE(sums.sumOver(ranges, {start + 6min, start + 1h}), std::optional<Amount>());
        QCOMPARE(sums.sumOver({}, {start, start + 1h}), std::optional(Amount{}));
    }
};

QTEST_GUILESS_MAIN(TestTimedSums)
#include "tst_timedsums.moc"
