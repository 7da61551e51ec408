// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/deribit/deribitanswers.h"
#include "models/feeds/deribit/deribitfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

#include <cmath>

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

const QByteArray answeredAt = "1768921200123456"; // 2026-01-20T15:00:00.123456Z
constexpr UtcTime hour = firstDay + 15h;

QByteArray answer(const QByteArray& result)
{
    return QByteArray("{'jsonrpc':'2.0','result':" + result + ",'usIn':1,'usOut':" + answeredAt +
                      ",'usDiff':5,'testnet':false}")
        .replace('\'', '"');
}

QByteArray row(const QByteArray& name, const QByteArray& members)
{
    return "{'instrument_name':'" + name + "','bid_price':null,'mid_price':null" +
           (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

/// 0 for hours after the first of 20 January: `15:48.5`.
QByteArray hoursText(const std::vector<DayValue>& values)
{
    QByteArrayList texts;
    for (const DayValue& value : values)
        texts.append(QByteArray::number((value.day - firstDay) / 1h) + ':' + value.value.toText());
    return texts.join(' ');
}

const DailyRecord* recordOf(const FeedRecords& records, const QString& name)
{
    for (const DailyRecord& record : records.dailies) {
        if (record.key.name == name)
            return &record;
    }
    return nullptr;
}

/// The strike at which d1 is that many deviations, to a whole dollar.
QByteArray strikeFor(double forward, double d1, double volatility, double years)
{
    const double s = volatility / 100 * std::sqrt(years);
    return QByteArray::number(std::llround(forward * std::exp(s * s / 2 - d1 * s)));
}

} // namespace

class TestDeribitAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("read"); // empty: none
        QTest::newRow("a call") << QByteArray("BTC-25DEC26-100000-C") << u"C 100000 2026-12-25T08:00:00Z"_s;
        QTest::newRow("a put on a day of one digit")
            << QByteArray("BTC-5JAN27-62500-P") << u"P 62500 2027-01-05T08:00:00Z"_s;
        QTest::newRow("settled in another coin") << QByteArray("BTC_USDC-25DEC26-100000-C") << QString();
        QTest::newRow("ether") << QByteArray("ETH-25DEC26-4000-C") << QString();
        QTest::newRow("a future") << QByteArray("BTC-25DEC26") << QString();
        QTest::newRow("a perpetual") << QByteArray("BTC-PERPETUAL") << QString();
        QTest::newRow("a month that is none") << QByteArray("BTC-25DEZ26-100000-C") << QString();
        QTest::newRow("a day that is none") << QByteArray("BTC-31FEB26-100000-C") << QString();
        QTest::newRow("no strike") << QByteArray("BTC-25DEC26--C") << QString();
        QTest::newRow("a strike below zero") << QByteArray("BTC-25DEC26--5-C") << QString();
        QTest::newRow("a strike of zero") << QByteArray("BTC-25DEC26-0-C") << QString();
        QTest::newRow("a broken strike") << QByteArray("BTC-25DEC26-0d60-C") << QString();
        QTest::newRow("another kind") << QByteArray("BTC-25DEC26-100000-X") << QString();
        QTest::newRow("more behind it") << QByteArray("BTC-25DEC26-100000-C-1") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void names()
    {
        QFETCH(QByteArray, name);
        const auto option = deribitOption(std::string_view(name.constData(), std::size_t(name.size())));
        QString read;
        if (option)
            read = QStringLiteral("%1 %2 %3")
                       .arg(option->kind == OptionKind::Call ? u"C"_s : u"P"_s)
                       .arg(option->strike)
                       .arg(toIso(option->expiry));
        QTEST(read, "read");
    }

    void chains_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("options");
        QTest::addColumn<int>("rejects");
        QTest::addColumn<QString>("words"); // of a reject, or of the reason
        const auto good = [](const char* name, const QByteArray& rows, int options, int rejects = 0,
                             const QString& words = {}) {
            QTest::newRow(name) << answer(rows) << int(Kind::Data) << options << rejects << words;
        };
        const auto bad = [](const char* name, const QByteArray& bytes, Kind kind, const QString& words) {
            QTest::newRow(name) << QByteArray(bytes).replace('\'', '"') << int(kind) << 0 << 0 << words;
        };
        const QByteArray call = "BTC-25DEC26-100000-C";
        good("two",
             '[' + row(call, "'mark_iv':48.7,'open_interest':3") + ',' +
                 row("BTC-25DEC26-90000-P", "'mark_iv':50") + ']',
             2);
        good("texts for numbers", '[' + row(call, "'mark_iv':'48.7','open_interest':'3'") + ']', 1);
        good("nulls", '[' + row(call, "'mark_iv':null,'open_interest':null,'underlying_price':null") + ']',
             1);
        good("none", "[]", 0);
        good("NaN for a volatility", '[' + row(call, "'mark_iv':'NaN'") + ']', 1, 1, u"volatility"_s);
        good("open interest below zero", '[' + row(call, "'open_interest':-1") + ']', 1, 1,
             u"open interest"_s);
        good("a price of 1e308", '[' + row(call, "'underlying_price':1e308") + ']', 1, 1,
             u"underlying price"_s);
        good("a dash", '[' + row(call, "'volume_usd':'-'") + ']', 1, 1, u"volume"_s);
        good("the same twice", '[' + row(call, "") + ',' + row(call, "") + ']', 1, 1, u"twice"_s);
        good("a future between", '[' + row("BTC-25DEC26", "") + ']', 0, 1, u"no option"_s);
        good("a row that is no object", "[3]", 0, 1, u"no option"_s);
        good("a row without a name", "[{'mark_iv':3}]", 0, 1, u"no option"_s);
        bad("asked too often",
            "{'jsonrpc':'2.0','error':{'code':10028,'message':'too_many_requests'},'usOut':1}",
            Kind::RateLimited, u"too often"_s);
        bad("refused",
            "{'jsonrpc':'2.0','error':{'code':-32602,'message':'Invalid params','data':{'param':'kind'}}}",
            Kind::Refused, u"(-32602): Invalid params"_s);
        bad("no result", "{'jsonrpc':'2.0','usOut':1768921200123456}", Kind::Rejected, u"result"_s);
        bad("a result that is no list", "{'result':{},'usOut':1768921200123456}", Kind::Rejected,
            u"result"_s);
        bad("no time", "{'result':[]}", Kind::Rejected, u"when it was made"_s);
        bad("a list", "[]", Kind::Rejected, {});
        bad("a page", "<html></html>", Kind::Rejected, {});
        bad("cut short", "{'result':[{'instrument_name':'BTC-25DEC26-1", Kind::Rejected, {});
        bad("two answers", "{'result':[],'usOut':1768921200123456}{}", Kind::Rejected, {});
    }
    void chains()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        JsonReader json;
        FeedRecords records;
        DeribitChain chain;
        const Reading reading = readDeribitChain(json, bytes, records, chain);
        QTEST(int(reading.kind), "kind");
        QTEST(int(chain.options.size()), "options");
        QTEST(int(records.rejects.size()), "rejects");
        QCOMPARE(reading.reason.isEmpty(), reading.kind == Kind::Data);
        const QString told = records.rejects.empty() ? reading.reason : records.rejects.front();
        QVERIFY2(told.contains(words), qPrintable(told));
        if (reading.kind == Kind::Data)
            QCOMPARE(records.serverTime, std::optional(hour + 123ms));
    }

    void figuresOfARow()
    {
        JsonReader json;
        FeedRecords records;
        DeribitChain chain;
        const QByteArray rows =
            '[' +
            row("BTC-25DEC26-100000-C", "'underlying_price':87010.2,'mark_iv':48.7,'open_interest':2110.4,"
                                        "'volume':35.2,'volume_usd':38111.0") +
            ',' + row("BTC-25DEC26-90000-P", "") + ']';
        QCOMPARE(int(readDeribitChain(json, answer(rows), records, chain).kind), int(Kind::Data));
        const UtcTime expiry = std::chrono::sys_days{std::chrono::year{2026} / 12 / 25} + 8h;
        QCOMPARE(chain.options.front(),
                 (OptionQuote{OptionKind::Call, expiry, 100'000, 87010.2, 48.7, 2110.4, 38111.0}));
        QCOMPARE(chain.options.back(), (OptionQuote{OptionKind::Put, expiry, 90'000, {}, {}, {}, {}}));
    }

    void indices_data()
    {
        addAnswerColumns();
        const auto good = [](const char* name, const QByteArray& data, const char* values, int rejects = 0) {
            addAnswer(name, answer("{'data':" + data + ",'continuation':null}").constData(), values, rejects);
        };
        good("two hours", "[[1768867200000,48,49,47,48.5],[1768870800000,48.5,50,48,49.25]]",
             "0:48.5 1:49.25");
        good("not in order", "[[1768870800000,1,1,1,2],[1768867200000,1,1,1,1]]", "0:1 1:2");
        good("texts", "[['1768867200000','1','1','1','48.5']]", "0:48.5");
        good("unknown", "[[1768867200000,1,1,1,null]]", "");
        good("zero", "[[1768867200000,1,1,1,0]]", "", 1);
        good("no number", "[[1768867200000,1,1,1,'NaN']]", "", 1);
        good("far too much", "[[1768867200000,1,1,1,10001]]", "", 1);
        good("not of an hour", "[[1768867260000,1,1,1,5]]", "", 1);
        good("seconds", "[[1768867200,1,1,1,5]]", "", 1);
        good("too few", "[[1768867200000,1,1,1]]", "", 1);
        good("no row", "[7]", "", 1);
        good("none", "[]", "");
        addAnswer("no rows", "{'result':{'continuation':null},'usOut':1}", "", 0, Kind::Rejected);
        addAnswer("a list for a result", "{'result':[],'usOut':1}", "", 0, Kind::Rejected);
        addAnswer("refused", "{'error':{'code':13020,'message':'not_found'}}", "", 0, Kind::Refused);
        addAnswer("cut short", "{'result':{'data':[[17688", "", 0, Kind::Rejected);
    }
    void indices()
    {
        QFETCH(QByteArray, bytes);
        JsonReader json;
        FeedRecords records;
        DeribitVolatility volatility;
        const Reading reading = readDeribitVolatility(json, bytes, records, volatility);
        QTEST(int(reading.kind), "kind");
        QTEST(hoursText(volatility.hours), "values");
        QTEST(int(records.rejects.size()), "rejects");
        QCOMPARE(reading.reason.isEmpty(), reading.kind == Kind::Data);
    }

    /// Puts and calls of two expiries, 20 and 40 days from then, each with deltas ±0.3085 and ±0.1587. By
    /// hand: a part of 0.390557 from the first to the second (see tst_optionskew), so the skews are
    /// (54 + 8 · 0.390557) − (50 + 6 · 0.390557) = 4.7811 and (50 + 4 · 0.390557) − (48 + 2 · 0.390557) =
    /// 2.7811; in 30 days, half way, 3.7811.
    void seriesOfAChain()
    {
        QByteArrayList rows;
        const auto add = [&](int days, const QByteArray& date, bool isPut, double d1, double volatility,
                             const QByteArray& openInterest) {
            const double years = (days * 24.0 - 7.0) / (365 * 24.0); // from 15:00 to 08:00
            const QByteArray strike = strikeFor(90'000, d1, volatility, years);
            rows.append(row("BTC-" + date + '-' + strike + (isPut ? "-P" : "-C"),
                            "'underlying_price':90000,'mark_iv':" + QByteArray::number(volatility) +
                                ",'open_interest':" + openInterest +
                                ",'volume_usd':" + (isPut ? QByteArray("300") : QByteArray("400"))));
        };
        add(20, "9FEB26", true, 0.5, 54, "10");
        add(20, "9FEB26", true, 1.0, 62, "20");
        add(20, "9FEB26", false, -0.5, 50, "30");
        add(20, "9FEB26", false, -1.0, 56, "50");
        add(41, "2MAR26", true, 0.5, 50, "0");
        add(41, "2MAR26", true, 1.0, 54, "10");
        add(41, "2MAR26", false, -0.5, 48, "20");
        add(41, "2MAR26", false, -1.0, 50, "0");
        const auto feed = makeDeribitFeed({});
        FeedRecords records;
        const auto request = feed->dailyRequest(0, firstDay);
        QCOMPARE(int(feed->readAnswer(request, answer('[' + rows.join(',') + ']'), records).kind),
                 int(Kind::Data));
        QCOMPARE(records.dailies.size(), std::size_t{5});
        const auto value = [&](const QString& name) {
            const DailyRecord* record = recordOf(records, name);
            return record && record->values.front().day == hour ? record->values.front().value.toDouble()
                                                                : -1.0;
        };
        QCOMPARE(value(u"options/put_call"_s), 40.0 / 100);
        QCOMPARE(value(u"options/put_call_volume"_s), 1200.0 / 1600);
        // Whole strikes move a delta by less than 0.0001, and that volatility by less than 0.01.
        const auto isNear = [](double a, double b) { return std::abs(a - b) < 0.01; };
        QVERIFY(isNear(value(u"options/skew_25d_2026-02-09"_s), 4.7811));
        QVERIFY(isNear(value(u"options/skew_25d_2026-03-02"_s), 2.7811));
        // 30 days from 15:00 are 10 days and 7 hours after the first expiry, of 21 days between the two.
        const double part = (10 * 24 + 7) / (21 * 24.0);
        QVERIFY(isNear(value(u"options/skew_25d"_s), 4.7811 - 2 * part));
        const DailyRecord* record = recordOf(records, u"options/skew_25d"_s);
        QCOMPARE(record->period(hour), utcHour(hour));
        QCOMPARE(record->unit, u"points"_s);
        QCOMPARE(record->key.source, u"deribit"_s);
    }

    void anEmptyChainTellsNothing()
    {
        const auto feed = makeDeribitFeed({});
        FeedRecords records;
        QCOMPARE(int(feed->readAnswer(feed->dailyRequest(0, firstDay), answer("[]"), records).kind),
                 int(Kind::Data));
        QVERIFY(records.dailies.empty());
    }

    /// Pages follow one another until one has not ended; a part of an answer is asked for in halves.
    void pagesOfTheIndex()
    {
        const auto feed = makeDeribitFeed({});
        FeedRecords records;
        const auto path = [&](UtcTime from) { return feed->dailyRequest(1, from).path; };
        const auto pathOf = [](UtcTime from, Span length) {
            return QStringLiteral("/api/v2/public/get_volatility_index_data?currency=BTC&start_timestamp=%1"
                                  "&end_timestamp=%2&resolution=3600")
                .arg(from.time_since_epoch().count())
                .arg((from + length).time_since_epoch().count() - 1);
        };
        const auto read = [&](UtcTime from, const QByteArray& continuation) {
            const auto request = feed->dailyRequest(1, from);
            const QByteArray at = QByteArray::number(from.time_since_epoch().count());
            const Reading reading = feed->readAnswer(
                request, answer("{'data':[[" + at + ",1,1,1,2]],'continuation':" + continuation + '}'),
                records);
            QCOMPARE(int(reading.kind), int(Kind::Data));
        };
        const UtcTime from = firstDay - 60 * 24h;
        QCOMPARE(path(from), pathOf(from, 32 * 24h));
        read(from, QByteArray::number((from + 24h).time_since_epoch().count()));
        QVERIFY(records.dailies.empty()); // the older part would be lost
        QCOMPARE(path(firstDay), pathOf(from, 16 * 24h));
        read(from, "null");
        QCOMPARE(records.dailies.size(), std::size_t{1});
        QCOMPARE(records.dailies.front().key.name, u"options/dvol"_s);
        QCOMPARE(path(firstDay), pathOf(from + 16 * 24h, 16 * 24h));
        for (int page = 1; page < 4; ++page)
            read(from, "null");
        // The last has not ended at 20 January 15:00: on from what is stored.
        QCOMPARE(path(firstDay), pathOf(firstDay, 16 * 24h));
    }
};

QTEST_GUILESS_MAIN(TestDeribitAnswers)
#include "tst_deribitanswers.moc"
