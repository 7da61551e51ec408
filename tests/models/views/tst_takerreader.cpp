// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/loading.h"
#include "models/views/takerreader.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>

using namespace holdline;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Minutes of 2026-01-21 and what takers bought net in each.
CandleColumns minutes(std::initializer_list<std::pair<int, double>> values)
{
    CandleColumns candles;
    for (const auto& [minute, net] : values) {
        candles.time.push_back(toMsecs(parseIso("2026-01-21").value()) + minute * 60000LL);
        for (auto* prices : {&candles.open, &candles.high, &candles.low, &candles.close})
            prices->push_back(Price::whole(90000).units);
        candles.volume.push_back(1);
        candles.netTaker.push_back(net);
    }
    return candles;
}

QString words(const std::vector<Coverage>& coverage)
{
    QStringList words;
    for (const Coverage& stretch : coverage)
        words.append(toIso(stretch.range.from).mid(11, 5) + QLatin1Char('-') +
                     toIso(stretch.range.to).mid(11, 5) + QLatin1Char(' ') + toText(stretch.state));
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestTakerReader final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void candlesThatDoNotTellAreUnknownTime()
    {
        TakerReader reader(oneMinute);
        reader.append(minutes({{0, unknown}, {1, 5}, {2, -3}, {3, unknown}}));
        reader.append(minutes({{4, unknown}, {5, 2}, {8, 1}}));
        reader.finish();
        LoadedPrice price;
        reader.give(price);
        QVERIFY(price.netTaker);
        QCOMPARE(words(price.takerCoverage),
                 QStringLiteral(
                     "00:00-00:01 never, 00:03-00:05 missing, 00:06-00:08 missing, 00:09-23:59 missing"));
        const UtcTime day = parseIso("2026-01-21").value();
        QCOMPARE(price.netTaker->summary({day, day + std::chrono::minutes{9}}).sum, 5.0);
    }

    void whatIsAddedLaterIsTheSame()
    {
        TakerReader whole(oneMinute);
        whole.append(minutes({{0, 1}, {1, 5}, {2, unknown}, {4, 7}, {5, unknown}}));
        whole.finish();
        TakerReader grown(oneMinute);
        grown.append(minutes({{0, 1}, {1, -5}}));
        grown.finish();
        grown.add(minutes({{2, unknown}, {4, 7}, {5, unknown}}));
        const UtcTime day = parseIso("2026-01-21").value();
        QVERIFY(grown.replace(toMsecs(day + std::chrono::minutes{1}), 5));
        LoadedPrice a;
        LoadedPrice b;
        whole.give(a);
        grown.give(b);
        QCOMPARE(words(b.takerCoverage), words(a.takerCoverage));
        QCOMPARE(b.netTaker->range(), a.netTaker->range());
        QCOMPARE(b.netTaker->summary(b.netTaker->range()).sum, 13.0);
        QVERIFY(!grown.replace(toMsecs(day + std::chrono::minutes{2}), 5)); // it did not tell before
        QVERIFY(!grown.replace(toMsecs(day), unknown));
    }

    void candlesThatNeverTellGiveNoFlow()
    {
        TakerReader reader(oneMinute);
        reader.append(minutes({{0, unknown}, {1, unknown}}));
        reader.finish();
        LoadedPrice price;
        reader.give(price);
        QVERIFY(!price.netTaker);
        QVERIFY(price.takerCoverage.empty());
    }
};

QTEST_GUILESS_MAIN(TestTakerReader)
#include "tst_takerreader.moc"
