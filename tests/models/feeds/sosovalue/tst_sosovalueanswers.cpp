// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/sosovalue/sosovalueanswers.h"
#include "models/feeds/sosovalue/sosovaluefeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray good(const QByteArray& rows)
{
    return json("{'code':0,'message':'success','data':" + rows + '}');
}

/// Days `0 1 3` after the first, newest first, each with that flow.
QByteArray rowsOn(const char* days, const char* name, int flow)
{
    QByteArrayList rows;
    for (const QByteArray& day : QByteArray(days).split(' '))
        rows.prepend("{'date':'" + toIso(firstDay + day.toInt() * std::chrono::days{1}).left(10).toLatin1() +
                     "','" + name + "':" + QByteArray::number(flow) + '}');
    return good('[' + rows.join(',') + ']');
}

/// A feed, and what it is asked.
class Talk final {
public:
    [[nodiscard]] QString fundsPath() const { return m_feed->dailyRequest(1, firstDay).path; }
    Kind total(const QByteArray& bytes) { return read(0, bytes); }
    Kind funds(const QByteArray& bytes) { return read(1, bytes); }
    void refuse() { m_feed->wasRefused(m_feed->dailyRequest(1, firstDay), u"no such fund"_s); }
    [[nodiscard]] QByteArray valuesOf(const QString& name) const
    {
        for (const DailyRecord& record : records.dailies) {
            if (record.key.name == name)
                return textOf(record.values);
        }
        return {};
    }

    FeedRecords records;

private:
    std::unique_ptr<Feed> m_feed = makeSosovalueFeed({});

    Kind read(int question, const QByteArray& bytes)
    {
        return m_feed->readAnswer(m_feed->dailyRequest(question, firstDay), bytes, records).kind;
    }
};

const QString listPath = u"/openapi/v1/etfs?symbol=BTC&country_code=US"_s;
const QByteArray twoFunds = good("[{'ticker':'IBIT'},{'ticker':'FBTC'}]");

QString pathOf(const QString& fund)
{
    return u"/openapi/v1/etfs/%1/history?limit=300"_s.arg(fund);
}

} // namespace

class TestSosovalueAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void flows_data()
    {
        addAnswerColumns();
        const auto row = [](const char* name, const char* rows, const char* values, int rejects = 0) {
            addAnswer(name, good(rows).constData(), values, rejects);
        };
        row("newest first", "[{'date':'2026-01-21','f':2},{'date':'2026-01-20','f':-151200000.5}]",
            "0:-151200000.5 1:2");
        row("texts", "[{'date':'2026-01-20','f':'3.25','total_value_traded':'9'}]", "0:3.25");
        row("a later copy wins", "[{'date':'2026-01-20','f':1},{'date':'2026-01-20','f':2}]", "0:2");
        row("a reported zero", "[{'date':'2026-01-20','f':0}]", "0:0");
        row("reported",
            "[{'date':'2026-01-20','f':{'value':'5','lastUpdateDate':'2026-01-20','status':'1'}}]", "0:5");
        row("pending", "[{'date':'2026-01-20','f':{'value':0,'status':'3'}}]", "");
        row("a pending row",
            "[{'date':'2026-01-20','f':0,'status':3},{'date':'2026-01-21','f':1,'status':1}]", "1:1");
        row("null", "[{'date':'2026-01-20','f':null}]", "");
        row("a dash", "[{'date':'2026-01-20','f':'-'}]", "");
        row("not there", "[{'date':'2026-01-20'}]", "");
        row("NaN", "[{'date':'2026-01-20','f':'NaN'}]", "", 1);
        row("1e308", "[{'date':'2026-01-20','f':1e308}]", "", 1);
        row("a list for a flow", "[{'date':'2026-01-20','f':[1]}]", "", 1);
        row("no date", "[{'f':1},{'date':'yesterday','f':1}]", "", 2);
        row("a row that is no object", "[1]", "", 1);
        row("a list within", "{'list':[{'date':'2026-01-20','f':1}],'total':1}", "0:1");
        row("none", "[]", "");
        addAnswer("a bare list", "[{'date':'2026-01-20','f':1}]", "0:1");
        addAnswer("the older envelope", "{'code':0,'msg':null,'data':[{'date':'2026-01-20','f':1}]}", "0:1");
        addAnswer("a wrong key", "{'code':401,'message':'unauthorized'}", "", 0, Kind::Refused);
        addAnswer("no plan", "{'code':403,'message':'forbidden'}", "", 0, Kind::Refused);
        addAnswer("too often", "{'code':429,'message':'rate limit'}", "", 0, Kind::RateLimited);
        addAnswer("down", "{'code':'503','message':'maintenance'}", "", 0, Kind::Unavailable);
        addAnswer("a wrong question", "{'code':40001,'message':'bad symbol','data':[]}", "", 0,
                  Kind::Refused);
        addAnswer("no code", "{'data':[]}", "", 0, Kind::Rejected);
        addAnswer("no rows", "{'code':0,'data':{}}", "", 0, Kind::Rejected);
        addAnswer("null for rows", "{'code':0,'data':null}", "", 0, Kind::Rejected);
        addAnswer("a text", "'rate limited'", "", 0, Kind::Rejected);
        addAnswer("a page", "<!DOCTYPE html>", "", 0, Kind::Rejected);
        addAnswer("cut short", "{'code':0,'data':[{'date':'2026-01-2", "", 0, Kind::Rejected);
    }
    void flows()
    {
        checkAnswer([](JsonReader& reader, const QByteArray& bytes, FeedRecords& records,
                       std::vector<DayValue>& values) {
            return readSosovalueFlows(reader, "f", bytes, records, values);
        });
    }

    void lists_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("funds");
        QTest::addColumn<int>("rejects");
        QTest::newRow("three, one of them new")
            << good("[{'ticker':'IBIT','net_inflow':1},{'ticker':'XNEW'},{'ticker':'fbtc'}]")
            << u"IBIT XNEW FBTC"_s << 0;
        QTest::newRow("one twice") << good("[{'ticker':'IBIT'},{'ticker':'IBIT'}]") << u"IBIT"_s << 0;
        QTest::newRow("what is no ticker")
            << good("[{'ticker':'../../x'},{'ticker':null},7,{'ticker':'IBIT'}]") << u"IBIT"_s << 3;
        QTest::newRow("none") << good("[]") << QString() << 0;
    }
    void lists()
    {
        QFETCH(QByteArray, bytes);
        JsonReader reader;
        FeedRecords records;
        QStringList funds;
        QCOMPARE(int(readSosovalueFunds(reader, bytes, records, funds).kind), int(Kind::Data));
        QTEST(funds.join(u' '), "funds");
        QTEST(int(records.rejects.size()), "rejects");
    }

    /// The list, then each fund; the next round begins with the last one.
    void fundsAreAskedOneByOne()
    {
        Talk talk;
        QCOMPARE(talk.fundsPath(), listPath);
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.fundsPath(), pathOf(u"IBIT"_s));
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.valuesOf(u"etf/btc/IBIT"_s), QByteArray("0:7 1:7"));
        QCOMPARE(talk.fundsPath(), pathOf(u"FBTC"_s));
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.fundsPath(), pathOf(u"FBTC"_s)); // the round is over
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.fundsPath(), listPath);
        QCOMPARE(talk.funds(good("[{'ticker':'IBIT'},{'ticker':'XNEW'},{'ticker':'FBTC'}]")), Kind::Data);
        QCOMPARE(talk.fundsPath(), pathOf(u"IBIT"_s));
    }

    void aRefusedFundIsPassedOver()
    {
        Talk talk;
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0", "net_inflow", 7)), Kind::Data);
        talk.refuse(); // FBTC, the last one
        QCOMPARE(talk.fundsPath(), pathOf(u"FBTC"_s));
        talk.refuse(); // a round that begins so does not go on
        QCOMPARE(talk.fundsPath(), pathOf(u"FBTC"_s));
        QCOMPARE(talk.funds(rowsOn("0", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.fundsPath(), pathOf(u"FBTC"_s)); // first, so that the round ends with one that answers
        talk.refuse();
        QCOMPARE(talk.fundsPath(), pathOf(u"IBIT"_s));
    }

    void aListOfNothingIsRefused()
    {
        Talk talk;
        QCOMPARE(talk.funds(good("[]")), Kind::Rejected);
        QCOMPARE(talk.fundsPath(), listPath);
    }

    /// Its newest day waits until all funds were asked and have a value there.
    void aPartialTotalWaits()
    {
        Talk talk;
        QCOMPARE(talk.total(rowsOn("0 1 2", "total_net_inflow", 10)), Kind::Data);
        QCOMPARE(talk.valuesOf(u"etf/btc/total"_s), QByteArray("0:10 1:10"));
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0 1 2", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.valuesOf(u"etf/btc/total"_s), QByteArray());
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 3)), Kind::Data);
        QCOMPARE(talk.valuesOf(u"etf/btc/total"_s), QByteArray());
        QCOMPARE(
            talk.records.rejects,
            std::vector<QString>{u"the total of 2026-01-22 is held back until all funds have reported"_s});

        QCOMPARE(talk.total(rowsOn("0 1 2", "total_net_inflow", 11)), Kind::Data);
        QVERIFY(talk.records.rejects.empty());
        QCOMPARE(talk.funds(rowsOn("0 1 2", "net_inflow", 3)), Kind::Data); // FBTC begins the round
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0 1 2", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0 1 2", "net_inflow", 3)), Kind::Data);
        QCOMPARE(talk.valuesOf(u"etf/btc/total"_s), QByteArray("2:11"));
        QVERIFY(talk.records.rejects.empty());
    }

    /// The total may also be the last to answer.
    void aTotalAfterAllFunds()
    {
        Talk talk;
        QCOMPARE(talk.funds(twoFunds), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 7)), Kind::Data);
        QCOMPARE(talk.funds(rowsOn("0 1", "net_inflow", 3)), Kind::Data);
        QCOMPARE(talk.total(rowsOn("0 1", "total_net_inflow", 10)), Kind::Data);
        QCOMPARE(talk.records.dailies.size(), std::size_t{2});
        QCOMPARE(textOf(talk.records.dailies.back().values), QByteArray("1:10"));
    }
};

QTEST_GUILESS_MAIN(TestSosovalueAnswers)
#include "tst_sosovalueanswers.moc"
