// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/guessedinterval.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr qint64 monday = 1'740'960'000'000; // 2025-03-03T00:00:00Z
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

std::vector<qint64> at(std::initializer_list<qint64> steps, qint64 unit)
{
    std::vector<qint64> times;
    for (const qint64 step : steps)
        times.push_back(monday + step * unit);
    return times;
}

/// `count` rows one step apart.
std::vector<qint64> run(int count, qint64 step)
{
    std::vector<qint64> times;
    for (int i = 0; i < count; ++i)
        times.push_back(monday + i * step);
    return times;
}

std::vector<qint64> joined(std::vector<qint64> first, const std::vector<qint64>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

class TestGuessedInterval : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void guesses_data();
    void guesses();
    void oneTimeTellsNothing();
};

void TestGuessedInterval::guesses_data()
{
    QTest::addColumn<std::vector<qint64>>("times");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<bool>("isClear");
    const auto row = [](const char* what, const std::vector<qint64>& times, qint64 length,
                        bool isClear = false) { QTest::newRow(what) << times << length << isClear; };
    row("two neighbours", at({0, 1}, minute), minute);
    row("minutes, most of the holes of two", at({0, 1, 4, 6, 8, 10}, minute), minute);
    row("minutes, every other one and a last", at({0, 2, 4, 6, 7}, minute), minute);
    row("minutes here and there", at({0, 7, 11, 30}, minute), minute);
    row("in any order, with repeats", at({11, 0, 30, 7, 11, 0}, minute), minute);
    row("four hours with holes", at({0, 8, 12, 20, 28}, hour), 4 * hour);
    row("days with weekends", at({0, 1, 4, 5, 8}, day), day);
    row("weeks with holes", at({0, 14, 21, 35}, day), 7 * day);
    row("ten minutes are no usual interval", at({0, 10, 20}, minute), 5 * minute);
    row("no interval divides the spacings: the commonest", {monday, monday + 1500, monday + 3000}, 1500);
    row("minutes with holes and one row astray of fourteen",
        at({-4, 0, 20, 24, 26, 31, 32, 34, 36, 40, 42, 46, 48, 52}, minute / 2), minute);
    row("one of five astray is too many", at({0, 2, 4, 5, 8}, minute / 2), 1000);
    row("seconds", at({0, 1, 2, 5, 7, 11}, 1000), 1000);
    row("months keep their length", at({0, 31, 59, 90}, day), 31 * day);
    row("quarters", at({0, 90, 181, 273, 365}, day), 92 * day);
    row("twenty spacings are clear", run(21, hour), hour, true);
    row("nineteen are not", run(20, hour), hour);
    row("many rows with a stretch off the grid",
        joined(run(21, hour), {monday + 21 * hour + 1695, monday + 22 * hour + 1695}), hour, true);
    row("many rows, the commonest spacing being no usual one", joined(run(30, 2 * minute + 1), {}),
        2 * minute + 1);
    row("few of many spacings agree", joined(run(10, 2 * hour), at({19, 20, 25, 30, 35}, hour)), hour);
}

void TestGuessedInterval::guesses()
{
    QFETCH(std::vector<qint64>, times);
    QFETCH(qint64, length);
    QFETCH(bool, isClear);
    const auto guess = guessInterval(times);
    QVERIFY(guess.has_value());
    QCOMPARE(guess->interval.length.count(), length);
    QCOMPARE(guess->isClear, isClear);
}

void TestGuessedInterval::oneTimeTellsNothing()
{
    QVERIFY(!guessInterval({}).has_value());
    QVERIFY(!guessInterval(at({5, 5}, hour)).has_value());
}

QTEST_GUILESS_MAIN(TestGuessedInterval)
#include "tst_guessedinterval.moc"
