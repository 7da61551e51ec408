// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/numberchanges.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

namespace {

const QByteArray names = "series,column,time,to,value,known_at,source\n";

/// An hour from 10 o'clock on, known at its end.
QByteArray row(const QByteArray& series, const QByteArray& column, const QByteArray& value,
               const QByteArray& knownAt = "11", const QByteArray& source = "s")
{
    return series + ',' + column + ",10,11," + value + ',' + knownAt + ',' + source + '\n';
}

/// `series at field was>is`, `-` for what is absent.
QByteArrayList told(const QByteArray& was, const QByteArray& is)
{
    QByteArrayList all;
    for (const NumberChange& change : numberChanges(names + was, names + is))
        all.append(change.series + ' ' + change.at + ' ' + change.field + ' ' + change.was.value_or("-") +
                   '>' + change.is.value_or("-"));
    return all;
}

} // namespace

class NumberChangesTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QByteArrayList>("expected");
        const QByteArray open = row("p", "open", "1");
        const QByteArray close = row("p", "close", "2");
        QTest::newRow("nothing differs") << open + close << open + close << QByteArrayList{};
        QTest::newRow("only the order differs") << open + close << close + open << QByteArrayList{};
        QTest::newRow("a value was revised")
            << open + close << open + row("p", "close", "3") << QByteArrayList{"p 10 close 2>3"};
        QTest::newRow("a row is gone") << open + close << open << QByteArrayList{"p 10 close 2>-"};
        QTest::newRow("a row is new") << close << open + close << QByteArrayList{"p 10 open ->1"};
        QTest::newRow("a value is no longer known")
            << open << row("p", "open", "") << QByteArrayList{"p 10 open 1>"};
        QTest::newRow("a revised candle was known later in each column, which its value says")
            << open + close << row("p", "open", "1", "12") + row("p", "close", "3", "12")
            << QByteArrayList{"p 10 close 2>3"};
        QTest::newRow("and so was what is computed from it")
            << close + row("t", "value", "5") << row("p", "close", "3", "12") + row("t", "value", "5", "12")
            << QByteArrayList{"p 10 close 2>3"};
        QTest::newRow("only the time of knowing differs, said once")
            << open + close << row("p", "open", "1", "12") + row("p", "close", "2", "12")
            << QByteArrayList{"p 10 known_at 11>12"};
        QTest::newRow("another source is another number")
            << open << row("p", "open", "1", "11", "t") << QByteArrayList{"p 10 open 1>-", "p 10 open ->1"};
        QTest::newRow("one of three orders of a moment is gone")
            << row("l", "long_usd", "5") + row("l", "long_usd", "5") + row("l", "long_usd", "7")
            << row("l", "long_usd", "7") + row("l", "long_usd", "5") << QByteArrayList{"l 10 long_usd 5>-"};
        QTest::newRow("a name with a comma, a quote and a line end")
            << row("\"a,\"\"b\nc\"", "v", "1") << row("\"a,\"\"b\nc\"", "v", "2")
            << QByteArrayList{"a,\"b\nc 10 v 1>2"};
        QTest::newRow("by series, then by time") << QByteArray() << row("q", "v", "1") + row("p", "v", "1")
                                                 << QByteArrayList{"p 10 v ->1", "q 10 v ->1"};
    }
    void changes()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QTEST(told(was, is), "expected");
    }
    /// In time that grows with the text alone.
    void aQuoteThatNeverClosesIsNotFollowed()
    {
        QByteArray broken;
        for (int i = 0; i < 20000; ++i)
            broken += "\"never,closed\n";
        QCOMPARE(told(broken, row("p", "open", "1")), QByteArrayList{"p 10 open ->1"});
    }
};

QTEST_GUILESS_MAIN(NumberChangesTest)
#include "tst_numberchanges.moc"
