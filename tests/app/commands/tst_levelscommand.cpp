// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

const QByteArray bandLine =
    "{\"id\":\"defense-band\",\"instrument\":\"binance:BTCUSDT\",\"name\":\"Defense band\",\"low\":89800,"
    "\"high\":90000,\"role\":\"support\",\"validFrom\":\"2026-01-20T00:00:00Z\",\"validTo\":null,"
    "\"origin\":\"fixed\",\"source\":\"\",\"definition\":\"\",\"note\":\"\"}";

} // namespace

class LevelsCommandTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void levelsAreAddedListedAndRemoved();
    void theSameIdIsReplaced();
    void filesAreReadAndReported();
    void packedFilesAreReadAsImportReadsThem();
    void whatIsExportedCanBeImported();
    void statesAreToldInBothForms();
    void theLedgerIsToldInBothForms();
    void aTableKeepsWhatItHasNoColumnsFor();
    void theJournalTellsWhoChangedWhat();
    void theJournalTellsWhatDiffersFromAFile();
    void endsAsTheContractSays_data();
    void endsAsTheContractSays();

private:
    testing::Run levels(const QStringList& arguments)
    {
        return testing::run(
            QStringLiteral(HOLDLINE_PROGRAM),
            QStringList{QStringLiteral("levels"), QStringLiteral("--data-dir"), m_folder->path()} +
                arguments);
    }
    testing::Run levels(const char* words) { return levels(QString::fromLatin1(words).split(u' ')); }
    testing::Run addBand()
    {
        return levels({QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("Defense band"),
                       QStringLiteral("--low"), QStringLiteral("89800"), QStringLiteral("--high"),
                       QStringLiteral("90000"), QStringLiteral("--role"), QStringLiteral("support"),
                       QStringLiteral("--valid-from"), QStringLiteral("2026-01-20")});
    }
    QString written(const char* name, const QByteArray& content)
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LevelsCommandTest::init()
{
    testing::failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void LevelsCommandTest::levelsAreAddedListedAndRemoved()
{
    QCOMPARE(levels("list").output, QByteArray("{\"levels\":[]}\n"));
    const auto added = addBand();
    QCOMPARE(added.words, QByteArray());
    QCOMPARE(added.output, bandLine + '\n');
    QCOMPARE(levels("list").output, "{\"levels\":[\n  " + bandLine + "\n]}\n");
    QCOMPARE(levels("list --format csv").output,
             QByteArray("id,instrument,name,low,high,role,validFrom,validTo,origin,source,definition,note\n"
                        "defense-band,binance:BTCUSDT,Defense "
                        "band,89800,90000,support,2026-01-20T00:00:00Z,,fixed,,,\n"));
    QCOMPARE(levels("remove --id defense-band").exitCode, 0);
    QCOMPARE(levels("export").output, QByteArray("{\"levels\":[]}\n"));
}

void LevelsCommandTest::theSameIdIsReplaced()
{
    addBand();
    QCOMPARE(levels("add --id defense-band --name Other --low 1.5").exitCode, 0);
    const auto listed = levels("list --id defense-band --format csv").output;
    QVERIFY2(listed.endsWith("defense-band,binance:BTCUSDT,Other,1.5,1.5,none,,,fixed,,,\n"),
             listed.constData());
}

void LevelsCommandTest::filesAreReadAndReported()
{
    const QString file = written("levels.json", "[{\"name\":\"A\",\"low\":1},\n{\"name\":\"B\",\"low\":-1}]");
    const auto run = levels({QStringLiteral("import"), file});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, "{\"file\":\"" + file.toUtf8() +
                             "\",\"kind\":\"levels\",\"rows\":2,\"added\":1,\"unchanged\":0,\"revised\":0,"
                             "\"rejected\":1,\"from\":null,\"to\":null,\"map\":null,"
                             "\"rejects\":[{\"line\":2,\"reason\":\"the price is not above 0\"}]}\n");
    QVERIFY(levels({QStringLiteral("import"), file}).output.contains("\"added\":0,\"unchanged\":1"));
}

void LevelsCommandTest::packedFilesAreReadAsImportReadsThem()
{
    const QString file = written("levels.csv", "name,low,role\nA,1,support\nB,-1,none\n");
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {file}), 0);
    const auto once = levels({QStringLiteral("import"), file + QStringLiteral(".gz")});
    QCOMPARE(once.exitCode, 0);
    QVERIFY2(once.output.contains("\"rows\":2,\"added\":1,\"unchanged\":0,\"revised\":0,\"rejected\":1"),
             once.output.constData());
    const auto again = levels({QStringLiteral("import"), file + QStringLiteral(".gz")});
    const auto imported = testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                       {QStringLiteral("import"), QStringLiteral("--data-dir"),
                                        m_folder->path(), file + QStringLiteral(".gz")});
    QCOMPARE(imported.output, again.output);
    QVERIFY(again.output.contains("\"unchanged\":1"));
}

void LevelsCommandTest::whatIsExportedCanBeImported()
{
    QCOMPARE(levels({QStringLiteral("import"), written("none.json", levels("export").output)}).exitCode, 0);
    addBand();
    const QByteArray exported = levels("export").output;
    const QString file = written("levels.json", exported);
    QCOMPARE(levels("remove --id defense-band").exitCode, 0);
    QVERIFY(levels({QStringLiteral("import"), file}).output.contains("\"added\":1"));
    QCOMPARE(levels("export").output, exported);
}

void LevelsCommandTest::statesAreToldInBothForms()
{
    addBand();
    {
        const FakeClock clock(at("2026-02-01"));
        const auto store = std::move(Store::open(m_folder->path(), clock)).value();
        const SeriesKey key{.name = QStringLiteral("price/binance:BTCUSDT"), .source = {}, .definition = {}};
        const auto price = store->ensureSeries(key, SeriesKind::Candles, {}).value();
        std::vector<Candle> hours;
        for (const int close : {91'000, 90'000, 89'900, 89'799, 80'000, 80'000, 80'000, 80'000}) {
            const Price p = Price::whole(close);
            const auto open = at("2026-01-20") + static_cast<int>(hours.size()) * oneHour.length;
            hours.push_back({open, p, p, p, p, {}, {}, {}, {}});
        }
        hours.erase(hours.begin() + 6);
        QVERIFY(store->mergeCandles(price.id, oneHour, hours).hasValue());
    }
    QCOMPARE(levels("states --format csv").output,
             QByteArray("id,at,state,regime,since,close\n"
                        "defense-band,2026-01-20T01:00:00Z,holding,held,2026-01-20T01:00:00Z,91000\n"
                        "defense-band,2026-01-20T03:00:00Z,testing,held,2026-01-20T03:00:00Z,89900\n"
                        "defense-band,2026-01-20T04:00:00Z,breached,held,2026-01-20T04:00:00Z,89799\n"
                        "defense-band,2026-01-20T07:00:00Z,unknown,held,,\n"
                        "defense-band,2026-01-20T08:00:00Z,breached,held,2026-01-20T08:00:00Z,80000\n"));
    QCOMPARE(
        levels("states --id defense-band --confirm 3 --from 2026-01-20T06:00Z --to 2026-01-20T08:00Z").output,
        QByteArray("[\n{\"id\":\"defense-band\",\"at\":\"2026-01-20T06:00:00Z\",\"state\":\"lost\","
                   "\"regime\":\"given up\",\"since\":\"2026-01-20T04:00:00Z\",\"close\":80000},\n"
                   "{\"id\":\"defense-band\",\"at\":\"2026-01-20T07:00:00Z\",\"state\":\"unknown\","
                   "\"regime\":\"given up\",\"since\":null,\"close\":null}\n]\n"));
}

void LevelsCommandTest::theLedgerIsToldInBothForms()
{
    addBand();
    {
        const FakeClock clock(at("2026-02-01"));
        const auto store = std::move(Store::open(m_folder->path(), clock)).value();
        const SeriesKey key{.name = QStringLiteral("price/binance:BTCUSDT"), .source = {}, .definition = {}};
        const auto price = store->ensureSeries(key, SeriesKind::Candles, {}).value();
        std::vector<Candle> hours;
        for (const int close : {91'000, 90'000, 89'900, 89'799, 80'000, 91'800}) {
            const Price p = Price::whole(close);
            const auto open = at("2026-01-20") + static_cast<int>(hours.size()) * oneHour.length;
            hours.push_back({open, p, p, p, p, {}, {}, {}, {}});
        }
        hours[1].low = Price::whole(89'650);
        QVERIFY(store->mergeCandles(price.id, oneHour, hours).hasValue());
    }
    // Hours 1 and 2 meet the band; 3 and 4 closed below. Four hours after hour 1: 91,800 against 90,000.
    QCOMPARE(levels("ledger").output,
             QByteArray("[\n{\"id\":\"defense-band\",\"touches\":1,\"closesBeyond\":2,\"insideSeconds\":7200,"
                        "\"deepestWick\":150,\"longUsd\":null,\"shortUsd\":null,\"netTakerUsd\":null,"
                        "\"touch\":[{\"at\":\"2026-01-20T01:00:00Z\",\"return1h\":-0.11111111,"
                        "\"return4h\":2,\"return1d\":null,\"return3d\":null}]}\n]\n"));
    QCOMPARE(levels("ledger --format csv --id defense-band").output,
             QByteArray("id,touches,closesBeyond,insideSeconds,deepestWick,longUsd,shortUsd,netTakerUsd,at,"
                        "return1h,return4h,return1d,return3d\n"
                        "defense-band,1,2,7200,150,,,,2026-01-20T01:00:00Z,-0.11111111,2,,\n"));
    QCOMPARE(levels("ledger --to 2026-01-20T01:00Z --format csv").output.split('\n').at(1),
             QByteArray("defense-band,0,2,7200,150,,,,,,,,"));
    // A level of an instrument without candles is said and left out; alone it is an error.
    QCOMPARE(levels("add --name Eth --low 3000 --instrument binance:ETHUSDT --role support").exitCode, 0);
    for (const char* action : {"ledger", "states"}) {
        const auto both = levels(action);
        QCOMPARE(both.exitCode, 0);
        QVERIFY(both.output.contains("defense-band") && !both.output.contains("\"eth\""));
        QVERIFY(both.words.contains("price/binance:ETHUSDT"));
    }
    QCOMPARE(levels("ledger --id eth").exitCode, 1);
    QCOMPARE(levels("remove --id eth").exitCode, 0);
    QCOMPARE(levels("remove --id defense-band").exitCode, 0);
    QCOMPARE(levels("ledger").output, QByteArray("[]\n"));
}

void LevelsCommandTest::aTableKeepsWhatItHasNoColumnsFor()
{
    const QString file = written(
        "levels.json", R"({"levels":[{"name":"A","low":1,"origin":"tracking","follows":["cohort/sth"],)"
                       R"("style":{"width":3},"zebra":true}]})");
    QCOMPARE(levels({QStringLiteral("import"), file}).exitCode, 0);
    const QByteArray before = levels("export").output;
    const QString table = written("levels.csv", levels("export --format csv").output);
    QVERIFY(levels({QStringLiteral("import"), table}).output.contains("\"unchanged\":1"));
    QCOMPARE(levels("export").output, before);
    QVERIFY(before.contains("cohort/sth") && before.contains("zebra"));
}

void LevelsCommandTest::theJournalTellsWhatDiffersFromAFile()
{
    addBand();
    const QString file = written("before.json", levels("export").output);
    QCOMPARE(levels({QStringLiteral("journal"), QStringLiteral("--against"), file}).output,
             QByteArray("[]\n"));
    QCOMPARE(levels("add --id defense-band --name Band --low 89000 --high 90000").exitCode, 0);
    QCOMPARE(levels("add --name other --low 1").exitCode, 0);
    const auto told = levels({QStringLiteral("journal"), QStringLiteral("--against"), file});
    const QJsonArray rows = QJsonDocument::fromJson(told.output).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].toObject().value(QStringLiteral("id")).toString(), QStringLiteral("defense-band"));
    QCOMPARE(rows[0].toObject().value(QStringLiteral("what")).toString(), QStringLiteral("replace"));
    QCOMPARE(rows[1].toObject().value(QStringLiteral("what")).toString(), QStringLiteral("add"));
    QCOMPARE(levels("remove --id other").exitCode, 0);
    QCOMPARE(levels("remove --id defense-band").exitCode, 0);
    const auto gone = levels({QStringLiteral("journal"), QStringLiteral("--against"), file});
    QCOMPARE(QJsonDocument::fromJson(gone.output).array().size(), 1);
    QVERIFY(gone.output.contains("\"remove\""));
    QCOMPARE(levels("journal --against /nowhere").exitCode, 1);
}

void LevelsCommandTest::theJournalTellsWhoChangedWhat()
{
    qputenv("USER", "ada");
    addBand();
    QCOMPARE(levels("add --id defense-band --name Other --low 1.5").exitCode, 0);
    QCOMPARE(levels("remove --id defense-band").exitCode, 0);
    const auto rows = QJsonDocument::fromJson(levels("journal --id defense-band").output).array();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0][u"what"].toString(), QStringLiteral("add"));
    QVERIFY(rows[0][u"before"].isNull());
    QCOMPARE(rows[1][u"before"][u"low"].toDouble(), 89800.0);
    QCOMPARE(rows[1][u"after"][u"low"].toDouble(), 1.5);
    QCOMPARE(rows[2][u"what"].toString(), QStringLiteral("remove"));
    for (const QJsonValue& row : rows)
        QCOMPARE(row[u"author"].toString(), QStringLiteral("ada"));
    QCOMPARE(levels("journal --id nosuch").exitCode, 1);
    QCOMPARE(levels("list extra").exitCode, 2);
    QCOMPARE(levels("journal --to 2020-01-01").output, QByteArray("[]\n"));
    QVERIFY(levels("journal --format csv").output.startsWith("at,id,author,what,before,after\n"));
}

void LevelsCommandTest::endsAsTheContractSays_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* arguments, int code) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << code;
    };
    row("no action", "", 2);
    row("an unknown action", "paint", 2);
    row("an unknown format", "list --format xml", 2);
    row("a level without a name", "add --low 5", 2);
    row("a level without a price", "add --name x", 2);
    row("a price that is none", "add --name x --low nan", 2);
    row("low above high", "add --name x --low 2 --high 1", 2);
    row("a beginning without a zone", "add --name x --low 2 --valid-from 2026-01-20T00:00", 2);
    row("an end without a zone", "add --name x --low 2 --valid-to 2026-01-20T00:00:00", 2);
    row("an unknown role", "add --name x --low 2 --role floor", 2);
    row("adding to an episode", "add --name x --low 2 --episode january-2026", 2);
    row("removing from an episode", "remove --id resistance-sth --episode january-2026", 2);
    row("reading a file into an episode", "import x.json --episode january-2026", 2);
    row("removing what is not there", "remove --id nothing", 1);
    row("removing without an id", "remove", 2);
    row("listing what is not there", "list --id nothing", 1);
    row("a file that is not there", "import /nowhere/levels.json", 1);
    row("a folder for a file", "import /", 1);
    row("no file", "import", 2);
    row("states with a strange interval", "states --interval 2h", 2);
    row("states confirmed by no close", "states --confirm 0", 2);
}

void LevelsCommandTest::endsAsTheContractSays()
{
    QFETCH(QString, arguments);
    const auto run = levels(arguments.split(u' ', Qt::SkipEmptyParts));
    QTEST(run.exitCode, "code");
    QCOMPARE(run.output, QByteArray());
    QVERIFY(run.words.endsWith('\n') && run.words.count('\n') == 1);
}

QTEST_GUILESS_MAIN(LevelsCommandTest)
#include "tst_levelscommand.moc"
