// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/hostgate.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace Qt::StringLiterals;

class TestHostGate final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void oneAtATimeInTheOrderOfAsking()
    {
        HostGate gate;
        const int a = 0, b = 0, c = 0;
        QString went;
        gate.enter(u"host"_s, &a, [&] { went += u'a'; });
        gate.enter(u"host"_s, &b, [&] { went += u'b'; });
        gate.enter(u"host"_s, &c, [&] { went += u'c'; });
        QCOMPARE(went, u"a"_s);
        gate.leave(u"host"_s, &a);
        QCOMPARE(went, u"ab"_s);
        gate.leave(u"host"_s, &b);
        QCOMPARE(went, u"abc"_s);
        gate.leave(u"host"_s, &c);
        gate.enter(u"host"_s, &a, [&] { went += u'A'; });
        QCOMPARE(went, u"abcA"_s);
    }

    void hostsDoNotWaitForEachOther()
    {
        HostGate gate;
        const int a = 0, b = 0;
        QString went;
        gate.enter(u"one"_s, &a, [&] { went += u'a'; });
        gate.enter(u"two"_s, &b, [&] { went += u'b'; });
        QCOMPARE(went, u"ab"_s);
    }

    void whoeverGivesUpIsPassedOver()
    {
        HostGate gate;
        const int a = 0, b = 0, c = 0;
        QString went;
        gate.enter(u"host"_s, &a, [&] { went += u'a'; });
        gate.enter(u"host"_s, &b, [&] { went += u'b'; });
        gate.enter(u"host"_s, &c, [&] { went += u'c'; });
        gate.leave(u"host"_s, &b);
        QCOMPARE(went, u"a"_s);
        gate.leave(u"host"_s, &a);
        QCOMPARE(went, u"ac"_s);
        gate.leave(u"host"_s, &a); // has left already
        gate.leave(u"elsewhere"_s, &c);
        QCOMPARE(went, u"ac"_s);
    }

    void whoeverLeavesAtOnceLetsTheNextGo()
    {
        HostGate gate;
        const int a = 0, b = 0, c = 0;
        QString went;
        gate.enter(u"host"_s, &a, [&] { went += u'a'; });
        gate.enter(u"host"_s, &b, [&] {
            went += u'b';
            gate.leave(u"host"_s, &b);
        });
        gate.enter(u"host"_s, &c, [&] { went += u'c'; });
        gate.leave(u"host"_s, &a);
        QCOMPARE(went, u"abc"_s);
    }
};

QTEST_GUILESS_MAIN(TestHostGate)
#include "tst_hostgate.moc"
