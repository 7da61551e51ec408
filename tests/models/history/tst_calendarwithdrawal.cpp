// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimeRange always{earliestTime, latestTime};

QByteArray entry(const QByteArray& uid, const QByteArray& date, const QByteArray& more = {})
{
    return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20260801T000000Z\nSUMMARY:" + uid.toUpper() +
           "\nDTSTART:" + date + "T120000Z\n" + more + "END:VEVENT\n";
}

QByteArray calendar(const QByteArray& entries)
{
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + entries + "END:VCALENDAR\n";
}

// Past, and to come, on 1 September 2026, when Importing imports.
const QByteArray past = entry("p", "20260810");
const QByteArray first = entry("a", "20260910");
const QByteArray second = entry("b", "20260920");
const QByteArray third = entry("c", "20260930");

/// Reads calendars, an hour between one and the next.
class Readings final {
public:
    ImportReport read(const QByteArray& text)
    {
        m_importing.clock.set(m_importing.clock.now() + 1h);
        m_importing.options.now = m_importing.clock.now();
        const auto report = m_importing.import(text, u"file.ics"_s);
        return report.hasValue() ? report.value() : ImportReport{};
    }
    [[nodiscard]] UtcTime now() const { return m_importing.options.now; }
    [[nodiscard]] QString shown(std::optional<UtcTime> asOf = {})
    {
        const auto series = m_importing.find(u"events/file"_s);
        QStringList titles;
        for (const Event& event : m_importing.store().events(series->id, always, asOf).value())
            titles << event.title;
        return titles.join(u' ');
    }
    Importing& importing() { return m_importing; }

private:
    Importing m_importing;
};

} // namespace

class TestCalendarWithdrawal final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void whatIsNoLongerInItIsShownNoLonger()
    {
        Readings readings;
        readings.read(calendar(past + first + second + third));
        const UtcTime before = readings.now();
        const ImportReport report = readings.read(calendar(first + third));
        QCOMPARE(readings.shown(), u"P A C"_s); // what is past stays
        QCOMPARE(readings.shown(before), u"P A B C"_s);
        QCOMPARE(readings.shown(readings.now() - Span{1}), u"P A B C"_s);
        QCOMPARE(readings.shown(readings.now()), u"P A C"_s);
        QCOMPARE(report.words,
                 QStringList{u"1 event to come is no longer in the calendar and is shown no longer: “B” on "
                             "2026-09-20"_s});
        QVERIFY(readings.read(calendar(first + third)).words.isEmpty());
    }
    void whatIsCancelledIsToo()
    {
        Readings readings;
        readings.read(calendar(past + first + second));
        readings.read(calendar(first + entry("b", "20260920", "STATUS:CANCELLED\n") +
                               entry("p", "20260810", "STATUS:CANCELLED\n")));
        QCOMPARE(readings.shown(), u"P A"_s);
    }
    /// It need not be a whole calendar.
    void aMessageCancelsItsEventAlone()
    {
        Readings readings;
        readings.read(calendar(first + second + third));
        readings.read(calendar("METHOD:CANCEL\n" + entry("b", "20260920", "STATUS:CANCELLED\n")));
        QCOMPARE(readings.shown(), u"A C"_s);
        readings.read(calendar("METHOD:REQUEST\n" + entry("a", "20260911")));
        QCOMPARE(readings.shown(), u"A C"_s);
    }
    void cancelledWithAllItsTimes()
    {
        Readings readings;
        readings.read(calendar(first + entry("r", "20260825", "RRULE:FREQ=WEEKLY;COUNT=4\n")));
        QCOMPARE(readings.shown(), u"R R R A R"_s); // 25 August, 1, 8 and 15 September
        readings.read(
            calendar(first + entry("r", "20260825", "RRULE:FREQ=WEEKLY;COUNT=4\nSTATUS:CANCELLED\n")));
        QCOMPARE(readings.shown(), u"R A"_s);
    }
    void toldAgainItIsShownAgain()
    {
        Readings readings;
        readings.read(calendar(first + second));
        readings.read(calendar(first));
        const UtcTime without = readings.now();
        QCOMPARE(readings.shown(), u"A"_s);
        readings.read(calendar(first + second));
        QCOMPARE(readings.shown(), u"A B"_s);
        QCOMPARE(readings.shown(without), u"A"_s);
        readings.read(calendar(first));
        QCOMPARE(readings.shown(), u"A"_s);
    }
    void otherCalendarsAndTablesStay()
    {
        Readings readings;
        readings.read(calendar(first + second));
        readings.read(calendar(third + entry("d", "20261010")));
        readings.read("id,time,title\nt,2026-10-20,T\n");
        QCOMPARE(readings.shown(), u"A B C D T"_s);
        readings.read(calendar(first));
        QCOMPARE(readings.shown(), u"A C D T"_s);
        readings.read("id,time,title\nt2,2026-10-21,T2\n"); // a table withdraws nothing
        QCOMPARE(readings.shown(), u"A C D T T2"_s);
    }
    void whatCannotBeReadStays_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("no title") << QByteArray(second).replace("SUMMARY:B\n", "");
        QTest::newRow("no time") << QByteArray(second).replace("DTSTART", "X-START");
        QTest::newRow("a zone that no one knows") << QByteArray(second)
                                                         .replace("DTSTART:", "DTSTART;TZID=Mars/Olympus:")
                                                         .replace("Z\nEND", "\nEND");
        QTest::newRow("neither id nor title")
            << QByteArray("BEGIN:VEVENT\nDTSTART:20260920T120000Z\nEND:VEVENT\n");
        QTest::newRow("no end") << QByteArray(second).replace("END:VEVENT\n", "");
    }
    void whatCannotBeReadStays()
    {
        QFETCH(QByteArray, second);
        Readings readings;
        readings.read(calendar(first + ::second));
        QCOMPARE(readings.read(calendar(second + first)).rejected, 1);
        QCOMPARE(readings.shown(), u"A B"_s);
        readings.read(calendar(first));
        QCOMPARE(readings.shown(), u"A"_s);
    }
    void anotherFolderHearsOfIt()
    {
        Readings readings;
        readings.read(calendar(first + second));
        Readings other;
        other.read(calendar(first + second));
        readings.read(calendar(first));
        const auto from = readings.importing().find(u"events/file"_s)->id;
        const auto into = other.importing().find(u"events/file"_s)->id;
        const auto withdrawn = readings.importing().store().withdrawnEvents(from).value();
        QCOMPARE(withdrawn.size(), std::size_t{1});
        Store& store = other.importing().store();
        QCOMPARE(store.mergeEvents(into, withdrawn).value().front(), MergeOutcome::Revised);
        QCOMPARE(other.shown(), u"A"_s);
        QCOMPARE(store.mergeEvents(into, withdrawn).value().front(), MergeOutcome::Unchanged);
        // What was told later holds.
        other.importing().clock.set(readings.now() + 1h);
        other.read(calendar(first + second));
        QCOMPARE(store.mergeEvents(into, withdrawn).value().front(), MergeOutcome::Unchanged);
        QCOMPARE(other.shown(), u"A B"_s);
    }
};

QTEST_GUILESS_MAIN(TestCalendarWithdrawal)
#include "tst_calendarwithdrawal.moc"
