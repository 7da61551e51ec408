// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/reportrecord.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

View sampleView()
{
    View view;
    view.title = u"Größe <b> & \"東京\" \u0001 \U0001F4C8 ]]>"_s;
    view.panes = defaultPanes();
    view.range = {at("2026-01-10"), at("2026-01-22")};
    return view;
}

/// Longer than a piece, so that there are several.
QByteArray manyNumbers()
{
    QByteArray numbers = "series,column,time,to,value,known_at,source\n";
    for (int i = 0; i < 5000; ++i)
        numbers += "price/x,close,t,t," + QByteArray::number(i * 7) + ",t,s\n";
    return numbers;
}

ReportRecord sampleRecord()
{
    return reportRecord(sampleView(), at("2026-01-22T12:00Z"), manyNumbers());
}

QString packedPiece(const QByteArray& bytes)
{
    return QString::fromLatin1(qCompress(bytes).toBase64());
}

} // namespace

class ReportRecordTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void isReadAsItWasWritten()
    {
        ReportRecord record = sampleRecord();
        record.paper = u"letter"_s;
        record.content = u"card:etf-flow"_s;
        const auto read = recordFromText(toText(record));
        QVERIFY2(read.hasValue(), read.hasError() ? qPrintable(read.error().message) : "");
        QCOMPARE(read.value().numbers, record.numbers);
        QVERIFY(read.value() == record);
    }
    void oneOfTheTimelineSaysNothingOfItsContent()
    {
        const QByteArray text = toText(sampleRecord());
        QVERIFY(!text.contains("content"));
        QVERIFY(recordFromText(text).value().content.isEmpty());
    }
    void standsInAnyFileAsItIs()
    {
        const QByteArray text = toText(sampleRecord());
        const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) {
            return c >= 0x20 && c < 0x7f && c != '<' && c != '>' && c != '&';
        });
        QVERIFY(isPlain);
        QVERIFY(QJsonDocument::fromJson(text).isObject());
    }
    /// SHA-256 of `abc`: FIPS 180-2, appendix B.1.
    void theDigestIsThatOfTheNumbers()
    {
        QCOMPARE(numbersDigest("abc"),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
    void aDocumentKeepsItsOwnKeys()
    {
        const QByteArray document = R"({"holdline":"0.1.0","sources":[1],"view":{}})";
        const QByteArray whole = withRecord(document, sampleRecord());
        QCOMPARE(QJsonDocument::fromJson(whole).object().value(u"sources"_s).toArray(), QJsonArray{1});
        QVERIFY(recordFromText(whole).value() == sampleRecord());
    }
    void aDocumentsDigitsStayAsTheyAre()
    {
        const QByteArray document = "{\"asOf\":\"2026-01-22T12:00:00Z\",\"value\":12345678901.12345678}\n";
        const QByteArray whole = withRecordBehind(document, sampleRecord());
        QVERIFY(whole.contains("\"value\":12345678901.12345678,"));
        QVERIFY(recordFromText(whole).value() == sampleRecord());
    }
    void tooManyNumbersLeaveTheirDigest()
    {
        const QByteArray numbers(mostRecordedBytes + 1, '1');
        const ReportRecord record = reportRecord(sampleView(), at("2026-01-22"), numbers);
        QVERIFY(!record.numbers);
        QCOMPARE(record.digest, numbersDigest(numbers));
        QVERIFY(recordFromText(toText(record)).value() == record);
    }

    void whatIsNoRecordIsSaid_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QString& key, const QJsonValue& value,
                            const QString& says) { QTest::newRow(name) << key << value << says; };
        const QJsonValue none(QJsonValue::Undefined);
        const QString damaged = u"its numbers cannot be unpacked"_s;
        row("of a newer version", u"record"_s, 2, u"a newer Holdline (0.1.0)"_s);
        row("a view of a newer version", u"view"_s, QJsonObject{{u"version"_s, 99}},
            u"a newer Holdline (version 99"_s);
        row("a view alone", u"record"_s, none, u"no record of its numbers"_s);
        row("a view without a range", u"view"_s, QJsonObject{{u"version"_s, 1}}, u"of what time"_s);
        row("no view", u"view"_s, u"x"_s, u"no version"_s);
        row("no as-of time", u"asOf"_s, u"yesterday"_s, u"of what time"_s);
        row("no digest", u"sha256"_s, none, u"its checksum is none"_s);
        row("half a digest", u"sha256"_s, u"ba78"_s, u"its checksum is none"_s);
        row("another digest", u"sha256"_s, QString(64, u'0'), u"do not fit their checksum"_s);
        row("other numbers", u"numbers"_s, QJsonArray{packedPiece("1,2,3\n")},
            u"do not fit their checksum"_s);
        row("a piece that is no text", u"numbers"_s, QJsonArray{7}, damaged);
        row("an empty piece", u"numbers"_s, QJsonArray{QString()}, damaged);
        row("a piece that is not packed", u"numbers"_s,
            QJsonArray{QString::fromLatin1(QByteArray("\0\0\0\x08plain", 9).toBase64())}, damaged);
        row("a piece that says it is large", u"numbers"_s, QJsonArray{packedPiece(QByteArray(1 << 20, '0'))},
            damaged);
        QByteArray bomb = qCompress(QByteArray(32 << 20, '0'));
        bomb.replace(0, 4, QByteArray("\0\0\0\x10", 4));
        row("a piece that is larger than it says", u"numbers"_s,
            QJsonArray{QString::fromLatin1(bomb.toBase64())}, damaged);
    }
    void whatIsNoRecordIsSaid()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, says);
        if (QByteArray(QTest::currentDataTag()) == "a piece that is not packed")
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*qUncompress.*"_s));
        QJsonObject object = QJsonDocument::fromJson(toText(sampleRecord())).object();
        object.insert(key, value);
        const auto read = recordFromText(QJsonDocument(object).toJson());
        QVERIFY(read.hasError());
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }
    void cutOffAnywhereItIsNoRecord()
    {
        const QByteArray text = toText(reportRecord(sampleView(), at("2026-01-22"), "a\nb\n"));
        for (qsizetype size = 0; size < text.size(); ++size)
            QVERIFY(recordFromText(text.left(size)).hasError());
    }

    void recordsNoMoreCandlesThanAPictureShows_data()
    {
        QTest::addColumn<Interval>("interval");
        QTest::addColumn<int>("days");
        QTest::addColumn<Interval>("recorded");
        QTest::newRow("hours of twelve days") << oneHour << 12 << oneHour;
        QTest::newRow("minutes of a week") << oneMinute << 7 << oneMinute;
        QTest::newRow("minutes of a month: 43,200") << oneMinute << 30 << fiveMinutes;
        QTest::newRow("minutes of ten years: 21,900 of four hours") << oneMinute << 3650 << oneDay;
        QTest::newRow("weeks of ten years") << oneWeek << 3650 << oneWeek;
    }
    void recordsNoMoreCandlesThanAPictureShows()
    {
        QFETCH(Interval, interval);
        QFETCH(int, days);
        View view = sampleView();
        view.interval = interval;
        view.range.to = view.range.from + std::chrono::hours{24} * days;
        const View recorded = recordedView(view);
        QTEST(recorded.interval, "recorded");
        view.interval = recorded.interval;
        QVERIFY(recorded == view);
    }
};

QTEST_GUILESS_MAIN(ReportRecordTest)
#include "tst_reportrecord.moc"
