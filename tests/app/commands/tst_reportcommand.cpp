// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::FakeClock;
using holdline::testing::Run;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool has(const QString& program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

/// An object of a PDF by its number, and the number that stands under one of its keys, or 0.
QString objectIn(const QString& pdf, int number)
{
    const auto begin = pdf.indexOf(u"\n%1 0 obj"_s.arg(number));
    return begin < 0 ? QString() : pdf.mid(begin, pdf.indexOf(u"endobj"_s, begin) - begin);
}
int referenceIn(const QString& object, const QString& key)
{
    const QRegularExpression form(key + u" (\\d+) 0 R"_s);
    return form.match(object).captured(1).toInt();
}

/// Titles of a PDF's list of contents, as its items follow each other (ISO 32000-1, 12.3.3).
QStringList bookmarksIn(const QByteArray& bytes)
{
    static const QRegularExpression title(u"/Title \\(([^)]*)\\)"_s);
    const QString pdf = QString::fromLatin1(bytes);
    QStringList titles;
    const QString list = objectIn(pdf, referenceIn(pdf, u"/Outlines"_s));
    for (int item = referenceIn(list, u"/First"_s); item > 0 && titles.size() < 100;
         item = referenceIn(objectIn(pdf, item), u"/Next"_s))
        titles << title.match(objectIn(pdf, item)).captured(1);
    return titles;
}

} // namespace

/// Reports with pages, as a script asks for them.
class TestReportCommand final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void theBundledReportSaysWhatItIsMadeOf()
    {
        if (!has(u"pdftotext"_s))
            QSKIP("poppler-utils is not installed");
        QCOMPARE(exported(u"r.pdf"_s).exitCode, 0);
        const QString text =
            QString::fromUtf8(printed(u"pdftotext"_s, {u"-layout"_s, path(u"r.pdf"_s), u"-"_s}));
        for (const QString& words :
             {u"BTC-USDT, 2026-01-21 06:00 UTC"_s, u"This is a reconstruction between published"_s,
              u"What stands out"_s,
              u"−$874.4 M"_s, // the published flows of 16 and 20 January
              u"99,300"_s, u"92,500"_s, u"89,800–90,000"_s, u"lost"_s, u"The last three days"_s,
              u"Sources and de"_s, u"What is not known"_s, u"1 of "_s})
            QVERIFY2(text.contains(words), qPrintable(words + u" is missing in\n"_s + text));
        const QByteArray fonts = printed(u"pdffonts"_s, {path(u"r.pdf"_s)});
        QVERIFY2(fonts.contains("Roboto-Regular") && !fonts.contains(" no  no"), fonts.constData());
        const QByteArray info = printed(u"pdfinfo"_s, {path(u"r.pdf"_s)});
        QVERIFY2(info.contains("Title:           BTC-USDT, 2026-01-21 06:00 UTC"), info.constData());
        QVERIFY2(info.contains("(A4)"), info.constData());
        QVERIFY(printed(u"pdfimages"_s, {u"-list"_s, path(u"r.pdf"_s)}).count('\n') <=
                2); // its two head lines
    }
    void headingsAreTheListOfContents()
    {
        QCOMPARE(exported(u"r.pdf"_s).exitCode, 0);
        QCOMPARE(bookmarksIn(bytesOf(path(u"r.pdf"_s))),
                 (QStringList{u"BTC-USDT, 2026-01-21 06:00 UTC"_s, u"What stands out"_s, u"Levels"_s,
                              u"The last three days"_s, u"Flows"_s, u"Sources and definitions"_s,
                              u"What is not known"_s}));
    }
    void letterIsAnotherPaper()
    {
        if (!has(u"pdfinfo"_s))
            QSKIP("poppler-utils is not installed");
        QCOMPARE(exported(u"r.pdf"_s, {u"--page"_s, u"letter"_s}).exitCode, 0);
        QVERIFY(printed(u"pdfinfo"_s, {path(u"r.pdf"_s)}).contains("612 x 792 pts (letter)"));
    }
    void theSameCallGivesTheSameBytesAnywhere()
    {
        QCOMPARE(exported(u"r.pdf"_s, {path(u"r.csv"_s), path(u"r.json"_s)}).exitCode, 0);
        const QByteArray first =
            bytesOf(path(u"r.pdf"_s)) + bytesOf(path(u"r.csv"_s)) + bytesOf(path(u"r.json"_s));
        QProcess process;
        QProcessEnvironment elsewhere = QProcessEnvironment::systemEnvironment();
        elsewhere.insert(u"TZ"_s, u"Asia/Tokyo"_s);
        elsewhere.insert(u"LANG"_s, u"de_DE.UTF-8"_s);
        elsewhere.insert(u"LC_ALL"_s, u"C"_s);
        elsewhere.insert(u"HOME"_s, m_folder->path());
        elsewhere.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
        process.setProcessEnvironment(elsewhere);
        process.start(QStringLiteral(HOLDLINE_PROGRAM),
                      arguments(u"r.pdf"_s, {path(u"r.csv"_s), path(u"r.json"_s)}));
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(first == bytesOf(path(u"r.pdf"_s)) + bytesOf(path(u"r.csv"_s)) + bytesOf(path(u"r.json"_s)));
    }
    void itCanBeVerified_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("pdf") << u"r.pdf"_s;
        QTest::newRow("json") << u"r.json"_s;
    }
    void itCanBeVerified()
    {
        QFETCH(QString, name);
        const FakeClock clock(at("2026-01-12"));
        merge(clock, 105);
        writeTemplate(u"own"_s, R"({"template":1,"name":"own","page":"a4","blocks":[
            {"kind":"text","text":"Price {price.last}"},{"kind":"picture","height":0.4}]})");
        const QStringList asked{u"--data-dir"_s, m_folder->path(), u"export"_s,     u"--template"_s,
                                u"own"_s,        u"--from"_s,      u"2026-01-10"_s, u"--panes"_s,
                                u"price"_s,      u"-o"_s,          path(name)};
        const Run ended = testing::run(QStringLiteral(HOLDLINE_PROGRAM), asked);
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QFile::remove(path(u"templates/own.json"_s)); // the file carries its own
        const QStringList check{u"--data-dir"_s, m_folder->path(), u"verify"_s, path(name)};
        QCOMPARE(testing::run(QStringLiteral(HOLDLINE_PROGRAM), check).output,
                 QByteArray("{\"same\":true,\"changed\":[]}\n"));
        merge(FakeClock(at("2026-01-13")), 333);
        const Run changed = testing::run(QStringLiteral(HOLDLINE_PROGRAM), check);
        QCOMPARE(changed.exitCode, 1);
        QVERIFY2(
            changed.output.contains("\"series\":\"price/binance:BTCUSDT\",\"at\":\"2026-01-10T05:00:00Z\","
                                    "\"field\":\"close\",\"was\":105,\"is\":333"),
            changed.output.constData());
    }
    void theDocumentSaysAllThatThePagesSay()
    {
        QCOMPARE(exported(u"r.json"_s).exitCode, 0);
        const QJsonObject object = QJsonDocument::fromJson(bytesOf(path(u"r.json"_s))).object();
        for (const char* const key :
             {"holdline", "view", "template", "brief", "sources", "coverage", "levels", "sha256"})
            QVERIFY2(object.contains(QLatin1StringView(key)), key);
        QCOMPARE(object.value(u"template"_s).toObject().value(u"name"_s).toString(), u"a4"_s);
        QVERIFY(object.value(u"statement"_s).toString().contains(u"reconstruction"_s));
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a picture of pages") << u"r.png"_s << QStringList{} << 2 << QByteArray("has pages");
        QTest::newRow("no such template")
            << u"r.pdf"_s << QStringList{u"--template"_s, u"broadsheet"_s} << 1
            << QByteArray("no template “broadsheet”; there are a4, letter, newer, square, tall, wide, wrong");
        QTest::newRow("a template of a newer version")
            << u"r.pdf"_s << QStringList{u"--template"_s, u"newer"_s} << 1 << QByteArray("newer Holdline");
        QTest::newRow("a wrong one") << u"r.pdf"_s << QStringList{u"--template"_s, u"wrong"_s} << 1
                                     << QByteArray("“kind” is “pie”");
        QTest::newRow("another paper")
            << u"r.pdf"_s << QStringList{u"--page"_s, u"a3"_s} << 2 << QByteArray("--page");
        QTest::newRow("a card with pages") << u"r.pdf"_s << QStringList{u"--content"_s, u"brief"_s} << 2
                                           << QByteArray("--template and --content do not go together");
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, more);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, says);
        writeTemplate(u"newer"_s, R"({"template":2})");
        writeTemplate(u"wrong"_s, R"({"template":1,"page":"a4","blocks":[{"kind":"pie"}]})");
        const Run ended = exported(name, {}, more);
        QCOMPARE(ended.exitCode, exitCode);
        QVERIFY2(ended.words.contains(says), ended.words.constData());
        QVERIFY(!QFile::exists(path(name)));
    }
    void aShapeIsAPicture()
    {
        QCOMPARE(exported(u"r.png"_s, {}, {u"--template"_s, u"square"_s}).exitCode, 0);
        QCOMPARE(QImage(path(u"r.png"_s)).size(), QSize(2160, 2160));
        QCOMPARE(exported(u"r.png"_s, {}, {u"--template"_s, u"tall"_s, u"--scale"_s, u"1"_s}).exitCode, 0);
        QCOMPARE(QImage(path(u"r.png"_s)).size(), QSize(1080, 1620));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList arguments(const QString& name, const QStringList& files = {},
                                        const QStringList& more = {u"--template"_s, u"a4"_s}) const
    {
        QStringList all{u"--data-dir"_s,   m_folder->path(), u"export"_s,           u"--episode"_s,
                        u"january-2026"_s, u"--at"_s,        u"2026-01-21T06:00Z"_s};
        if (!more.contains(u"--template"_s))
            all << u"--template"_s << u"a4"_s;
        return all + more + QStringList{u"-o"_s, path(name)} + files;
    }
    Run exported(const QString& name, const QStringList& files = {},
                 const QStringList& more = {u"--template"_s, u"a4"_s})
    {
        const bool areOptions = !files.isEmpty() && files.first().startsWith(u"--"_s);
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            areOptions ? arguments(name, {}, files) : arguments(name, files, more));
    }
    static QByteArray printed(const QString& program, const QStringList& arguments)
    {
        return testing::run(program, arguments).output;
    }
    void writeTemplate(const QString& name, const QByteArray& json)
    {
        QDir(m_folder->path()).mkpath(u"templates"_s);
        QFile file(path(u"templates/"_s + name + u".json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    }
    /// A day of hours that close at 100, 101, …, the sixth at a price.
    void merge(const FakeClock& clock, int sixth)
    {
        const auto store = Store::open(m_folder->path(), clock);
        const auto series = store.value()->ensureSeries(
            {.name = u"price/binance:BTCUSDT"_s, .source = u"s"_s, .definition = {}}, SeriesKind::Candles,
            u"USDT"_s);
        std::vector<Candle> day;
        for (int n = 0; n < 24; ++n)
            day.push_back({.openTime = at("2026-01-10") + std::chrono::hours{n},
                           .open = Price::whole(100),
                           .high = Price::whole(900),
                           .low = Price::whole(50),
                           .close = Price::whole(n == 5 ? sixth : 100 + n),
                           .volume = {},
                           .quoteVolume = {},
                           .takerBuyQuote = {},
                           .trades = {}});
        QVERIFY(store.value()->mergeCandles(series.value().id, oneHour, day).hasValue());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
