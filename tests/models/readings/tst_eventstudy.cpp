// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/eventstudy.h"
#include "models/readings/studytext.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{Span{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}.time_since_epoch()}};

/// Forty days in which each hour closes one dollar above 10,000 plus its number.
StudyData rising()
{
    StudyData data;
    data.asOf = start + 40 * 24h;
    data.closeStep = 1h;
    data.flowSteps = {0h, 24h, 0h};
    for (int hour = 0; hour <= 40 * 24; ++hour)
        data.closes.push_back({start + hour * 1h, Price::whole(10'000 + hour)});
    for (int day = 0; day < 40; ++day) {
        const UtcTime from = start + day * 24h;
        data.flows[1].push_back({from, from + 24h, from + 24h, Amount{Int128{day} * decimalUnits}});
    }
    return data;
}

double change(int fromHour, int hours)
{
    return ((10'000.0 + fromHour + hours) / (10'000.0 + fromHour) - 1) * 100;
}

} // namespace

class TestEventStudy : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void eachSpanIsMeasuredFromTheLastCloseBefore()
    {
        StudyData data = rising();
        data.occurrences = {{start + 10h + 20min, u"a"_s}};
        const EventStudy study = studyOf(data);
        const auto& row = study.rows.front();
        QVERIFY(qAbs(*row.priceChangePct[0] - change(10, 1)) < 1e-9);
        QVERIFY(qAbs(*row.priceChangePct[1] - change(10, 24)) < 1e-9);
        QVERIFY(qAbs(*row.priceChangePct[3] - change(10, 168)) < 1e-9);
        QCOMPARE(study.price[3].count, 1);
        QVERIFY(qAbs(*study.fan[24].median - change(10, 24)) < 1e-9);
        QCOMPARE(study.fan.size(), 169U);
    }

    void flowsCountThatBeginInTheSpan()
    {
        StudyData data = rising();
        data.occurrences = {{start + 24h, u"a"_s}};
        const StudyRow row = studyOf(data).rows.front();
        QCOMPARE(*row.flowUsd[1][1], 1.0);         // the second day alone
        QCOMPARE(*row.flowUsd[2][1], 1.0 + 2 + 3); // three days
        QVERIFY(!row.flowUsd[0][1]);               // an hour knows nothing of a day's sum
        QVERIFY(!row.flowUsd[2][0]);               // no liquidations are stored
    }

    void withoutAnyFlowInTheSpanThereIsNoSum()
    {
        StudyData data = rising();
        data.occurrences = {{start + 24h, u"a"_s}};
        // Sessions of six hours on the days 1 and 4, each reaching to the next.
        data.flowSteps[2] = 6h;
        data.flows[2] = {{start, start + 4 * 24h, start, Amount{5 * decimalUnits}},
                         {start + 4 * 24h, start + 9 * 24h, start, Amount{7 * decimalUnits}}};
        const StudyRow row = studyOf(data).rows.front();
        QVERIFY(!row.flowUsd[1][2]); // a day without a session
        QVERIFY(!row.flowUsd[2][2]);
        QCOMPARE(*row.flowUsd[3][2], 7.0);
    }

    void whatIsNotOverIsNotKnown()
    {
        StudyData data = rising();
        data.occurrences = {{start + 38 * 24h, u"a"_s}, {data.asOf + 1h, u"later"_s}};
        const EventStudy study = studyOf(data);
        QCOMPARE(study.rows.size(), 1U); // nothing from after the as-of time
        QVERIFY(study.rows.front().priceChangePct[1]);
        QVERIFY(!study.rows.front().priceChangePct[2]);
        QCOMPARE(study.price[2].count, 0);
        QCOMPARE(study.price[2].running, 1);
        QVERIFY(!study.price[2].median);
    }

    void aMissingHourIsNotKnown()
    {
        StudyData data = rising();
        data.occurrences = {{start + 10h, u"a"_s}};
        data.closes.erase(data.closes.begin() + 34); // 24 hours after
        const StudyRow row = studyOf(data).rows.front();
        QVERIFY(row.priceChangePct[0]);
        QVERIFY(!row.priceChangePct[1]);
    }

    void overlappingWindowsCountOnce()
    {
        StudyData data = rising();
        data.occurrences = {{start + 20 * 24h, u"third"_s},
                            {start + 2 * 24h, u"second"_s},
                            {start + 24h, u"first"_s},
                            {start + 8 * 24h, u"a week after the first"_s}};
        const EventStudy study = studyOf(data);
        QCOMPARE(study.rows[0].occurrence.title, u"first"_s);
        QCOMPARE(study.rows[1].counts, (std::array{true, true, false, false}));
        QCOMPARE(study.rows[2].counts, (std::array{true, true, true, true}));
        QCOMPARE(study.price[1].count, 4);
        QCOMPARE(study.price[3].count, 3);
        QCOMPARE(study.price[3].overlapping, 1);
        // Changes fall as the price rises: the median is that of the eighth day.
        QVERIFY(qAbs(*study.price[3].median - change(8 * 24, 168)) < 1e-9);
        QVERIFY(qAbs(*study.price[3].upperQuartile - (change(24, 168) + change(8 * 24, 168)) / 2) < 1e-9);
    }

    void fewCasesAreSaid()
    {
        StudyData data = rising();
        data.occurrences = {{start + 24h, u"first"_s}, {start + 2 * 24h, u"second"_s}};
        const QString sentence = countSentence(studyOf(data));
        QCOMPARE(sentence,
                 u"2 occurrences, 1 within a week of another and not counted twice. These are too few to "
                 "learn a rule from."_s);
        QCOMPARE(countSentence(studyOf(rising())), u"It never happened in what is stored."_s);
    }

    void jsonHoldsWhatIsNotKnownAsNull()
    {
        StudyData data = rising();
        data.occurrences = {{start + 38 * 24h, u"a \"b\""_s}};
        const auto json = QJsonDocument::fromJson(studyToJson(studyOf(data), data.asOf)).object();
        const auto after = json["occurrences"_L1].toArray()[0].toObject()["after"_L1].toArray();
        QCOMPARE(after[1].toObject()["hours"_L1].toInt(), 24);
        QVERIFY(after[1].toObject()["price_pct"_L1].isDouble());
        QVERIFY(after[3].toObject()["price_pct"_L1].isNull());
        QCOMPARE(json["summary"_L1].toArray()[3].toObject()["price_pct"_L1].toObject()["open"_L1].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEventStudy)
#include "tst_eventstudy.moc"
