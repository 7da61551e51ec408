// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "tests/support/feedreading.h"
#include "tests/support/venuesamples.h"

#include <QJsonDocument>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

struct Venue {
    const char* id;
    const FeedSamples& samples;
};

const std::vector<Venue>& venues()
{
    static const std::vector<Venue> all{{"bybit", bybitSamples()},
                                        {"okx", okxSamples()},
                                        {"coinbase", coinbaseSamples()},
                                        {"kraken", krakenSamples()},
                                        {"bitstamp", bitstampSamples()}};
    return all;
}

std::unique_ptr<Feed> feedOf(const Venue& venue)
{
    auto feed = findFeed(QString::fromLatin1(venue.id))->make(followedAssets());
    tellContracts(*feed);
    return feed;
}

void addRows()
{
    QTest::addColumn<int>("venue");
    QTest::addColumn<int>("sample");
    for (std::size_t v = 0; v < venues().size(); ++v) {
        for (std::size_t s = 0; s < venues()[v].samples.size(); ++s)
            QTest::addRow("%s: %s", venues()[v].id, venues()[v].samples[s].name)
                << static_cast<int>(v) << static_cast<int>(s);
    }
}

} // namespace

/// The same for the five venues that speak a JSON of their own.
class TestForeignBytes final : public QObject {
    Q_OBJECT

private:
    template <typename Use>
    void withSample(Use use)
    {
        QFETCH(int, venue);
        QFETCH(int, sample);
        const Venue& of = venues()[static_cast<std::size_t>(venue)];
        const auto feed = feedOf(of);
        use(*feed, of.samples[static_cast<std::size_t>(sample)]);
    }

private slots:
    void init() { failOnAnyWarning(); }

    void readsEachSample_data() { addRows(); }
    void readsEachSample() { withSample(compareSample); }

    void givesNothingOfDamagedBytes_data() { addRows(); }
    void givesNothingOfDamagedBytes() { withSample(compareDamaged); }

    void rejectsMoreThanTheWhole_data() { addRows(); }
    void rejectsMoreThanTheWhole()
    {
        withSample([](Feed& feed, const FeedSample& sample) {
            const QByteArray whole = json(sample.text);
            FeedRecords records;
            for (const QByteArray& bytes : {whole + whole, whole + " x", whole + ']', '[' + whole}) {
                QCOMPARE(probe(feed, sample.purpose, bytes, records).kind, Reading::Kind::Rejected);
                QVERIFY(linesOf(records).isEmpty());
            }
        });
    }

    void takesFieldsInAnyOrder_data() { addRows(); }
    void takesFieldsInAnyOrder()
    {
        withSample([](Feed& feed, const FeedSample& sample) {
            // Through a document, keys come in the order of the alphabet.
            const auto document = QJsonDocument::fromJson(json(sample.text));
            if (document.isNull())
                return;
            FeedRecords records;
            const Reading reading =
                probe(feed, sample.purpose, document.toJson(QJsonDocument::Indented), records);
            QCOMPARE(reading.kind, sample.kind);
            QCOMPARE(reading.stream, sample.stream);
            QCOMPARE(linesOf(records).join('\n'), QByteArray(sample.lines));
        });
    }

    void rejectsWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("space") << QByteArray(" \r\n");
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Just a moment...</body></html>");
        QTest::newRow("words") << QByteArray("upstream connect error");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"topic\":\"\xC3\x28\",\"type\":\"\xFF\"}");
        QTest::newRow("a number") << QByteArray("5");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a text") << QByteArray("\"x\"");
        QTest::newRow("deep arrays") << "{\"data\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') +
                                            '}';
        QTest::newRow("deep arrays alone") << QByteArray(10'000, '[') + QByteArray(10'000, ']');
        QTest::newRow("deep objects")
            << QByteArray("{\"result\":").repeated(5'000) + '1' + QByteArray(5'000, '}');
        QTest::newRow("brackets that never close") << "{\"data\":" + QByteArray(10'000, '{');
        QTest::newRow("zero bytes") << QByteArray(64, '\0');
    }
    void rejectsWhatIsNoJson()
    {
        QFETCH(QByteArray, bytes);
        FeedRecords records;
        for (const Venue& venue : venues()) {
            const auto feed = feedOf(venue);
            for (const char purpose : QByteArray("ABctokfpd")) {
                records.rejects.emplace_back();
                const Reading reading = probe(*feed, purpose, bytes, records);
                QVERIFY2(reading.kind == Reading::Kind::Rejected, venue.id);
                QVERIFY(!reading.reason.isEmpty());
                QVERIFY(linesOf(records).isEmpty());
                QVERIFY(records.rejects.empty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestForeignBytes)
#include "tst_foreignbytes.moc"
