// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitview/bitviewanswers.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

// Days from 2009-01-01 to 2026-01-20: 17 years of 365, leap days of 2012, 2016, 2020 and 2024, 19 of January.
constexpr int askedIndex = 17 * 365 + 4 + 19;

/// `values` as the server wraps them, with `#` for the index asked for.
QByteArray answer(const QByteArray& values, const QByteArray& start = "#", const QByteArray& type = "Dollars",
                  const QByteArray& index = "day1")
{
    QByteArray text = "{\"version\":1,\"index\":\"" + index + "\",\"type\":\"" + type +
                      "\",\"start\":" + start +
                      ",\"end\":9,\"stamp\":\"2026-01-22T00:00:00Z\",\"data\":" + values + '}';
    return text.replace('#', QByteArray::number(askedIndex));
}

} // namespace

class TestBitviewAnswers : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isMoney");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<int>("rejects");
        QTest::addColumn<QString>("words"); // that the reason must hold
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& values,
                            int rejects = 0, bool isMoney = true) {
            QTest::newRow(name) << bytes << isMoney << int(Kind::Data) << values << rejects << QString();
        };
        const auto refused = [](const char* name, const QByteArray& bytes, Kind kind, const QString& words,
                                bool isMoney = true) {
            QTest::newRow(name) << bytes << isMoney << int(kind) << QByteArray() << 0 << words;
        };
        row("three days", answer("[101.5,102,103.25]"), "0:101.5 1:102 2:103.25");
        row("numbers as texts", answer("[\"101.5\",102]"), "0:101.5 1:102");
        row("an unknown day is no zero", answer("[101,null,103]"), "0:101 2:103");
        row("NaN is no number", answer("[101,NaN,103]"), "0:101 2:103", 1);
        row("NaN as a text", answer("[101,\"NaN\",103]"), "0:101 2:103", 1);
        row("more than fits", answer("[101,1e308]"), "0:101", 1);
        row("below zero", answer("[-1,101]"), "1:101", 1);
        row("an object in place of a number", answer("[{},101]"), "1:101", 1);
        row("powers of ten", answer("[1.2345e3]"), "0:1234.5");
        row("cents", answer("[150]", "#", "Cents"), "0:1.5");
        row("bitcoin", answer("[2.5]", "#", "Bitcoin"), "0:2.5", 0, false);
        row("satoshi", answer("[250000000]", "#", "Sats"), "0:2.5", 0, false);
        row("more coins than there can be", answer("[21000001,5]", "#", "Bitcoin"), "1:5", 1, false);
        row("nothing since", answer("[]", "3"), "");
        refused("days counted from the first block", answer("[101,102]", QByteArray::number(askedIndex - 7)),
                Kind::Rejected, u"2009-01-01"_s);
        refused("a day later", answer("[101]", QByteArray::number(askedIndex + 1)), Kind::Rejected,
                QString::number(askedIndex));
        refused("no start", answer("[101]", "null"), Kind::Rejected, u"begins at day"_s);
        refused("by height", answer("[101]", "#", "Dollars", "height"), Kind::Rejected, u"by day"_s);
        refused("dollars for coins", answer("[101]"), Kind::Rejected, u"in bitcoin"_s, false);
        refused("coins for dollars", answer("[101]", "#", "Sats"), Kind::Rejected, u"in dollars"_s);
        refused("an error",
                R"({"error":{"type":"not_found","code":"series_not_found","message":"no such series"}})",
                Kind::Refused, u"no such series"_s);
        refused("an error in one word", R"({"error":"down"})", Kind::Refused, u"down"_s);
        refused("a list", "[1,2]", Kind::Rejected, {});
        refused("no data", R"({"index":"day1","start":1})", Kind::Rejected, u"without data"_s);
        refused("data that are no list", R"({"index":"day1","start":1,"data":5})", Kind::Rejected,
                u"without data"_s);
        refused("cut short", answer("[101,102]").chopped(4), Kind::Rejected, {});
        refused("two answers in one", answer("[101]") + answer("[101]"), Kind::Rejected, {});
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isMoney);
        QFETCH(int, kind);
        QFETCH(QByteArray, values);
        QFETCH(int, rejects);
        QFETCH(QString, words);
        JsonReader json;
        FeedRecords records;
        std::vector<DayValue> read;
        const Reading reading =
            readBitviewSeries(json, {u"the_name"_s, isMoney, firstDay}, bytes, records, read);
        QCOMPARE(int(reading.kind), kind);
        QVERIFY2(reading.reason.contains(words), qPrintable(reading.reason));
        QCOMPARE(kind == int(Kind::Data), reading.reason.isEmpty());
        QCOMPARE(textOf(read), values);
        QCOMPARE(int(records.rejects.size()), rejects);
    }

    void paths()
    {
        QCOMPARE(bitviewPath({u"sth_supply"_s, false, firstDay}),
                 u"/api/series/sth_supply/day1?start=2026-01-20"_s);
        QCOMPARE(bitviewSearchPath(u"sth_supply"_s), u"/api/series/search?q=sth_supply"_s);
    }

    void names_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("found");
        const QString wanted = u"utxos_1d_to_1w_old_supply"_s;
        QTest::newRow("itself") << QStringList{wanted + u"_change"_s, wanted} << wanted;
        QTest::newRow("in another order, with another sign")
            << QStringList{u"supply-of-utxos-1d-to-1w-old"_s} << u"supply-of-utxos-1d-to-1w-old"_s;
        QTest::newRow("another age") << QStringList{u"utxos_1w_to_1m_old_supply"_s} << QString();
        QTest::newRow("a word within a word") << QStringList{u"utxos_11d_to_1w_old_supply"_s} << QString();
        QTest::newRow("two that are as near")
            << QStringList{wanted + u"_usd"_s, wanted + u"_sats"_s} << QString();
        QTest::newRow("none") << QStringList{} << QString();
    }
    void names()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, found);
        QCOMPARE(bitviewNameLike(u"utxos_1d_to_1w_old_supply"_s, names), found);
    }

    void namesOfASearch()
    {
        JsonReader json;
        FeedRecords records;
        QStringList names;
        QCOMPARE(int(readBitviewNames(json, R"(["a_b",3,"c"])", records, names).kind), int(Kind::Data));
        QCOMPARE(names, (QStringList{u"a_b"_s, u"c"_s}));
        QCOMPARE(int(readBitviewNames(json, R"({"error":{}})", records, names).kind), int(Kind::Rejected));
    }
};

QTEST_GUILESS_MAIN(TestBitviewAnswers)
#include "tst_bitviewanswers.moc"
