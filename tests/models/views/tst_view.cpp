// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/view.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestView final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void comesBackAsItWas()
    {
        View view;
        view.title = u"Below 90,000"_s;
        view.subtitle = u"{instrument} at {price.last}"_s;
        view.caption = u"One paragraph.\nAnother."_s;
        view.callouts = {{.at = parseIso("2026-01-20T23:18:00Z").value(), .text = u"The low"_s},
                         {.at = parseIso("2026-01-20").value(),
                          .pane = u"etf"_s,
                          .value = -4e8,
                          .text = u"{etf.net_last}"_s,
                          .dx = -80,
                          .dy = 30.5,
                          .unknown = {{u"colour"_s, u"red"_s}}}};
        view.episode = u"january-2026"_s;
        view.interval = fourHours;
        view.range = {parseIso("2026-01-13").value(), parseIso("2026-01-24").value()};
        view.asOf = parseIso("2026-01-21T06:00:00Z").value();
        view.panes = {{.kind = u"price"_s, .weight = 3, .logarithmic = true, .low = 80000, .high = 100000},
                      {.kind = u"etf"_s, .isCollapsed = true}};
        view.maximised = u"etf"_s;
        view.theme = u"print"_s;
        view.zone = u"Asia/Tokyo"_s;
        view.size = {1280, 720};
        view.scale = 2;
        view.showsEvents = false;
        view.showsCosts = true;
        const auto back = viewFromJson(toJson(view));
        QVERIFY(back.hasValue());
        QCOMPARE(back.value(), view);
    }
    void whatIsAbsentIsTheDefault()
    {
        const auto view = viewFromJson(object(R"({"version":1})"));
        QVERIFY(view.hasValue());
        QCOMPARE(view.value().instrument, u"binance:BTCUSDT"_s);
        QCOMPARE(view.value().panes.size(), std::size_t(5));
        QVERIFY(view.value().range.isEmpty());
        QVERIFY(view.value().showsLevels);
        QVERIFY(!view.value().showsCosts);
        const QJsonObject written = toJson(view.value());
        for (const QString& key : {u"costDistribution"_s, u"subtitle"_s, u"caption"_s, u"callouts"_s})
            QVERIFY2(!written.contains(key), qPrintable(key));
    }
    void unknownKeysAreKept()
    {
        const auto view =
            viewFromJson(object(R"({"version":1,"drawings":[{"kind":"ray"}],"theme":"light"})"));
        QVERIFY(view.hasValue());
        QCOMPARE(toJson(view.value()).value(u"drawings"_s).toArray().size(), 1);
    }
    void anExportedDocumentIsReadToo()
    {
        const auto view = viewFromJson(object(R"({"holdline":"0.1.0","view":{"version":1,"title":"A"}})"));
        QVERIFY(view.hasValue());
        QCOMPARE(view.value().title, u"A"_s);
    }
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const int malformed = static_cast<int>(Error::Kind::Malformed);
        QTest::newRow("a newer version")
            << QByteArray(R"({"version":2})") << static_cast<int>(Error::Kind::Unavailable);
        QTest::newRow("no version") << QByteArray(R"({"title":"x"})") << malformed;
        QTest::newRow("from after to")
            << QByteArray(R"({"version":1,"from":"2026-02-01","to":"2026-01-01"})") << malformed;
        QTest::newRow("a size of nothing") << QByteArray(R"({"version":1,"size":[0,10]})") << malformed;
        QTest::newRow("a scale of nine") << QByteArray(R"({"version":1,"scale":9})") << malformed;
        QTest::newRow("a zone that is none")
            << QByteArray(R"({"version":1,"zone":"Moon/Base"})") << malformed;
        QTest::newRow("a zone that looks like a rule")
            << QByteArray(R"({"version":1,"zone":"Mars"})") << malformed;
        QTest::newRow("an interval that is none")
            << QByteArray(R"({"version":1,"interval":"7m"})") << malformed;
        QTest::newRow("a pane without kind") << QByteArray(R"({"version":1,"panes":[{}]})") << malformed;
        const auto callout = [malformed](const char* name, const char* json) {
            QTest::newRow(name) << QByteArray(R"({"version":1,"callouts":[)") + json + "]}" << malformed;
        };
        callout("a callout of no time", R"({"text":"a"})");
        callout("a callout that is a word", R"("a")");
        callout("a callout far out", R"({"at":"2026-01-20","dx":1e9})");
        callout("a callout at a word", R"({"at":"2026-01-20","value":"high"})");
        QTest::newRow("callouts that are no list")
            << QByteArray(R"({"version":1,"callouts":{}})") << malformed;
        QTest::newRow("a title that is a number") << QByteArray(R"({"version":1,"title":3})") << malformed;
    }
    void refusals()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto view = viewFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(view.hasError());
        QCOMPARE(static_cast<int>(view.error().kind), kind);
        QVERIFY(!view.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestView)
#include "tst_view.moc"
