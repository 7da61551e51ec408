// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contentname.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

const QStringList formats{u"png"_s, u"svg"_s, u"pdf"_s, u"csv"_s, u"json"_s};

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

testing::Run holdlineRun(const QStringList& arguments)
{
    return testing::run(QStringLiteral(HOLDLINE_PROGRAM), arguments);
}

QByteArray bytesAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All but the timeline.
QStringList contents()
{
    return contentNames().mid(1);
}

QByteArray printedBy(const QString& program, const QStringList& arguments)
{
    return testing::run(program, arguments).output;
}

void eachContent()
{
    QTest::addColumn<QString>("content");
    for (const QString& content : contents())
        QTest::newRow(qPrintable(content)) << content;
}

} // namespace

/// Cards, panels and the brief as files, of the bundled episode and of a store.
class ExportCardsTest final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void everyFormatIsTheSameElsewhere_data() { eachContent(); }
    void everyFormatIsTheSameElsewhere()
    {
        QFETCH(QString, content);
        const auto here = exported(content);
        const QMap<QByteArray, QByteArray> elsewhere{
            {"LANG", "de_DE.UTF-8"},          {"LC_ALL", "de_DE.UTF-8"},
            {"TZ", "Asia/Kolkata"},           {"USER", "somebody"},
            {"QT_FONT_DPI", "144"},           {"QT_SCALE_FACTOR", "1.5"},
            {"QT_STYLE_OVERRIDE", "Windows"}, {"HOME", m_folder->path().toUtf8()}};
        QMap<QByteArray, QByteArray> before;
        for (auto it = elsewhere.begin(); it != elsewhere.end(); ++it) {
            before.insert(it.key(), qgetenv(it.key().constData()));
            qputenv(it.key().constData(), it.value());
        }
        const auto there = exported(content);
        for (auto it = before.begin(); it != before.end(); ++it)
            it.value().isNull() ? qunsetenv(it.key().constData()) : qputenv(it.key().constData(), it.value());
        QCOMPARE(here.size(), formats.size());
        for (qsizetype i = 0; i < here.size(); ++i) {
            QVERIFY(!here[i].isEmpty());
            QVERIFY2(here[i] == there.value(i), qPrintable(formats[i]));
        }
    }
    /// And nothing of it is a picture in a picture.
    void textIsText_data() { eachContent(); }
    void textIsText()
    {
        QFETCH(QString, content);
        const auto files = exported(content);
        const QByteArray& svg = files.value(1);
        QVERIFY(svg.count("<text") >= 4);
        QVERIFY(!svg.contains("<image"));
        QVERIFY2(
            svg.contains("This is a reconstruction between published figures, not a record of a market."),
            "the statement");
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils is not installed");
        const QByteArray words = printedBy(u"pdftotext"_s, {path(u"a.pdf"_s), u"-"_s});
        QVERIFY2(words.contains("BTC-USDT, Binance spot") && words.contains("Holdline "), words.constData());
        const QByteArray images = printedBy(u"pdfimages"_s, {u"-list"_s, path(u"a.pdf"_s)});
        QCOMPARE(images.trimmed().count('\n'), 1); // the names of the columns and a rule
    }
    void anotherProgramDrawsIt()
    {
        if (QStandardPaths::findExecutable(u"rsvg-convert"_s).isEmpty())
            QSKIP("librsvg2-bin is not installed");
        exported(u"card:etf-flow"_s);
        printedBy(u"rsvg-convert"_s, {u"-o"_s, path(u"b.png"_s), path(u"a.svg"_s)});
        QCOMPARE(QImage(path(u"b.png"_s)).size(), QImage(path(u"a.png"_s)).size());
    }

    /// From the episode's files: etf-btc.csv, price-btcusdt.csv, cohorts.csv, levels.json. The price of the
    /// range's end is 89,820.6; (89,820.6 - 99,300) / 99,300 = -0.095462235…
    void numbersAreThoseOfTheFiles_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QByteArray>("begin");
        const auto row = [](const char* name, const char* content, const char* begin) {
            QTest::newRow(name) << QString::fromLatin1(content) << QByteArray(begin);
        };
        row("a fund", "card:etf-flow", "etf-flow,2026-01-20,IBIT,-267200000,USD,");
        row("all funds", "card:etf-flow", "etf-flow,2026-01-20,total,-479700000,USD,");
        row("an hour's high", "card:candles", "candles,2026-01-21T05:00:00Z,high,88809.75,USD,");
        row("an hour's close", "card:candles", "candles,2026-01-21T05:00:00Z,close,88791.15,USD,");
        row("a price", "card:cohorts", "cohorts,price,last,89820.6,USD,");
        row("a cost basis", "card:cohorts", "cohorts,1m-3m,cost_basis,92500,USD,");
        row("a loss", "card:holders", "holders,sth,unrealized_pct,-9.54622356,pct,");
        row("a step", "card:cost-bases", "cost-bases,2026-01-20T00:00:00Z,sth,99300,USD,");
        row("a level", "card:levels", "levels,defense-band,low,89800,USD,");
        row("a forced closing", "card:picture", "picture,resistance-sth,high,99300,USD,");
        row("the begin of an index", "card:watchlist", "watchlist,2026-01-13T01:00:00Z,ETH,100,index,");
    }
    void numbersAreThoseOfTheFiles()
    {
        QFETCH(QString, content);
        QFETCH(QByteArray, begin);
        const QByteArrayList lines = exported(content).value(3).split('\n');
        QCOMPARE(lines.first(), QByteArray("card,row,column,value,unit,source,known_at"));
        QVERIFY2(std::any_of(lines.begin(), lines.end(),
                             [&](const QByteArray& line) { return line.startsWith(begin); }),
                 begin.constData());
    }
    void theBriefIsThatOfItsCommand()
    {
        const QStringList question{u"--episode"_s, u"january-2026"_s, u"--at"_s, u"2026-01-21T06:00Z"_s};
        const auto ended = holdlineRun(QStringList{u"export"_s, u"--content"_s, u"brief"_s, u"-o"_s,
                                                   path(u"a.json"_s), path(u"a.csv"_s)} +
                                       question);
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        const QByteArray printed = holdlineRun(QStringList{u"brief"_s, u"--json"_s} + question).output;
        const QByteArray file = bytesAt(path(u"a.json"_s));
        QVERIFY(file.startsWith(printed.left(printed.lastIndexOf('}'))));
        const QJsonObject document = QJsonDocument::fromJson(file).object();
        for (const auto& key : {u"record"_s, u"view"_s, u"sha256"_s, u"numbers"_s})
            QVERIFY2(document.contains(key), qPrintable(key));
        const QByteArrayList lines = bytesAt(path(u"a.csv"_s)).trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("id,value,unit,text,at,source,definition,known_at"));
        QCOMPARE(lines.size() - 1, document.value(u"readings"_s).toArray().size());
    }
    void anEmptyCardSaysItsSentence()
    {
        const auto files = exported(u"card:loss-sopr"_s);
        QVERIFY2(files.value(1).contains("No supply in loss and no SOPR in this range yet."),
                 files.value(1).constData());
        QCOMPARE(files.value(3), QByteArray("card,row,column,value,unit,source,known_at\n"));
    }
    void aTableShowsAllItsRows()
    {
        exported(u"card:candles"_s, {u"--from"_s, u"2026-01-10"_s, u"--to"_s, u"2026-01-24"_s});
        const QByteArray svg = bytesAt(path(u"a.svg"_s));
        QVERIFY(svg.count("<text") > 14 * 24 * 5); // five columns of each hour
        QVERIFY(QImage(path(u"a.png"_s)).height() > 14 * 24 * 25);
    }
    void aTableThatIsTooLongIsSaid()
    {
        const auto ended = holdlineRun(question(u"card:candles"_s) +
                                       QStringList{u"--scale"_s, u"4"_s, u"-o"_s, path(u"a.png"_s)});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains("would be too large"), ended.words.constData());
    }
    void aSizeIsTheLeast()
    {
        exported(u"card:etf-flow"_s, {u"--size"_s, u"1200x700"_s, u"--scale"_s, u"2"_s});
        QCOMPARE(QImage(path(u"a.png"_s)).size(), QSize(2400, 1400));
        exported(u"brief"_s, {u"--size"_s, u"400x200"_s});
        QCOMPARE(QImage(path(u"a.png"_s)).width(), 400);
        QVERIFY(QImage(path(u"a.png"_s)).height() > 200);
    }
    void aChoiceIsShown()
    {
        QVERIFY(exported(u"card:cost-bases"_s).value(3).contains(",1m-3m,"));
        const QByteArray chosen = exported(u"card:cost-bases/sth"_s).value(3);
        QVERIFY(chosen.contains(",sth,99300,"));
        QVERIFY(!chosen.contains(",1m-3m,"));
        QCOMPARE(verify(u"a.png"_s).output, QByteArray("{\"same\":true,\"changed\":[]}\n"));
        const auto ended =
            holdlineRun(question(u"card:study/Eclipses"_s) + QStringList{u"-o"_s, path(u"a.png"_s)});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains("There is no study “Eclipses” here; there are “"),
                 ended.words.constData());
    }
    void eachStepIsAFile()
    {
        const auto ended =
            holdlineRun(question(u"card:levels"_s) +
                        QStringList{u"--from"_s, u"2026-01-20"_s, u"--to"_s, u"2026-01-22"_s, u"--every"_s,
                                    u"1d"_s, u"--format"_s, u"csv"_s, u"-o"_s, path(u"days"_s)});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        const QByteArray last = bytesAt(path(u"days/2026-01-21T00-00-00Z.csv"_s));
        QVERIFY2(last.contains("levels,defense-band,state,"), last.constData());
    }
    void anUnknownOneIsAnswered()
    {
        const auto ended = holdlineRun(question(u"card:moon"_s) + QStringList{u"-o"_s, path(u"a.png"_s)});
        QCOMPARE(ended.exitCode, 2);
        QVERIFY2(ended.words.contains("there are timeline, brief, card:etf-flow, "), ended.words.constData());
    }

    void whatIsUnchangedIsTheSame_data() { eachContent(); }
    void whatIsUnchangedIsTheSame()
    {
        QFETCH(QString, content);
        exported(content);
        for (const QString& format : {u"png"_s, u"svg"_s, u"pdf"_s, u"json"_s}) {
            const auto ended = verify(u"a."_s + format);
            QVERIFY2(ended.output == "{\"same\":true,\"changed\":[]}\n" && ended.words.isEmpty(),
                     qPrintable(format + u": "_s + QString::fromUtf8(ended.output + ended.words)));
        }
    }
    void aChangedSampleIsNamed_data()
    {
        QTest::addColumn<QString>("format");
        for (const QString& format : {u"png"_s, u"svg"_s, u"pdf"_s, u"json"_s})
            QTest::newRow(qPrintable(format)) << format;
    }
    void aChangedSampleIsNamed()
    {
        QFETCH(QString, format);
        fillStore();
        const QString file = path(u"a."_s + format);
        const auto ended = holdlineRun({u"--data-dir"_s, m_folder->path(), u"export"_s, u"--content"_s,
                                        u"card:etf-flow"_s, u"--from"_s, u"2026-01-10"_s, u"-o"_s, file});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        m_clock.set(at("2026-01-23"));
        mergeFlow(-7);
        const auto checked = holdlineRun({u"--data-dir"_s, m_folder->path(), u"verify"_s, file});
        QCOMPARE(checked.exitCode, 1);
        const auto changed = QJsonDocument::fromJson(checked.output).object().value(u"changed"_s).toArray();
        QCOMPARE(changed.size(), 2); // the fund, and the sum of all
        QCOMPARE(changed[0].toObject().value(u"series"_s).toString(), u"etf-flow/2026-01-20"_s);
        QCOMPARE(changed[0].toObject().value(u"field"_s).toString(), u"IBIT"_s);
        QCOMPARE(changed[0].toObject().value(u"was"_s).toInt(), -5);
        QCOMPARE(changed[0].toObject().value(u"is"_s).toInt(), -7);
        QCOMPARE(changed[1].toObject().value(u"field"_s).toString(), u"total"_s);
        QVERIFY2(checked.words.contains("became known later"), checked.words.constData());
    }

private:
    static QStringList question(const QString& content)
    {
        return {u"export"_s, u"--episode"_s, u"january-2026"_s, u"--content"_s, content};
    }
    /// In the order of formats.
    QByteArrayList exported(const QString& content, const QStringList& more = {})
    {
        QStringList arguments = question(content) + more + QStringList{u"-o"_s};
        for (const QString& format : formats)
            arguments.append(path(u"a."_s + format));
        const auto ended = holdlineRun(arguments);
        if (ended.exitCode != 0)
            qWarning("%s", ended.words.constData());
        QByteArrayList files;
        for (const QString& format : formats)
            files.append(bytesAt(path(u"a."_s + format)));
        return files;
    }
    testing::Run verify(const QString& name) { return holdlineRun({u"verify"_s, path(name)}); }
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void mergeFlow(int usd)
    {
        const auto store = Store::open(m_folder->path(), m_clock);
        const auto series = store.value()->ensureSeries(
            {.name = u"etf/btc/IBIT"_s, .source = u"s"_s, .definition = {}}, SeriesKind::Samples, u"USD"_s);
        const Sample sample{at("2026-01-20T14:30Z"), at("2026-01-20T21:00Z"), m_clock.now(),
                            Amount::fromDouble(usd)};
        QVERIFY(store.value()->mergeSamples(series.value().id, std::vector{sample}).hasValue());
    }
    /// Hours of a price and a fund's session.
    void fillStore()
    {
        m_clock.set(at("2026-01-22"));
        std::vector<Candle> hours;
        for (int n = 0; n < 24 * 12; ++n)
            hours.push_back({.openTime = at("2026-01-10") + std::chrono::hours{n},
                             .open = Price::whole(100),
                             .high = Price::whole(110),
                             .low = Price::whole(90),
                             .close = Price::whole(100 + n % 7),
                             .volume = {},
                             .quoteVolume = {},
                             .takerBuyQuote = {},
                             .trades = {}});
        {
            const auto store = Store::open(m_folder->path(), m_clock);
            const auto series = store.value()->ensureSeries(
                {.name = u"price/binance:BTCUSDT"_s, .source = u"s"_s, .definition = {}}, SeriesKind::Candles,
                u"USDT"_s);
            QVERIFY(store.value()->mergeCandles(series.value().id, oneHour, hours).hasValue());
        }
        mergeFlow(-5);
    }

    testing::FakeClock m_clock{at("2026-01-22")};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ExportCardsTest)
#include "tst_exportcards.moc"
