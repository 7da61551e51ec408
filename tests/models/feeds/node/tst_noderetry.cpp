// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/noderetry.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NodeFailure failure(NodeFault fault)
{
    return {fault, u"words"_s};
}

} // namespace

class TestNodeRetry final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aNodeThatStartsIsAskedEveryThreeSeconds()
    {
        NodeRetry retry({}, false);
        for (int i = 0; i < 1000; ++i) {
            const auto decision = retry.after(failure(NodeFault::WarmUp));
            QCOMPARE(decision.wait, std::optional<Span>(3s));
            QCOMPARE(decision.notice, u"words"_s);
        }
    }

    void aBusyNodeIsGivenMoreAndMoreTime()
    {
        NodeRetry retry({}, false);
        Span waited{};
        for (const Span expected :
             {Span(1s), Span(2s), Span(4s), Span(8s), Span(16s), Span(30s), Span(30s)}) {
            const auto decision = retry.after(failure(NodeFault::Busy));
            QCOMPARE(decision.wait, std::optional<Span>(expected));
            QCOMPARE(decision.notice.isEmpty(), waited <= 60s); // no message unless it lasts
            waited += expected;
        }
    }

    void anAbsentNodeIsWaitedForOnlyWhereThatIsWanted()
    {
        QCOMPARE(NodeRetry({}, false).after(failure(NodeFault::Down)).wait, std::nullopt);
        NodeRules patient;
        patient.waitsForNode = true;
        const auto decision = NodeRetry(patient, false).after(failure(NodeFault::Down));
        QCOMPARE(decision.wait, std::optional<Span>(10s));
        QCOMPARE(decision.notice, u"words"_s);
        QCOMPARE(NodeRetry(patient, true).after(failure(NodeFault::Down)).wait, std::nullopt);
    }

    void aCutAnswerIsAskedForThreeTimes()
    {
        NodeRetry retry({}, false);
        QVERIFY(retry.after(failure(NodeFault::Cut)).wait);
        QVERIFY(retry.after(failure(NodeFault::Cut)).wait);
        QVERIFY(!retry.after(failure(NodeFault::Cut)).wait);
        QVERIFY(!NodeRetry({}, true).after(failure(NodeFault::Cut)).wait);
    }

    void othersAreFinal_data()
    {
        QTest::addColumn<int>("fault");
        for (const auto fault :
             {NodeFault::Auth, NodeFault::Forbidden, NodeFault::Method, NodeFault::Pruned, NodeFault::NoUndo,
              NodeFault::NotFound, NodeFault::Exists, NodeFault::NoNode, NodeFault::Refused})
            QTest::newRow(qPrintable(codeOf(fault))) << int(fault);
    }
    void othersAreFinal()
    {
        QFETCH(int, fault);
        QVERIFY(!NodeRetry({}, false).after(failure(NodeFault(fault))).wait);
    }
};

QTEST_GUILESS_MAIN(TestNodeRetry)
#include "tst_noderetry.moc"
