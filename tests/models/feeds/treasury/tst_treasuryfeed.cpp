// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/treasury/treasuryanswers.h"
#include "models/feeds/treasury/treasuryfeed.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Reading::Kind;

Reading readTenYears(JsonReader& json, const QByteArray& bytes, FeedRecords& records,
                     std::vector<DayValue>& values)
{
    TreasuryCovers covers;
    const Reading reading = readTreasuryAuctions(json, bytes, records, covers);
    values = covers.tenYear;
    return reading;
}

/// An auction as the answer has it, with single quotes.
QByteArray auction(const char* date, const char* type, const char* term, const char* cover,
                   const char* isIndexed = "No")
{
    return QByteArray("{'auction_date':'") + date + "','security_type':'" + type + "','security_term':'" +
           term + "','inflation_index_security':'" + isIndexed + "','bid_to_cover_ratio':" + cover + '}';
}

QByteArray answerOf(const QByteArrayList& auctions)
{
    return "{'data':[" + auctions.join(',') + "],'meta':{'count':1,'total-pages':1},'links':{'prev':null}}";
}

} // namespace

class TestTreasuryFeed : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void answers_data()
    {
        addAnswerColumns();
        const auto one = [](const char* name, const QByteArray& row, const char* values, int rejects = 0) {
            addAnswer(name, answerOf({row}), values, rejects);
        };
        one("a new note", auction("2026-01-20", "Note", "10-Year", "'2.47'"), "0:2.47");
        one("reopened", auction("2026-01-20", "Note", "9-Year 11-Month", "'2.5'"), "0:2.5");
        one("reopened again", auction("2026-01-20", "Note", "9-Year 10-Month", "2.5"), "0:2.5");
        one("announced", auction("2026-01-20", "Note", "10-Year", "'null'"), "");
        one("JSON's null", auction("2026-01-20", "Note", "10-Year", "null"), "");
        one("one that follows prices", auction("2026-01-20", "Note", "10-Year", "'2.4'", "Yes"), "");
        one("an old one sold for three years", auction("2026-01-20", "Note", "3-Year", "'2.6'"), "");
        one("a bond", auction("2026-01-20", "Bond", "30-Year", "'2.3'"), "");
        one("words", auction("2026-01-20", "Note", "10-Year", "'high'"), "", 1);
        one("zero", auction("2026-01-20", "Note", "10-Year", "'0'"), "", 1);
        one("no date", auction("", "Note", "10-Year", "'2.4'"), "", 1);
        one("a column by another name",
            "{'auction_date':'2026-01-20','term':'10-Year','bid_to_cover_ratio':'2.4'}", "", 1);
        one("a row that is none", "5", "", 1);
        addAnswer("newest first",
                  answerOf({auction("2026-01-21", "Note", "10-Year", "'2'"),
                            auction("2026-01-20", "Note", "10-Year", "'3'")}),
                  "0:3 1:2");
        addAnswer("nothing", answerOf({}), "");
        addAnswer("more than one page",
                  "{'data':[" + auction("2026-01-20", "Note", "10-Year", "'2'") +
                      "],'meta':{'total-pages':2}}",
                  "0:2", 1);
        addAnswer("an error", "{'error':'Invalid Query Param','message':'no such field'}", "", 0,
                  Kind::Refused);
        addAnswer("an object of another kind", "{'rows':[]}", "", 0, Kind::Rejected);
        addAnswer("cut short", "{'data':[" + auction("2026-01-20", "Note", "10-Year", "'2'"), "", 0,
                  Kind::Rejected);
    }
    void answers() { checkAnswer(readTenYears); }

    void bothSeriesOfOneAnswer()
    {
        const auto feed = makeTreasuryFeed({});
        FeedRecords records;
        const RestRequest request = feed->dailyRequest(0, firstDay);
        const QByteArray bytes = answerOf({auction("2026-01-20", "Note", "10-Year", "'2.47'"),
                                           auction("2026-01-21", "Bond", "29-Year 10-Month", "'2.31'")})
                                     .replace('\'', '"');
        QCOMPARE(int(feed->readAnswer(request, bytes, records).kind), int(Kind::Data));
        QCOMPARE(records.dailies.size(), std::size_t{2});
        QCOMPARE(records.dailies[0].key.name, u"macro/us10y_bid_to_cover"_s);
        QCOMPARE(textOf(records.dailies[0].values), QByteArray("0:2.47"));
        QCOMPARE(records.dailies[1].key.name, u"macro/us30y_bid_to_cover"_s);
        QCOMPARE(textOf(records.dailies[1].values), QByteArray("1:2.31"));
        QVERIFY(records.dailies[0].period == newYorkClose);
        QVERIFY(request.path.contains(u"filter=auction_date:gte:2026-01-20,security_type:in:(Note,Bond)"_s));
        QVERIFY(request.path.contains(u"&page%5Bsize%5D=10000&page%5Bnumber%5D=1&"_s));
    }
};

QTEST_GUILESS_MAIN(TestTreasuryFeed)
#include "tst_treasuryfeed.moc"
