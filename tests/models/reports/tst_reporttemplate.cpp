// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reporttemplate.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

const QByteArray wholeTemplate = R"({
    "template": 1, "name": "desk", "title": "Morning note", "page": "letter", "landscape": true,
    "view": {"theme": "print"}, "ours": [1, 2],
    "blocks": [
        {"kind": "heading", "text": "Levels", "colour": "blue"},
        {"kind": "picture", "span": "36h", "height": 0.5, "view": {"interval": "5m"}, "text": "Two nights"},
        {"kind": "figures", "figures": [{"id": "price.last", "label": "Price"}]},
        {"kind": "brief", "most": 7}
    ]})";

} // namespace

class TestReportTemplate final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void everyKeyIsRead()
    {
        const auto pattern = templateFromJson(objectOf(wholeTemplate));
        QVERIFY2(pattern.hasValue(), pattern.hasError() ? qPrintable(pattern.error().message) : "");
        const ReportTemplate& read = pattern.value();
        QCOMPARE(read.name, u"desk"_s);
        QCOMPARE(read.title, u"Morning note"_s);
        QCOMPARE(read.page, u"letter"_s);
        QVERIFY(read.isLandscape && read.hasPages());
        QCOMPARE(read.changes, objectOf(R"({"theme":"print"})"));
        QCOMPARE(read.blocks.size(), std::size_t{4});
        QCOMPARE(read.blocks[0].text, u"Levels"_s);
        QCOMPARE(*read.blocks[1].span, Span{std::chrono::hours{36}});
        QCOMPARE(read.blocks[1].height, 0.5);
        QCOMPARE(read.blocks[1].changes, objectOf(R"({"interval":"5m"})"));
        QCOMPARE(read.blocks[2].figures, (std::vector<ReportFigure>{{u"price.last"_s, u"Price"_s}}));
        QCOMPARE(read.blocks[3].most, 7);
    }
    void whatIsReadIsWrittenAgainWithKeysOfOthers()
    {
        QCOMPARE(toJson(templateFromJson(objectOf(wholeTemplate)).value()), objectOf(wholeTemplate));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& json, const QString& words) {
            QTest::newRow(name) << json << words;
        };
        row("no template", R"({"name": "x"})", u"no “template”"_s);
        row("newer", R"({"template": 2})", u"newer Holdline"_s);
        row("a version that is none", R"({"template": "1"})", u"no “template”"_s);
        row("another paper", R"({"template": 1, "page": "a3", "blocks": [{"kind": "brief"}]})", u"“page”"_s);
        row("pages without blocks", R"({"template": 1, "page": "a4"})", u"“blocks” are missing"_s);
        row("blocks without pages", R"({"template": 1, "blocks": [{"kind": "brief"}]})", u"need a “page”"_s);
        row("an unknown kind", R"({"template": 1, "page": "a4", "blocks": [{"kind": "pie"}]})",
            u"“kind” is “pie”, and there are heading, text, figures, picture, brief, levels, sources, coverage, break"_s);
        row("a block that is none", R"({"template": 1, "page": "a4", "blocks": [7]})", u"“kind” is “”"_s);
        row("a span that is none",
            R"({"template": 1, "page": "a4", "blocks": [{"kind": "picture", "span": "soon"}]})", u"“span”"_s);
        row("higher than a page",
            R"({"template": 1, "page": "a4", "blocks": [{"kind": "picture", "height": 1.5}]})",
            u"“height” is not a number from 0 to 1"_s);
        row("no sentences", R"({"template": 1, "page": "a4", "blocks": [{"kind": "brief", "most": 0}]})",
            u"“most”"_s);
        row("a figure without an id",
            R"({"template": 1, "page": "a4", "blocks": [{"kind": "figures", "figures": [{"label": "x"}]}]})",
            u"“figures”"_s);
        row("a view that is none", R"({"template": 1, "view": "dark"})", u"“view”"_s);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto pattern = templateFromJson(objectOf(json));
        QVERIFY(pattern.hasError());
        QVERIFY2(pattern.error().message.contains(words), qPrintable(pattern.error().message));
    }
    void tooManyBlocksAreRefused()
    {
        QJsonObject object = objectOf(wholeTemplate);
        QJsonArray blocks;
        for (std::size_t i = 0; i <= mostBlocks; ++i)
            blocks.append(QJsonObject{{u"kind"_s, u"break"_s}});
        object.insert(u"blocks"_s, blocks);
        QVERIFY(templateFromJson(object).hasError());
    }

    void aViewTakesTheChangesAndKeepsTheRest()
    {
        View view;
        view.title = u"as it was"_s;
        view.panes = defaultPanes();
        const auto changed =
            changedView(view, objectOf(R"({"theme": "light", "panes": [{"kind": "etf", "weight": 2}]})"));
        QVERIFY(changed.hasValue());
        QCOMPARE(changed.value().title, u"as it was"_s);
        QCOMPARE(changed.value().theme, u"light"_s);
        QCOMPARE(changed.value().panes, (std::vector<PaneSpec>{{.kind = u"etf"_s, .weight = 2}}));
    }
    void aChangeThatMakesNoViewIsRefused()
    {
        QVERIFY(changedView({}, objectOf(R"({"scale": 9})")).hasError());
    }

    void theBundledOnesAreThere()
    {
        QStringList names;
        for (const ReportTemplate& each : bundledTemplates()) {
            names << each.name;
            QVERIFY2(!each.title.isEmpty(), qPrintable(each.name));
            QVERIFY2(changedView({}, each.changes).hasValue(), qPrintable(each.name));
            for (const ReportBlock& block : each.blocks)
                QVERIFY2(changedView({}, block.changes).hasValue(), qPrintable(each.name));
        }
        QCOMPARE(names, (QStringList{u"wide"_s, u"square"_s, u"tall"_s, u"a4"_s, u"letter"_s}));
    }
};

QTEST_GUILESS_MAIN(TestReportTemplate)
#include "tst_reporttemplate.moc"
