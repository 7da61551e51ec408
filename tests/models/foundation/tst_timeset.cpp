// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timeset.h"
#include "tests/support/failonwarning.h"

#include <set>

using namespace holdline;

namespace {

TimeRange range(qint64 from, qint64 to)
{
    return {fromMsecs(from), fromMsecs(to)};
}

/// The same by counting single milliseconds.
std::vector<TimeRange> joined(const std::set<qint64>& moments)
{
    std::vector<TimeRange> ranges;
    for (const qint64 moment : moments) {
        if (!ranges.empty() && toMsecs(ranges.back().to) == moment)
            ranges.back().to = fromMsecs(moment + 1);
        else
            ranges.push_back(range(moment, moment + 1));
    }
    return ranges;
}

} // namespace

class TestTimeSet : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void touchingRangesBecomeOne()
    {
        TimeSet set;
        set.add(range(10, 20));
        set.add(range(30, 40));
        set.add(range(20, 30));
        QCOMPARE(set.ranges(), (std::vector{range(10, 40)}));
        set.remove(range(15, 18));
        QCOMPARE(set.ranges(), (std::vector{range(10, 15), range(18, 40)}));
        QVERIFY(set.contains(fromMsecs(14)));
        QVERIFY(!set.contains(fromMsecs(15)));
        QVERIFY(set.contains(fromMsecs(18)));
        QCOMPARE(set.length(), Span{27});
        QCOMPARE(set.missingIn(range(0, 50)), (std::vector{range(0, 10), range(15, 18), range(40, 50)}));
        QCOMPARE(set.within(range(12, 20)), (std::vector{range(12, 15), range(18, 20)}));
    }

    void emptyRangesChangeNothing()
    {
        TimeSet set;
        set.add(range(5, 5));
        set.add(range(7, 3));
        QVERIFY(set.isEmpty());
        QVERIFY(set.missingIn(range(4, 4)).empty());
    }

    void anyOrderIsAsCountingMoments()
    {
        quint32 state = 7;
        const auto chance = [&state](quint32 below) {
            state = state * 1664525U + 1013904223U;
            return static_cast<qint64>((state >> 8) % below);
        };
        TimeSet set;
        std::set<qint64> moments;
        for (int step = 0; step < 2000; ++step) {
            const qint64 from = chance(100);
            const qint64 to = from + chance(12);
            const bool adds = chance(2) == 0;
            if (adds)
                set.add(range(from, to));
            else
                set.remove(range(from, to));
            for (qint64 moment = from; moment < to; ++moment) {
                if (adds)
                    moments.insert(moment);
                else
                    moments.erase(moment);
            }
            QCOMPARE(set.ranges(), joined(moments));
        }
    }
};

QTEST_GUILESS_MAIN(TestTimeSet)
#include "tst_timeset.moc"
