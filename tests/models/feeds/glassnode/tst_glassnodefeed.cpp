// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/glassnode/glassnodeanswers.h"
#include "models/feeds/glassnode/glassnodefeed.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

constexpr UtcTime first{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

QByteArray textOf(const std::vector<DayValue>& values)
{
    QByteArrayList texts;
    for (const DayValue& value : values)
        texts.append(QByteArray::number((value.day - first) / std::chrono::days{1}) + ':' +
                     value.value.toText());
    return texts.join(' ');
}

} // namespace

class TestGlassnodeFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<int>("rejects");
        const auto row = [](const char* name, const char* bytes, const char* values, int rejects = 0,
                            Kind kind = Kind::Data) {
            QTest::newRow(name) << QByteArray(bytes).replace('\'', '"') << int(kind) << QByteArray(values)
                                << rejects;
        };
        // 2026-01-20T00:00:00Z is 1768867200.
        row("two days", "[{'t':1768867200,'v':99300.5},{'t':1768953600,'v':99200}]", "0:99300.5 1:99200");
        row("newest first", "[{'t':1768953600,'v':2},{'t':1768867200,'v':1}]", "0:1 1:2");
        row("texts", "[{'t':'1768867200','v':'0.95'}]", "0:0.95");
        row("a power of ten", "[{'t':1768867200,'v':9.5e-1}]", "0:0.95");
        row("unknown", "[{'t':1768867200,'v':null},{'t':1768953600}]", "");
        row("NaN", "[{'t':1768867200,'v':NaN}]", "", 1);
        row("below zero", "[{'t':1768867200,'v':-1}]", "", 1);
        row("within a day", "[{'t':1768870800,'v':1}]", "", 1);
        row("no time", "[{'v':1}]", "", 1);
        row("no row", "[7]", "", 1);
        row("nothing", "[]", "");
        row("null for nothing", " null\n", "");
        row("an error", "{'message':'down'}", "", 0, Kind::Refused);
        row("an object", "{'data':[]}", "", 0, Kind::Rejected);
        row("cut short", "[{'t':1768867200,'v':1", "", 0, Kind::Rejected);
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        JsonReader json;
        FeedRecords records;
        std::vector<DayValue> values;
        const Reading reading = readGlassnode(json, bytes, records, values);
        QTEST(int(reading.kind), "kind");
        if (reading.kind == Kind::Data)
            QTEST(textOf(values), "values");
        QTEST(int(records.rejects.size()), "rejects");
    }

    /// Price over MVRV of the same day: 90,000 / 0.9 is 100,000.
    void theCostBasisIsPriceOverMvrv()
    {
        const auto feed = makeGlassnodeFeed({});
        FeedRecords records;
        const auto answer = [&](int question, const QByteArray& bytes) {
            return feed->readAnswer(feed->dailyRequest(question, first), bytes, records).kind;
        };
        QCOMPARE(int(answer(0, R"([{"t":1768867200,"v":90000},{"t":1768953600,"v":1}])")), int(Kind::Data));
        QVERIFY(records.dailies.empty());
        QCOMPARE(int(answer(1, R"([{"t":1768867200,"v":0.9}])")), int(Kind::Data));
        QCOMPARE(records.dailies.size(), std::size_t{1});
        QCOMPARE(records.dailies.front().key.name, u"cohort/sth"_s);
        QVERIFY(records.dailies.front().key.definition.contains(u"155"_s));
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("0:100000"));
        QCOMPARE(int(answer(2, R"([{"t":1768867200,"v":55000},{"t":1768953600,"v":0}])")), int(Kind::Data));
        QCOMPARE(records.dailies.front().key.name, u"cohort/all"_s);
        QCOMPARE(textOf(records.dailies.front().values), QByteArray("0:55000"));
    }

    void theAddressHoldsNoKey()
    {
        const auto feed = makeGlassnodeFeed({});
        QCOMPARE(
            feed->dailyRequest(0, first).path,
            u"/v1/metrics/market/price_usd_close?a=BTC&i=24h&s=1768867200&f=json&timestamp_format=unix"_s);
        QVERIFY(feed->traits().key.isWanted());
    }
};

QTEST_GUILESS_MAIN(TestGlassnodeFeed)
#include "tst_glassnodefeed.moc"
