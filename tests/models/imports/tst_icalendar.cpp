// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeRange always{earliestTime, latestTime};

/// An event of these lines in a calendar; lines end with CRLF as RFC 5545 wants it.
QByteArray calendar(const QByteArray& lines)
{
    return QByteArray("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" + lines + "END:VCALENDAR\n")
        .replace("\n", "\r\n");
}

QByteArray vote(const QByteArray& lines)
{
    return "BEGIN:VEVENT\nUID:a\nDTSTAMP:20251201T000000Z\nSUMMARY:Vote\n" + lines + "END:VEVENT\n";
}

std::vector<Event> eventsOf(Importing& importing, const QString& series = u"events/file"_s)
{
    const auto found = importing.find(series);
    return found ? importing.store().events(found->id, always).value() : std::vector<Event>();
}

/// Their times, blanks between.
QByteArray timesOf(Importing& importing)
{
    QByteArrayList times;
    for (const Event& each : eventsOf(importing))
        times << toIso(each.time).toUtf8();
    return times.join(' ');
}

// Monday to Friday in New York, as Outlook describes it.
const QByteArray eastern = "BEGIN:VTIMEZONE\nTZID:Our own Eastern\n"
                           "BEGIN:STANDARD\nDTSTART:16011104T020000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\n"
                           "TZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\n"
                           "BEGIN:DAYLIGHT\nDTSTART:16010311T020000\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\n"
                           "TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

} // namespace

class TestICalendar : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void anEventAsAWhole();
    void texts_data();
    void texts();
    void times_data();
    void times();
    void knownAt_data();
    void knownAt();
    void recurrences_data();
    void recurrences();
    void longRecurrences();
    void anOccurrenceThatWasMoved();
    void allOccurrencesFromOneOn_data();
    void allOccurrencesFromOneOn();
    void rejected_data();
    void rejected();
    void refused_data();
    void refused();
    void readAgainIsUnchanged();
    void packed();
};

void TestICalendar::anEventAsAWhole()
{
    Importing importing;
    importing.options.source = u"fed"_s;
    importing.options.kind = u"events"_s;
    const auto report = importing.import(
        calendar("BEGIN:VEVENT\nUID:fomc-2026-01@x\nDTSTAMP:20251201T080000Z\nCREATED:20250820T120000Z\n"
                 "DTSTART;TZID=America/New_York:20260128T140000\nSUMMARY:FOMC decision\n"
                 "DESCRIPTION:Statement\\, then press conference\nCATEGORIES:rates,usd\nPRIORITY:1\n"
                 "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:soon\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n"));
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().kind, u"events"_s);
    QCOMPARE(report.value().rows, 1);
    const auto events = eventsOf(importing, u"events/fed"_s);
    QCOMPARE(events.size(), std::size_t{1});
    Event expected;
    expected.id = u"fomc-2026-01@x"_s;
    expected.time = moment("2026-01-28T19:00:00Z");
    expected.knownAt = moment("2025-08-20T12:00:00Z");
    expected.title = u"FOMC decision"_s;
    expected.category = u"rates"_s;
    expected.importance = Importance::High;
    expected.note = u"Statement, then press conference"_s;
    QCOMPARE(events.front(), expected);
}

void TestICalendar::texts_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("note");
    QTest::addColumn<int>("importance");
    const auto row = [](const char* what, const char* lines, const QString& title, const QString& note = {},
                        Importance importance = Importance::Medium) {
        QTest::newRow(what) << QByteArray(lines) << title << note << static_cast<int>(importance);
    };
    row("escaped commas, semicolons and backslashes", "SUMMARY:a\\, b\\; c\\\\d\n", u"a, b; c\\d"_s);
    row("escaped line ends, small and capital", "SUMMARY:x\nDESCRIPTION:one\\ntwo\\Nthree\n", u"x"_s,
        u"one\ntwo\nthree"_s);
    row("a folded line", "SUMMARY:Tar\n iff de\n\tcision\n", u"Tariff decision"_s);
    row("a character that is broken by the fold", "SUMMARY:M\xC3\n \xBCnchen\n", u"München"_s);
    row("a quoted parameter with a colon", "SUMMARY;ALTREP=\"http://x.example/a;b:c\":Vote\n", u"Vote"_s);
    row("a parameter before the text", "SUMMARY;LANGUAGE=en-US:Vote: yes\n", u"Vote: yes"_s);
    row("a name in small letters", "summary:Vote\n", u"Vote"_s);
    row("priority 3", "SUMMARY:x\nPRIORITY:3\n", u"x"_s, {}, Importance::High);
    row("priority 4", "SUMMARY:x\nPRIORITY:4\n", u"x"_s);
    row("priority 6", "SUMMARY:x\nPRIORITY:6\n", u"x"_s);
    row("priority 7", "SUMMARY:x\nPRIORITY:7\n", u"x"_s, {}, Importance::Low);
    row("priority 9", "SUMMARY:x\nPRIORITY:9\n", u"x"_s, {}, Importance::Low);
    row("priority 0 says nothing", "SUMMARY:x\nPRIORITY:0\n", u"x"_s);
}

void TestICalendar::texts()
{
    QFETCH(QByteArray, lines);
    const QByteArray text =
        calendar("BEGIN:VEVENT\nUID:a\nDTSTART:20260120T100000Z\n" + lines + "END:VEVENT\n");
    for (const QByteArray& ends : {QByteArray("\r\n"), QByteArray("\n")}) {
        for (const QByteArray& mark : {QByteArray(), QByteArray("\xEF\xBB\xBF")}) {
            Importing importing;
            const auto report = importing.import(mark + QByteArray(text).replace("\r\n", ends));
            QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
            const auto events = eventsOf(importing);
            QCOMPARE(events.size(), std::size_t{1});
            QTEST(events.front().title, "title");
            QTEST(events.front().note, "note");
            QTEST(static_cast<int>(events.front().importance), "importance");
        }
    }
}

void TestICalendar::times_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* start, const char* expected, const QString& zone = {}) {
        QTest::newRow(what) << QByteArray(start) << zone << QByteArray(expected);
    };
    row("UTC", ":20260120T150000Z", "2026-01-20T15:00:00Z");
    row("New York in winter", ";TZID=America/New_York:20260120T150000", "2026-01-20T20:00:00Z");
    row("New York in summer", ";TZID=America/New_York:20260720T150000", "2026-07-20T19:00:00Z");
    row("a quoted zone", ";TZID=\"Asia/Tokyo\":20260120T123500", "2026-01-20T03:35:00Z");
    // 8 March 2026: from 02:00 the clock goes on at 03:00; by the offset before, 02:30 is 07:30 UTC.
    row("a time that the clock skips", ";TZID=America/New_York:20260308T023000", "2026-03-08T07:30:00Z");
    // 1 November 2026: 01:30 comes twice, first by summer time.
    row("a time that the clock shows twice", ";TZID=America/New_York:20261101T013000",
        "2026-11-01T05:30:00Z");
    row("the calendar's own zone in winter", ";TZID=Our own Eastern:20260120T150000", "2026-01-20T20:00:00Z");
    row("the calendar's own zone in summer", ";TZID=Our own Eastern:20260720T150000", "2026-07-20T19:00:00Z");
    row("skipped in the calendar's own zone", ";TZID=Our own Eastern:20260308T023000",
        "2026-03-08T07:30:00Z");
    row("twice in the calendar's own zone", ";TZID=Our own Eastern:20261101T013000", "2026-11-01T05:30:00Z");
    row("after both in the calendar's own zone", ";TZID=Our own Eastern:20261101T020000",
        "2026-11-01T07:00:00Z");
    row("a zone as Windows names it", ";TZID=Tokyo Standard Time:20260120T123500", "2026-01-20T03:35:00Z");
    row("no zone", ":20260120T150000", "2026-01-20T15:00:00Z");
    row("no zone, but the person said one", ":20260120T150000", "2026-01-20T06:00:00Z", u"Asia/Tokyo"_s);
    row("a day", ";VALUE=DATE:20260120", "2026-01-20T00:00:00Z");
    row("a day without its word", ":20260120", "2026-01-20T00:00:00Z");
    row("a day where the person said a zone", ";VALUE=DATE:20260120", "2026-01-20T05:00:00Z",
        u"America/New_York"_s);
    row("a leap day", ";VALUE=DATE:20280229", "2028-02-29T00:00:00Z");
}

void TestICalendar::times()
{
    QFETCH(QByteArray, start);
    QFETCH(QString, zone);
    Importing importing;
    importing.options.zone = zone;
    const auto report = importing.import(calendar(eastern + vote("DTSTART" + start + "\n")));
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().rejects, std::vector<RejectedRow>());
    QTEST(timesOf(importing), "expected");
}

void TestICalendar::knownAt_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* lines, const char* expected) {
        QTest::newRow(what) << QByteArray(lines) << QByteArray(expected);
    };
    // It is 2026-09-01.
    row("when it was created",
        "DTSTART:20261103T000000Z\nDTSTAMP:20260801T000000Z\nCREATED:20260102T030405Z\n",
        "2026-01-02T03:04:05Z");
    row("else when it was written", "DTSTART:20261103T000000Z\nDTSTAMP:20260801T000000Z\n",
        "2026-08-01T00:00:00Z");
    row("or last changed",
        "DTSTART:20261103T000000Z\nDTSTAMP:20260801T000000Z\nLAST-MODIFIED:20260701T000000Z\n",
        "2026-07-01T00:00:00Z");
    row("what is past was known when it happened", "DTSTART:20260120T150000Z\nDTSTAMP:20260801T000000Z\n",
        "2026-01-20T15:00:00Z");
    row("nothing is known from a time to come on", "DTSTART:20261103T000000Z\nDTSTAMP:20270101T000000Z\n",
        "2026-09-01T00:00:00Z");
    row("a year that stands for nothing",
        "DTSTART:20261103T000000Z\nDTSTAMP:20260801T000000Z\n"
        "CREATED:19000101T120000Z\n",
        "2026-08-01T00:00:00Z");
    row("nothing is said", "DTSTART:20261103T000000Z\n", "2026-09-01T00:00:00Z");
}

void TestICalendar::knownAt()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, expected);
    Importing importing;
    QVERIFY(
        importing.import(calendar("BEGIN:VEVENT\nUID:a\nSUMMARY:x\n" + lines + "END:VEVENT\n")).hasValue());
    QCOMPARE(eventsOf(importing).front().knownAt, moment(expected.constData()));
}

// Dates counted on a calendar of 2026: 1 January is a Thursday.
void TestICalendar::recurrences_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* lines, const char* expected) {
        QTest::newRow(what) << QByteArray(lines) << QByteArray(expected);
    };
    row("days", "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;COUNT=3\n",
        "2026-01-20T12:00:00Z 2026-01-21T12:00:00Z 2026-01-22T12:00:00Z");
    row("every tenth day", "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;INTERVAL=10;COUNT=3\n",
        "2026-01-20T12:00:00Z 2026-01-30T12:00:00Z 2026-02-09T12:00:00Z");
    row("until a moment, which belongs to it",
        "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;UNTIL=20260122T120000Z\n",
        "2026-01-20T12:00:00Z 2026-01-21T12:00:00Z 2026-01-22T12:00:00Z");
    row("until a moment before", "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;UNTIL=20260122T115959Z\n",
        "2026-01-20T12:00:00Z 2026-01-21T12:00:00Z");
    // 22 January 20:00 in New York is the 23rd, 01:00 UTC.
    row("until in UTC, the start in a zone",
        "DTSTART;TZID=America/New_York:20260120T200000\nRRULE:FREQ=DAILY;UNTIL=20260123T010000Z\n",
        "2026-01-21T01:00:00Z 2026-01-22T01:00:00Z 2026-01-23T01:00:00Z");
    row("until a day, with all of it", "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;UNTIL=20260121\n",
        "2026-01-20T12:00:00Z 2026-01-21T12:00:00Z");
    row("days until a day", "DTSTART;VALUE=DATE:20260120\nRRULE:FREQ=DAILY;UNTIL=20260121\n",
        "2026-01-20T00:00:00Z 2026-01-21T00:00:00Z");
    row("weeks", "DTSTART:20260120T120000Z\nRRULE:FREQ=WEEKLY;COUNT=2\n",
        "2026-01-20T12:00:00Z 2026-01-27T12:00:00Z");
    row("two days of every second week",
        "DTSTART:20260120T120000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4\n",
        "2026-01-20T12:00:00Z 2026-01-22T12:00:00Z 2026-02-03T12:00:00Z 2026-02-05T12:00:00Z");
    row("a day of the month, which February does not have",
        "DTSTART:20260131T120000Z\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3\n",
        "2026-01-31T12:00:00Z 2026-03-31T12:00:00Z 2026-05-31T12:00:00Z");
    row("the last day of the month", "DTSTART:20260131T120000Z\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3\n",
        "2026-01-31T12:00:00Z 2026-02-28T12:00:00Z 2026-03-31T12:00:00Z");
    row("the second Monday", "DTSTART:20260112T120000Z\nRRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=3\n",
        "2026-01-12T12:00:00Z 2026-02-09T12:00:00Z 2026-03-09T12:00:00Z");
    row("the last Friday", "DTSTART:20260130T120000Z\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3\n",
        "2026-01-30T12:00:00Z 2026-02-27T12:00:00Z 2026-03-27T12:00:00Z");
    row("years", "DTSTART;VALUE=DATE:20241105\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=2\n",
        "2024-11-05T00:00:00Z 2026-11-05T00:00:00Z");
    row("up to two years from now", "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=YEARLY\n",
        "2026-01-05T00:00:00Z 2027-01-05T00:00:00Z 2028-01-05T00:00:00Z");
    row("the clock stays when it is set",
        "DTSTART;TZID=America/New_York:20260307T090000\nRRULE:FREQ=DAILY;COUNT=3\n",
        "2026-03-07T14:00:00Z 2026-03-08T13:00:00Z 2026-03-09T13:00:00Z");
    row("one taken out", "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260121T120000Z\n",
        "2026-01-20T12:00:00Z 2026-01-22T12:00:00Z");
    row("two taken out in a zone, in one line",
        "DTSTART;TZID=Asia/Tokyo:20260120T120000\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE;TZID=Asia/Tokyo:20260121T120000,20260122T120000\n",
        "2026-01-20T03:00:00Z 2026-01-23T03:00:00Z");
    row("the first taken out",
        "DTSTART:20260120T120000Z\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260120T120000Z\n",
        "2026-01-21T12:00:00Z");
    row("times that are listed", "DTSTART:20260120T120000Z\nRDATE:20260301T120000Z,20260205T090000Z\n",
        "2026-01-20T12:00:00Z 2026-02-05T09:00:00Z 2026-03-01T12:00:00Z");
    row("within a day: the first alone", "DTSTART:20260120T120000Z\nRRULE:FREQ=HOURLY;COUNT=3\n",
        "2026-01-20T12:00:00Z");
    row("by the years of another calendar: the first alone",
        "DTSTART:20260120T120000Z\nRRULE:RSCALE=CHINESE;FREQ=YEARLY;COUNT=3\n", "2026-01-20T12:00:00Z");
    row("by a calendar without a name: the first alone",
        "DTSTART:20260120T120000Z\nRRULE:FREQ=YEARLY;COUNT=3;rscale=\n", "2026-01-20T12:00:00Z");
    row("what is no rule: the first alone", "DTSTART:20260120T120000Z\nRRULE:FREQ=SOMETIMES\n",
        "2026-01-20T12:00:00Z");
    row("a day that never comes: the first alone",
        "DTSTART:20260120T120000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n", "2026-01-20T12:00:00Z");
}

void TestICalendar::recurrences()
{
    QFETCH(QByteArray, lines);
    Importing importing;
    const auto report = importing.import(calendar(vote(lines)));
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QTEST(timesOf(importing), "expected");
    const bool isUnfit = QByteArray(QTest::currentDataTag()).endsWith(": the first alone");
    QCOMPARE(report.value().rejected, isUnfit ? 1 : 0);
    if (isUnfit)
        QVERIFY(report.value().rejects.front().reason.startsWith(u"the recurrence cannot be reckoned"_s));
}

/// It is 2026-09-01: two years and a leap day ahead is 2028-09-01.
void TestICalendar::longRecurrences()
{
    Importing importing;
    const auto report = importing.import(calendar(vote("DTSTART:20200101T120000Z\nRRULE:FREQ=DAILY\n")));
    QCOMPARE(report.value().added, 1000);
    QCOMPARE(
        report.value().words,
        QStringList(u"1 recurring events have more than 1,000 times, the first of them “Vote”; the latest "
                    "are taken"_s));
    const auto events = eventsOf(importing);
    QCOMPARE(events.back().time, moment("2028-08-31T12:00:00Z"));
    QCOMPARE(events.front().time, events.back().time - std::chrono::hours{24 * 999});
    QCOMPARE(events.front().id, u"a "_s + toIso(events.front().time));
}

void TestICalendar::anOccurrenceThatWasMoved()
{
    const QByteArray moved = "BEGIN:VEVENT\nUID:a\nSUMMARY:Vote, later\n"
                             "RECURRENCE-ID;TZID=Asia/Tokyo:20260121T120000\n"
                             "DTSTART;TZID=Asia/Tokyo:20260125T130000\nEND:VEVENT\n";
    const QByteArray dropped = "BEGIN:VEVENT\nUID:a\nSUMMARY:Vote\nSTATUS:CANCELLED\n"
                               "RECURRENCE-ID;TZID=Asia/Tokyo:20260122T120000\n"
                               "DTSTART;TZID=Asia/Tokyo:20260122T120000\nEND:VEVENT\n";
    const QByteArray all = vote("DTSTART;TZID=Asia/Tokyo:20260120T120000\nRRULE:FREQ=DAILY;COUNT=4\n");
    for (const QByteArray& text : {all + moved + dropped, moved + dropped + all}) {
        Importing importing;
        const auto report = importing.import(calendar(text));
        QCOMPARE(report.value().added, 3);
        QCOMPARE(report.value().rejected, 1);
        QCOMPARE(timesOf(importing),
                 QByteArray("2026-01-20T03:00:00Z 2026-01-23T03:00:00Z 2026-01-25T04:00:00Z"));
        QCOMPARE(eventsOf(importing).back().id, u"a 2026-01-21T03:00:00Z"_s);
        QCOMPARE(eventsOf(importing).back().title, u"Vote, later"_s);
    }
}

void TestICalendar::allOccurrencesFromOneOn_data()
{
    QTest::addColumn<QByteArray>("lines"); // of the occurrence, beside what it stands for
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("titles");
    QTest::newRow("an hour later") << QByteArray("SUMMARY:Later\nDTSTART;TZID=Asia/Tokyo:20260122T130000\n")
                                   << QByteArray("2026-01-20T03:00:00Z 2026-01-21T03:00:00Z "
                                                 "2026-01-22T04:00:00Z 2026-01-23T04:00:00Z")
                                   << u"Vote Vote Later Later"_s;
    QTest::newRow("in another zone") << QByteArray("SUMMARY:Later\nDTSTART:20260122T050000Z\n")
                                     << QByteArray("2026-01-20T03:00:00Z 2026-01-21T03:00:00Z "
                                                   "2026-01-22T05:00:00Z 2026-01-23T05:00:00Z")
                                     << u"Vote Vote Later Later"_s;
    QTest::newRow("another text alone")
        << QByteArray("SUMMARY:Other\nDTSTART;TZID=Asia/Tokyo:20260122T120000\n")
        << QByteArray("2026-01-20T03:00:00Z 2026-01-21T03:00:00Z "
                      "2026-01-22T03:00:00Z 2026-01-23T03:00:00Z")
        << u"Vote Vote Other Other"_s;
    QTest::newRow("cancelled")
        << QByteArray("SUMMARY:Vote\nSTATUS:CANCELLED\nDTSTART;TZID=Asia/Tokyo:20260122T120000\n")
        << QByteArray("2026-01-20T03:00:00Z 2026-01-21T03:00:00Z") << u"Vote Vote"_s;
}

void TestICalendar::allOccurrencesFromOneOn()
{
    QFETCH(QByteArray, lines);
    const QByteArray all = vote("DTSTART;TZID=Asia/Tokyo:20260120T120000\nRRULE:FREQ=DAILY;COUNT=4\n");
    const QByteArray later = "BEGIN:VEVENT\nUID:a\n"
                             "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20260122T120000\n" +
                             lines + "END:VEVENT\n";
    for (const QByteArray& text : {all + later, later + all}) {
        Importing importing;
        QVERIFY(importing.import(calendar(text)).hasValue());
        QTEST(timesOf(importing), "times");
        QStringList titles;
        for (const Event& event : eventsOf(importing))
            titles << event.title;
        QTEST(titles.join(u' '), "titles");
        QCOMPARE(eventsOf(importing).front().id, u"a 2026-01-20T03:00:00Z"_s);
    }
}

void TestICalendar::rejected_data()
{
    QTest::addColumn<QByteArray>("lines"); // of an event that begins in line 9
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* what, const char* lines, const QString& reason) {
        QTest::newRow(what) << QByteArray(lines) << reason;
    };
    row("cancelled", "SUMMARY:Vote\nDTSTART:20260120T120000Z\nSTATUS:CANCELLED\nEND:VEVENT\n",
        u"cancelled: Vote"_s);
    row("no title", "DTSTART:20260120T120000Z\nEND:VEVENT\n", u"no title"_s);
    row("an empty title", "SUMMARY:  \nDTSTART:20260120T120000Z\nEND:VEVENT\n", u"no title"_s);
    row("no time", "SUMMARY:Vote\nEND:VEVENT\n", u"no time"_s);
    row("words for a time", "SUMMARY:Vote\nDTSTART:tomorrow\nEND:VEVENT\n",
        u"not a time: “DTSTART:tomorrow”"_s);
    row("a day that there is not", "SUMMARY:Vote\nDTSTART;VALUE=DATE:20260230\nEND:VEVENT\n",
        u"not a time: “DTSTART;VALUE=DATE:20260230”"_s);
    row("an hour that there is not", "SUMMARY:Vote\nDTSTART:20260120T250000Z\nEND:VEVENT\n",
        u"not a time: “DTSTART:20260120T250000Z”"_s);
    row("a zone that no one knows", "SUMMARY:Vote\nDTSTART;TZID=Mars/Olympus:20260120T120000\nEND:VEVENT\n",
        u"the time zone “Mars/Olympus” is no name of the IANA, and the calendar does not describe it"_s);
    row("no end before the next one", "SUMMARY:Vote\nDTSTART:20260120T120000Z\n", u"the event has no end"_s);
}

void TestICalendar::rejected()
{
    QFETCH(QByteArray, lines);
    Importing importing;
    const QByteArray good = vote("DTSTART:20260121T120000Z\n");
    const auto report = importing.import(
        calendar(good.trimmed() + "\nBEGIN:VEVENT\n" + lines + QByteArray(good).replace("UID:a", "UID:b")));
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().added, 2);
    QCOMPARE(report.value().rejects.size(), std::size_t{1});
    QCOMPARE(report.value().rejects.front().line, 10);
    QTEST(report.value().rejects.front().reason, "reason");
}

void TestICalendar::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("cut off within an event") << calendar(vote("DTSTART:20260121T120000Z\n")).chopped(30)
                                             << u"the calendar is cut off: END:VCALENDAR is missing"_s;
    QTest::newRow("cut off after an event") << calendar(vote("DTSTART:20260121T120000Z\n")).chopped(16)
                                            << u"the calendar is cut off: END:VCALENDAR is missing"_s;
    QTest::newRow("its first line alone")
        << QByteArray("BEGIN:VCALENDAR\n") << u"the calendar is cut off: END:VCALENDAR is missing"_s;
    QTest::newRow("no events") << calendar({}) << u"the file has a header but no rows"_s;
    QTest::newRow("another kind of card") << QByteArray("BEGIN:VCARD\nFN:x\nEND:VCARD\n") << QString();
}

void TestICalendar::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY(report.hasError());
    if (!reason.isEmpty())
        QCOMPARE(report.error().message, reason);
    QVERIFY(importing.store().list().value().empty());
}

void TestICalendar::readAgainIsUnchanged()
{
    const QByteArray text = calendar(vote("DTSTART:20260105T120000Z\nRRULE:FREQ=MONTHLY;COUNT=5\n"));
    Importing importing;
    QCOMPARE(importing.import(text).value().added, 5);
    QCOMPARE(importing.import(text).value().unchanged, 5);
    const auto later = importing.import(QByteArray(text).replace("SUMMARY:Vote", "SUMMARY:Ballot"));
    QCOMPARE(later.value().revised, 5);
}

void TestICalendar::packed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"any name"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(calendar(vote("DTSTART:20260120T120000Z\n")));
    file.close();
    QCOMPARE(QProcess::execute(u"gzip"_s, {path}), 0);
    Importing importing;
    const auto outcomes =
        importFile(importing.store(), path + u".gz"_s, importing.options, importing.progress);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QVERIFY(outcomes.front().report.hasValue());
    QCOMPARE(timesOf(importing), QByteArray("2026-01-20T12:00:00Z"));
}

QTEST_GUILESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
