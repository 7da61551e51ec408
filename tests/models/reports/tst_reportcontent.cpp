// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodes.h"
#include "models/reports/reportcontent.h"
#include "models/reports/reportdocument.h"
#include "models/views/exportdocument.h"
#include "models/views/reportrecord.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
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

ReportBlock picture(const QByteArray& changes, const QString& text = {})
{
    ReportBlock block{.kind = u"picture"_s, .text = text};
    block.changes = QJsonDocument::fromJson(changes).object();
    return block;
}

const QByteArray priceAlone = R"({"panes":[{"kind":"price","weight":1}]})";
const QByteArray flowsAlone = R"({"panes":[{"kind":"etf","weight":1}]})";

QStringList kindsOf(const ViewData& data)
{
    QStringList kinds;
    for (const PaneData& pane : data.panes)
        kinds << pane.kind;
    kinds.sort();
    return kinds;
}

/// Rows of a table by themselves; none of the episode's names holds a line end.
QSet<QByteArray> rowsIn(const QByteArray& table)
{
    const QByteArrayList lines = table.split('\n');
    QSet<QByteArray> rows(lines.begin() + 1, lines.end());
    rows.remove({});
    return rows;
}

} // namespace

/// The bundled episode, as it was known on 21 January at six.
class TestReportContent final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::move(openEpisode(u"january-2026"_s, m_clock)).value(); }
    void init()
    {
        testing::failOnAnyWarning();
        m_view = {};
        m_view.episode = u"january-2026"_s;
        m_view.panes = defaultPanes();
        m_view.range = {at("2026-01-13"), at("2026-01-24")};
        m_view.asOf = at("2026-01-21T06:00Z");
        m_pattern = {.name = u"x"_s, .page = u"a4"_s};
    }

    void eachPictureHasItsOwnPanesAndTime()
    {
        ReportBlock last = picture(flowsAlone);
        last.span = std::chrono::hours{24 * 3};
        m_pattern.blocks = {picture(priceAlone), {.kind = u"brief"_s}, last};
        const auto content = load();
        QCOMPARE(content.pictures.size(), std::size_t{2});
        QCOMPARE(content.pictures[0].view.range, m_view.range);
        QCOMPARE(kindsOf(content.pictures[0].data), QStringList{});
        QCOMPARE(content.pictures[1].view.range, (TimeRange{at("2026-01-21"), at("2026-01-24")}));
        QCOMPARE(kindsOf(content.pictures[1].data), QStringList{u"etf"_s});
    }
    void whatIsSharedIsTheSameAsWhatIsLoadedAlone()
    {
        m_pattern.blocks = {picture(flowsAlone), picture(priceAlone)};
        const auto content = load();
        for (const ReportPicture& shared : content.pictures) {
            const auto alone = loadViewData(*m_store, shared.view, m_clock);
            QVERIFY(alone.hasValue());
            QCOMPARE(kindsOf(shared.data), kindsOf(alone.value()));
            QCOMPARE(visibleNumbers(*m_store, shared.view, shared.data).value(),
                     visibleNumbers(*m_store, shared.view, alone.value()).value());
        }
    }
    void nothingIsToldFromAfterTheMoment()
    {
        const auto content = load();
        QCOMPARE(content.at, at("2026-01-21T06:00Z"));
        QCOMPARE(content.brief.at, content.at);
        for (const MarketReading& reading : content.brief.readings)
            QVERIFY2(reading.knownAt <= content.at, qPrintable(reading.id));
        QCOMPARE(content.levels.size(), std::size_t{3});
        QCOMPARE(content.levels.back().level.level.id, u"defense-band"_s);
        QVERIFY(content.levels.back().ledger.has_value());
        for (const LevelTouch& touch : content.levels.back().ledger->touches)
            QVERIFY(touch.at < content.at);
    }
    void textsAreFilledAndProblemsTold()
    {
        m_pattern.blocks = {{.kind = u"text"_s, .text = u"Band {level.defense-band.state}; {price.lst}."_s},
                            picture(priceAlone, u"As of {as_of}"_s)};
        m_view.title = u"Funds {etf.net_2_sessions}"_s;
        const auto content = load();
        QCOMPARE(content.texts.size(), 2);
        QVERIFY2(!content.texts[0].contains(u"{level"_s) && content.texts[0].contains(u"{price.lst}"_s),
                 qPrintable(content.texts[0]));
        QVERIFY2(content.texts[1].contains(u"21 January 2026"_s), qPrintable(content.texts[1]));
        QCOMPARE(content.data.words->title, u"Funds −$874.4 M"_s); // as published by SoSoValue
        QCOMPARE(content.pictures[0].data.words->title, QString());
        QCOMPARE(content.problems.size(), 1);
        QVERIFY2(content.problems[0].contains(u"price.lst"_s), qPrintable(content.problems[0]));
    }
    void eachNumberIsThereOnce()
    {
        ReportBlock last = picture(priceAlone);
        last.span = std::chrono::hours{24 * 3};
        m_pattern.blocks = {picture(priceAlone), last, picture(flowsAlone)};
        const auto content = load();
        const auto numbers = reportNumbers(*m_store, content);
        QVERIFY(numbers.hasValue());
        QSet<QByteArray> expected;
        for (const ReportPicture& each : content.pictures)
            expected.unite(rowsIn(visibleNumbers(*m_store, recordedView(each.view), each.data).value()));
        QSet<QByteArray> readings;
        QByteArrayList lines = numbers.value().split('\n');
        QCOMPARE(lines.takeFirst(), QByteArray("series,column,time,to,value,known_at,source"));
        QCOMPARE(lines.takeLast(), QByteArray());
        const qsizetype count = lines.size();
        for (const QByteArray& line : lines)
            if (line.startsWith("brief/"))
                readings.insert(line);
        QCOMPARE(rowsIn(numbers.value()) - readings, expected);
        QCOMPARE(rowsIn(numbers.value()).size(), count);
        QVERIFY(std::any_of(readings.begin(), readings.end(), [](const QByteArray& line) {
            return line.startsWith("brief/price.last,value,2026-01-21T06:00:00Z,,");
        }));
    }
    void sourcesAndGapsAreThoseOfAllPictures()
    {
        m_pattern.blocks = {picture(priceAlone), picture(flowsAlone)};
        const auto content = load();
        QStringList series;
        for (const Provenance& entry : content.provenance)
            series << entry.series;
        QVERIFY(series.contains(u"price/binance:BTCUSDT"_s));
        QVERIFY(series.contains(u"etf/btc/total"_s));
        QVERIFY(!series.contains(u"liquidations/coinglass"_s));
        const auto document = QJsonDocument::fromJson(reportDocument(content)).object();
        QCOMPARE(document.value(u"sources"_s).toArray().size(), qsizetype(content.provenance.size()));
        QCOMPARE(document.value(u"coverage"_s).toArray().size(), qsizetype(content.gaps.size()));
        QCOMPARE(document.value(u"brief"_s).toObject().value(u"asOf"_s).toString(),
                 u"2026-01-21T06:00:00Z"_s);
    }
    void aViewOfABlockThatIsNoneIsRefused()
    {
        m_pattern.blocks = {picture(R"({"zone":"Mars/Base"})")};
        const auto content = loadReportContent(*m_store, m_view, m_pattern, m_folder.path(), m_clock);
        QVERIFY(content.hasError());
        QVERIFY2(content.error().message.contains(u"Mars/Base"_s), qPrintable(content.error().message));
    }

private:
    ReportContent load()
    {
        auto content = loadReportContent(*m_store, m_view, m_pattern, m_folder.path(), m_clock);
        if (content.hasError())
            qFatal("%s", qPrintable(content.error().message));
        return std::move(content).value();
    }
    FakeClock m_clock{at("2026-03-01")};
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    View m_view;
    ReportTemplate m_pattern;
};

QTEST_GUILESS_MAIN(TestReportContent)
#include "tst_reportcontent.moc"
