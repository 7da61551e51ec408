// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitcoindata/bitcoindataanswers.h"
#include "models/feeds/bitcoindata/bitcoindatafeed.h"
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

class TestBitcoinDataAnswers : public QObject {
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
        row("texts", "[{'d':'2026-01-20','unixTs':'1768867200','sthRealizedPrice':'99300.5'}]", "0:99300.5");
        row("numbers", "[{'d':'2026-01-20','unixTs':1768867200,'sthRealizedPrice':99300.5}]", "0:99300.5");
        row("newest first",
            "[{'d':'2026-01-21','sthRealizedPrice':2},{'d':'2026-01-20','sthRealizedPrice':1}]", "0:1 1:2");
        row("a key in another case", "[{'d':'2026-01-20','unixTs':'5','sth_realized_price':'7'}]", "0:7");
        row("two numbers beside each other", "[{'d':'2026-01-20','a':1,'b':2}]", "", 1);
        row("the usual key among others", "[{'d':'2026-01-20','a':1,'sthRealizedPrice':2}]", "0:2");
        row("a value not known yet", "[{'d':'2026-01-20','sthRealizedPrice':null}]", "");
        row("NaN", "[{'d':'2026-01-20','sthRealizedPrice':'NaN'}]", "", 1);
        row("zero is no price", "[{'d':'2026-01-20','sthRealizedPrice':0}]", "", 1);
        row("no date", "[{'sthRealizedPrice':5}]", "", 1);
        row("one bad row among good ones",
            "[{'d':'2026-01-20','sthRealizedPrice':1},{'d':'soon','sthRealizedPrice':9},"
            "{'d':'2026-01-21','sthRealizedPrice':2}]",
            "0:1 1:2", 1);
        row("a row that is a number", "[5,{'d':'2026-01-20','sthRealizedPrice':1}]", "0:1", 1);
        row("nothing", "[]", "");
        row("an error", "{'error':'RATE_LIMIT'}", "", 0, Kind::Refused);
        row("an object of another kind", "{'a':1}", "", 0, Kind::Rejected);
        row("cut short", "[{'d':'2026-01-20','sthRealizedPrice':1}", "", 0, Kind::Rejected);
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        JsonReader json;
        FeedRecords records;
        std::vector<DayValue> values;
        const Reading reading = readBitcoinData(json, bytes, records, values);
        QTEST(int(reading.kind), "kind");
        if (reading.kind == Kind::Data)
            QTEST(textOf(values), "values");
        QTEST(int(records.rejects.size()), "rejects");
        QCOMPARE(reading.reason.isEmpty(), reading.kind == Kind::Data);
    }

    /// 15 questions a day are allowed.
    void oneQuestionADay()
    {
        const auto feed = makeBitcoinDataFeed({});
        const DailyPlan plan = feed->dailyPlan();
        QCOMPARE(plan.questions.size(), std::size_t{1});
        QCOMPARE(plan.every, Span(std::chrono::hours{24}));
        QVERIFY(plan.apart >= std::chrono::hours{12});
        QVERIFY(plan.again >= std::chrono::hours{2});
        QVERIFY(!feed->traits().isAskedUnnamed);
        QCOMPARE(feed->dailyRequest(0, first).path, u"/v1/sth-realized-price?startday=2026-01-20"_s);
    }
};

QTEST_GUILESS_MAIN(TestBitcoinDataAnswers)
#include "tst_bitcoindataanswers.moc"
