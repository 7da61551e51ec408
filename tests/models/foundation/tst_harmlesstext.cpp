// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/harmlesstext.h"
#include "models/foundation/nearestwords.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

QString of(std::initializer_list<char16_t> units)
{
    QString text;
    for (const char16_t unit : units)
        text += QChar(unit);
    return text;
}

} // namespace

class TestHarmlessText final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void lines_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("harmless");
        const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
        same("nothing", {});
        same("plain words", u"Below $90,000"_s);
        same("Arabic", u"بيتكوين"_s);
        same("an emoji of several code points", u"👩🏽‍💻 🇯🇵"_s);
        same("combining marks", u"e\u0301 a\u0323\u0302"_s);
        same("marks of direction", of({'a', 0x200E, 0x200F, 0x061C}));
        same("an isolate with its partner", of({0x2067, 'a', 0x2069}));
        same("isolates in isolates", of({0x2066, 0x2068, 'a', 0x2069, 0x2069}));
        QTest::newRow("an override") << of({'a', 0x202E, 'b', 0x202C}) << u"ab"_s;
        QTest::newRow("an embedding that never ends") << of({0x202A, 0x202B, 0x202D, 'a'}) << u"a"_s;
        QTest::newRow("an isolate that never ends") << of({0x2067, 'a'}) << u"a"_s;
        QTest::newRow("an end of no isolate") << of({'a', 0x2069, 'b'}) << u"ab"_s;
        QTest::newRow("one end for two")
            << of({0x2066, 'a', 0x2067, 'b', 0x2069}) << of({'a', 0x2067, 'b', 0x2069});
        QTest::newRow("a line feed and a tab") << u"a\nb\tc"_s << u"a b c"_s;
        QTest::newRow("zero, escape and delete") << of({'a', 0, 0x1B, 0x7F, 'b'}) << u"ab"_s;
        QTest::newRow("a line separator") << of({'a', 0x2028, 'b'}) << u"a b"_s;
        QTest::newRow("what is no character") << of({'a', 0xFFFE, 0xFFFF, 0xFDD0, 'b'}) << u"ab"_s;
        QTest::newRow("half a pair") << of({'a', 0xD83D, 'b'}) << of({'a', 0xFFFD, 'b'});
    }
    void lines()
    {
        QFETCH(QString, typed);
        QFETCH(QString, harmless);
        QCOMPARE(harmlessLine(typed), harmless);
        QCOMPARE(harmlessLine(harmless), harmless);
    }
    void paragraphsStay()
    {
        QCOMPARE(harmlessText(u"a\r\nb\rc\nd\te"_s), u"a\nb\nc\nd e"_s);
        // An isolate ends with its paragraph.
        QCOMPARE(harmlessText(of({0x2067, 'a', '\n', 'b', 0x2069})), u"a\nb"_s);
    }
    void aDirectionIsSeen()
    {
        QVERIFY(hasRightToLeft(u"a שלום"_s));
        QVERIFY(hasRightToLeft(u"بيتكوين"_s));
        QVERIFY(!hasRightToLeft(u"Below $90,000 👩🏽‍💻"_s));
        QCOMPARE(isolated(u"a"_s), of({0x2068, 'a', 0x2069}));
    }
    void nearestFirst()
    {
        const QStringList words{u"price.last"_s, u"price.low_24h"_s, u"etf.funds"_s};
        QCOMPARE(nearestWords(u"price.lst"_s, words).value(0), u"price.last"_s);
        QCOMPARE(nearestWords(u"PRICE.LAST"_s, words).value(0), u"price.last"_s);
        QVERIFY(nearestWords(u"zzzz"_s, words).isEmpty());
        QVERIFY(nearestWords({}, words).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHarmlessText)
#include "tst_harmlesstext.moc"
