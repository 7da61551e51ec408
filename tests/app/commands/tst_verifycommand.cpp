// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "models/views/recordcarrier.h"
#include "models/views/reportrecord.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

Candle hour(int n, int close)
{
    return {.openTime = at("2026-01-10") + std::chrono::hours{n},
            .open = Price::whole(100),
            .high = Price::whole(900),
            .low = Price::whole(50),
            .close = Price::whole(close),
            .volume = Amount::fromDouble(1),
            .quoteVolume = Amount::fromDouble(100),
            .takerBuyQuote = Amount::fromDouble(60),
            .trades = 7};
}

QByteArray bytesAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QStringList formats{u"png"_s, u"svg"_s, u"pdf"_s, u"json"_s};

} // namespace

/// A day of hours that close at 100, 101, …, exported in every format and then looked at again.
class VerifyCommandTest final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(at("2026-01-12"));
        std::vector<Candle> day;
        for (int n = 0; n < 24; ++n)
            day.push_back(hour(n, 100 + n));
        merge(day);
    }

    void whatIsUnchangedIsTheSame_data() { eachFormat(); }
    void whatIsUnchangedIsTheSame()
    {
        QFETCH(QString, format);
        const auto ended = verify(exported(format));
        QCOMPARE(ended.output, QByteArray("{\"same\":true,\"changed\":[]}\n"));
        QCOMPARE(ended.words, QByteArray());
        QCOMPARE(ended.exitCode, 0);
    }
    void aRevisionIsNamed_data() { eachFormat(); }
    void aRevisionIsNamed()
    {
        QFETCH(QString, format);
        const QString file = exported(format);
        m_clock.set(at("2026-01-13"));
        merge({hour(5, 333)});
        const auto ended = verify(file);
        QCOMPARE(ended.output,
                 QByteArray("{\"same\":false,\"changed\":[{\"series\":\"price/binance:BTCUSDT\",\"at\":"
                            "\"2026-01-10T05:00:00Z\",\"field\":\"close\",\"was\":105,\"is\":333}]}\n"));
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains("became known later"), ended.words.constData());
    }
    void whatWasKnownThenStaysTheSame()
    {
        const QString file = exported(u"png"_s, {u"--as-of"_s, u"2026-01-11"_s});
        m_clock.set(at("2026-01-13"));
        merge({hour(5, 333)});
        QCOMPARE(verify(file).output, QByteArray("{\"same\":true,\"changed\":[]}\n"));
    }
    void aNewRowIsNamed()
    {
        const QString file = exported(u"png"_s, {u"--to"_s, u"2026-01-12"_s});
        merge({hour(24, 124)});
        const auto more = QJsonDocument::fromJson(verify(file).output).object().value(u"changed"_s).toArray();
        QCOMPARE(more.size(), 8 + 1); // the columns of a candle, and its taker volume
        QVERIFY(more[0].toObject().value(u"was"_s).isNull());
        QCOMPARE(more[0].toObject().value(u"is"_s).toInt(), 124);
    }
    void aRowThatIsGoneIsNamed()
    {
        const QByteArray svg = bytesAt(exported(u"svg"_s, {u"--to"_s, u"2026-01-12"_s}));
        m_folder = std::make_unique<QTemporaryDir>();
        merge({hour(0, 100)});
        const auto ended = verify(written(u"before.svg"_s, svg));
        const auto gone = QJsonDocument::fromJson(ended.output).object().value(u"changed"_s).toArray();
        QCOMPARE(gone.size(), 23 * (8 + 1));
        QVERIFY(gone[0].toObject().value(u"is"_s).isNull());
        QCOMPARE(ended.exitCode, 1);
    }
    void aLongListIsCutOff()
    {
        std::vector<Candle> more;
        for (int n = 24; n < 24 * 8; ++n)
            more.push_back(hour(n, 100));
        const QString file = exported(u"pdf"_s, {u"--to"_s, u"2026-01-20"_s});
        merge(more);
        const auto ended = verify(file);
        const auto changed = QJsonDocument::fromJson(ended.output).object().value(u"changed"_s).toArray();
        QCOMPARE(changed.size(), 1000);
        QVERIFY2(ended.words.contains("512 more changes"), ended.words.constData()); // 168 x 9 - 1000
    }
    void anotherPictureOfTheSameNumbersIsSaid()
    {
        const QByteArray record = recordTextIn(bytesAt(exported(u"png"_s))).value();
        const auto ended = verify(written(u"black.png"_s, pngWithRecord(blackPicture(), record)));
        QCOMPARE(ended.exitCode, 1);
        QVERIFY(ended.output.startsWith("{\"same\":false,\"changed\":[]}"));
        QVERIFY2(ended.words.contains("The file differs elsewhere"), ended.words.constData());
    }
    void whatCannotBeCheckedIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such file") << u"nowhere.png"_s << QByteArray("nowhere.png: ");
        QTest::newRow("numbers") << u"a.csv"_s << QByteArray("holds numbers alone");
        QTest::newRow("cut off") << u"cut.png"_s << QByteArray("cut off or damaged");
        QTest::newRow("damaged") << u"damaged.svg"_s
                                 << QByteArray("is damaged: its numbers cannot be unpacked\n");
        QTest::newRow("no record") << u"plain.svg"_s << QByteArray("holds no record");
        QTest::newRow("newer") << u"newer.json"_s << QByteArray("newer Holdline");
        QTest::newRow("a newer view") << u"newview.json"_s << QByteArray("newer Holdline");
    }
    void whatCannotBeCheckedIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, says);
        written(u"a.csv"_s, bytesAt(exported(u"csv"_s)));
        written(u"cut.png"_s, bytesAt(exported(u"png"_s)).left(2000));
        written(u"plain.svg"_s, "<svg/>");
        QByteArray svg = bytesAt(exported(u"svg"_s));
        written(u"damaged.svg"_s, svg.replace(svg.indexOf("numbers") + 40, 8, "AAAAAAAA"));
        const QByteArray json = bytesAt(exported(u"json"_s));
        written(u"newer.json"_s, QByteArray(json).replace("\"record\": 1", "\"record\": 2"));
        written(u"newview.json"_s, QByteArray(json).replace("\"version\": 1", "\"version\": 9"));
        const auto ended = verify(m_folder->filePath(name));
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.output, QByteArray());
        QVERIFY2(ended.words.contains(says) && ended.words.contains(name.toUtf8()), ended.words.constData());
        QCOMPARE(ended.words.count('\n'), 1);
    }
    void oneFileIsNamed()
    {
        QCOMPARE(testing::run(QStringLiteral(HOLDLINE_PROGRAM), {u"verify"_s}).exitCode, 2);
        QCOMPARE(testing::run(QStringLiteral(HOLDLINE_PROGRAM), {u"verify"_s, u"a"_s, u"b"_s}).exitCode, 2);
    }
    void nothingOfTheMachineGoesAlong()
    {
        const QByteArray json = bytesAt(exported(u"json"_s));
        const QByteArray record = toText(recordFromText(json).value());
        for (const QByteArray& secret : {m_folder->path().toUtf8(), qgetenv("HOME"), qgetenv("USER")})
            QVERIFY(secret.size() < 3 || !record.contains(secret));
    }

private:
    static void eachFormat()
    {
        QTest::addColumn<QString>("format");
        for (const QString& format : formats)
            QTest::newRow(qPrintable(format)) << format;
    }
    static QByteArray blackPicture()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImage image(640, 400, QImage::Format_RGB32);
        image.fill(Qt::black);
        return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "png") ? bytes : QByteArray();
    }
    void merge(const std::vector<Candle>& candles)
    {
        const auto store = Store::open(m_folder->path(), m_clock);
        const auto series = store.value()->ensureSeries(
            {.name = u"price/binance:BTCUSDT"_s, .source = u"s"_s, .definition = {}}, SeriesKind::Candles,
            u"USDT"_s);
        QVERIFY(store.value()->mergeCandles(series.value().id, oneHour, candles).hasValue());
    }
    QString exported(const QString& format, const QStringList& more = {})
    {
        const QString file = m_folder->filePath(u"a."_s + format);
        const auto ended = testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                        QStringList{u"--data-dir"_s, m_folder->path(), u"export"_s, u"-o"_s,
                                                    file, u"--from"_s, u"2026-01-10"_s, u"--size"_s,
                                                    u"640x400"_s, u"--panes"_s, u"price,taker"_s} +
                                            more);
        if (ended.exitCode != 0)
            qWarning("%s", ended.words.constData());
        return file;
    }
    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    testing::Run verify(const QString& file)
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            {u"--data-dir"_s, m_folder->path(), u"verify"_s, file});
    }

    FakeClock m_clock{at("2026-01-12")};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(VerifyCommandTest)
#include "tst_verifycommand.moc"
