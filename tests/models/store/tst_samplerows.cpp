// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/samplerows.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

namespace {
std::vector<Sample> daily(std::initializer_list<int> days, Span from, Span length)
{
    std::vector<Sample> samples;
    const UtcTime first = parseIso("2026-01-01").value();
    for (const int day : days) {
        const UtcTime start = first + std::chrono::hours{24 * (day - 1)} + from;
        samples.push_back({start, start + length, start + length, Amount{}});
    }
    return samples;
}
} // namespace

class TestSampleRows final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void gaps_data()
    {
        using std::chrono::hours;
        QTest::addColumn<std::vector<Sample>>("samples");
        QTest::addColumn<qint64>("gaps");
        const Span whole = hours{24};
        const Span session = hours{6} + std::chrono::minutes{30};
        QTest::newRow("nothing has no gap") << std::vector<Sample>{} << qint64{0};
        QTest::newRow("whole days in a row") << daily({1, 2, 3, 4}, {}, whole) << qint64{0};
        QTest::newRow("a missing whole day is a gap") << daily({1, 2, 4, 5, 6}, {}, whole) << qint64{1};
        QTest::newRow("so is one between only two days") << daily({1, 3}, {}, whole) << qint64{1};
        QTest::newRow("two missing days in a row are one gap")
            << daily({1, 2, 5, 6, 7}, {}, whole) << qint64{1};
        QTest::newRow("hours in a row that miss one") << [] {
            auto samples = daily({1, 1, 1, 1}, {}, hours{1});
            for (int i = 0; i < 4; ++i) {
                samples[static_cast<std::size_t>(i)].from += hours{i + (i == 3)};
                samples[static_cast<std::size_t>(i)].to += hours{i + (i == 3)};
            }
            return samples;
        }() << qint64{1};
        QTest::newRow("a long weekend between sessions is none")
            << daily({14, 15, 16, 20, 21, 22}, hours{14}, session) << qint64{0};
        QTest::newRow("a week without sessions is one")
            << daily({5, 6, 7, 15, 16}, hours{14}, session) << qint64{1};
        QTest::newRow("monthly auctions have none")
            << daily({1, 29, 57, 92, 120}, hours{0}, hours{3}) << qint64{0};
        QTest::newRow("a month without its auction is one")
            << daily({1, 29, 57, 120, 148, 176}, hours{0}, hours{3}) << qint64{1};
    }
    void gaps()
    {
        QFETCH(std::vector<Sample>, samples);
        QTEST(countSampleGaps(samples), "gaps");
    }
};

QTEST_GUILESS_MAIN(TestSampleRows)
#include "tst_samplerows.moc"
