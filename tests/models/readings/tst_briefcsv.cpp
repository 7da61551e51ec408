// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/briefcsv.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

QByteArray lineOf(const ReadingValue& value)
{
    Brief brief;
    brief.add({.id = u"a.b"_s,
               .value = value,
               .unit = u"USD"_s,
               .text = u"It is 1, or \"2\"."_s,
               .at = at("2026-01-20"),
               .origin = {u"s; t"_s, {}},
               .knownAt = at("2026-01-21")});
    return briefToCsv(brief).split('\n').value(1);
}

} // namespace

class BriefCsvTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void aValueStandsAsItIs_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* name, const ReadingValue& value, const QByteArray& written) {
            QTest::newRow(name) << lineOf(value) << written;
        };
        row("none", std::monostate{}, "");
        row("a number", *Amount::parse("-479700000.00000001"), "-479700000.00000001");
        row("yes", true, "true");
        row("a word", u"lost"_s, "lost");
        row("a word with a comma", u"a, b"_s, "\"a, b\"");
        row("a time", at("2026-01-20T14:30Z"), "2026-01-20T14:30:00Z");
        row("several", std::vector<ReadingField>{{u"a"_s, true}, {u"b"_s, u"c"_s}},
            "\"{\"\"a\"\":true,\"\"b\"\":\"\"c\"\"}\"");
    }
    void aValueStandsAsItIs()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, value);
        QCOMPARE(line, "a.b," + value +
                           ",USD,\"It is 1, or \"\"2\"\".\",2026-01-20T00:00:00Z,s; t,,2026-01-21T00:00:00Z");
    }
    void withoutReadingsThereAreNamesAlone()
    {
        QCOMPARE(briefToCsv({}), QByteArray("id,value,unit,text,at,source,definition,known_at\n"));
    }
};

QTEST_GUILESS_MAIN(BriefCsvTest)
#include "tst_briefcsv.moc"
