// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/optionskew.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime now{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
constexpr UtcTime inAYear = now + 365 * 24h;
constexpr double forward = 100'000.0;

// Areas below −0.5 and below −1 deviations, from a table of the normal distribution with seven digits.
constexpr double below05 = 0.3085375;
constexpr double below10 = 0.1586553;

/// The strike at which d1 is that many deviations: ln(F/K)/s + s/2 = d1 with s = volatility · √years.
double strikeFor(double d1, double volatility, double years = 1.0)
{
    const double s = volatility / 100.0 * std::sqrt(years);
    return forward * std::exp(s * s / 2 - d1 * s);
}

/// Of an expiry a year from now, with the delta that lies at d1 deviations.
OptionQuote quote(OptionKind kind, double d1, double volatility)
{
    return {kind, inAYear, strikeFor(d1, volatility), forward, volatility, {}, {}};
}

/// Puts at deltas −0.3085 (54 %) and −0.1587 (62 %), calls at 0.3085 (50 %) and 0.1587 (56 %).
std::vector<OptionQuote> smallChain()
{
    return {quote(OptionKind::Put, 0.5, 54), quote(OptionKind::Put, 1.0, 62),
            quote(OptionKind::Call, -0.5, 50), quote(OptionKind::Call, -1.0, 56)};
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-5;
}

OptionQuote weighed(OptionKind kind, std::optional<double> openInterest, std::optional<double> volume = {})
{
    return {kind, inAYear, forward, forward, 50, openInterest, volume};
}

} // namespace

class TestOptionSkew : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// By hand: 0.25 lies (0.3085375 − 0.25) / (0.3085375 − 0.1586553) = 0.390557 of the way, so the put has
    /// 54 + 8 · 0.390557 = 57.124456, the call 50 + 6 · 0.390557 = 52.343342, and the skew is 4.781114.
    void linearInDelta()
    {
        const auto skews = skewsByExpiry(smallChain(), now);
        QCOMPARE(skews.size(), std::size_t{1});
        QCOMPARE(skews.front().expiry, inAYear);
        const double part = (below05 - 0.25) / (below05 - below10);
        QVERIFY(isNear(part, 0.390557));
        QVERIFY2(isNear(skews.front().points, 4.781114), qPrintable(QString::number(skews.front().points)));
    }

    void orderDoesNotMatter()
    {
        auto chain = smallChain();
        const auto first = skewsByExpiry(chain, now);
        std::reverse(chain.begin(), chain.end());
        QCOMPARE(skewsByExpiry(chain, now), first);
    }

    /// Only the two next to 25 delta count.
    void farOptionsDoNotMatter()
    {
        auto chain = smallChain();
        const auto first = skewsByExpiry(chain, now);
        chain.push_back(quote(OptionKind::Put, 2.0, 90));
        chain.push_back(quote(OptionKind::Call, 1.5, 20));
        QCOMPARE(skewsByExpiry(chain, now), first);
    }

    void whatIsLeftOut_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<std::function<void(OptionQuote&)>>("change");
        const auto row = [](const char* name, int index, std::function<void(OptionQuote&)> change) {
            QTest::newRow(name) << index << std::move(change);
        };
        row("a put without volatility", 0, [](OptionQuote& quote) { quote.volatility.reset(); });
        row("a put with a volatility of zero", 1, [](OptionQuote& quote) { quote.volatility = 0; });
        row("a call with one below zero", 2, [](OptionQuote& quote) { quote.volatility = -1; });
        row("a call without a forward", 3, [](OptionQuote& quote) { quote.forward.reset(); });
        row("a put of another expiry", 0, [](OptionQuote& quote) { quote.expiry += 24h; });
        row("a call that has expired", 2, [](OptionQuote& quote) { quote.expiry = now; });
    }
    /// Without neighbours on both sides nothing is told.
    void whatIsLeftOut()
    {
        QFETCH(int, index);
        QFETCH(std::function<void(OptionQuote&)>, change);
        auto chain = smallChain();
        change(chain[static_cast<std::size_t>(index)]);
        QVERIFY(skewsByExpiry(chain, now).empty());
    }

    void nothingOfNothing()
    {
        QVERIFY(skewsByExpiry({}, now).empty());
        QVERIFY(!skewAt({}, now));
        QVERIFY(!putCallRatio({}, &OptionQuote::openInterest));
    }

    void linearInTime_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("points"); // 0: none
        QTest::newRow("between: 2 + (6 − 2) · (30 − 24) / (38 − 24)") << 30 << 3.7142857;
        QTest::newRow("on an expiry") << 24 << 2.0;
        QTest::newRow("on the last") << 66 << 1.0;
        QTest::newRow("before the first") << 23 << 0.0;
        QTest::newRow("after the last") << 67 << 0.0;
    }
    void linearInTime()
    {
        QFETCH(int, days);
        QFETCH(double, points);
        const std::vector<ExpirySkew> skews{
            {now + 24 * 24h, 2.0}, {now + 38 * 24h, 6.0}, {now + 66 * 24h, 1.0}};
        const auto found = skewAt(skews, now + days * 24h);
        QCOMPARE(found.has_value(), points != 0.0);
        if (found)
            QVERIFY(isNear(*found, points));
    }

    void putsOverCalls()
    {
        const std::vector<OptionQuote> chain{
            weighed(OptionKind::Put, 30, 1'000), weighed(OptionKind::Put, 12.5),
            weighed(OptionKind::Call, 40, 500),  weighed(OptionKind::Call, 10, 1'500),
            weighed(OptionKind::Call, 0),        weighed(OptionKind::Call, {})};
        QCOMPARE(putCallRatio(chain, &OptionQuote::openInterest), std::optional(42.5 / 50)); // 0.85
        QCOMPARE(putCallRatio(chain, &OptionQuote::volume), std::optional(1'000.0 / 2'000)); // 0.5
    }

    void noRatioWithoutBothSides()
    {
        const std::vector<OptionQuote> puts{weighed(OptionKind::Put, 30)};
        QVERIFY(!putCallRatio(puts, &OptionQuote::openInterest));
        const std::vector<OptionQuote> empty{weighed(OptionKind::Put, 30), weighed(OptionKind::Call, 0)};
        QVERIFY(!putCallRatio(empty, &OptionQuote::openInterest));
        const std::vector<OptionQuote> calls{weighed(OptionKind::Put, {}), weighed(OptionKind::Call, 3)};
        QVERIFY(!putCallRatio(calls, &OptionQuote::openInterest));
        const std::vector<OptionQuote> none{weighed(OptionKind::Put, 0), weighed(OptionKind::Call, 3)};
        QCOMPARE(putCallRatio(none, &OptionQuote::openInterest), std::optional(0.0)); // told, and it is zero
    }
};

QTEST_GUILESS_MAIN(TestOptionSkew)
#include "tst_optionskew.moc"
