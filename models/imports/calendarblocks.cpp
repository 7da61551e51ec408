// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/calendarblocks.h"

#include "models/imports/linesplitter.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr qsizetype longestContent = 1 << 16;
constexpr qint64 mostCalendarBytes = 64'000'000; ///< of all that is kept

constexpr qsizetype deepestComponent = 16;

using ContentNames = std::initializer_list<QByteArrayView>;

struct ContentLine {
    QByteArray text;
    qint64 number = 0;
};

/// Lines joined where they were folded.
class ContentLines {
public:
    explicit ContentLines(ByteSource& bytes) : m_lines(bytes) { m_hasNext = take(); }

    bool next(ContentLine& line)
    {
        if (!m_hasNext)
            return false;
        line = std::exchange(m_next, {});
        while ((m_hasNext = take()) && (m_next.text.startsWith(' ') || m_next.text.startsWith('\t')))
            line.text.append(m_next.text.sliced(1, roomIn(line)));
        return true;
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_lines.error(); }

private:
    LineSplitter m_lines;
    ContentLine m_next;
    bool m_hasNext = false;

    bool take()
    {
        TextLine line;
        if (!m_lines.next(line))
            return false;
        m_next = {line.text.first(std::min(line.text.size(), longestContent)).toByteArray(), line.number};
        return true;
    }
    [[nodiscard]] qsizetype roomIn(const ContentLine& line) const
    {
        return std::min(m_next.text.size() - 1, longestContent - line.text.size());
    }
};

QByteArray nameOfContent(const QByteArray& text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == ':' || c == ';'; });
    return text.first(end - text.begin()).trimmed().toUpper();
}

bool isOneOf(QByteArrayView name, ContentNames names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isReadOfEvent(QByteArrayView name)
{
    return isOneOf(name,
                   {"UID", "SUMMARY", "DTSTART", "DESCRIPTION", "CATEGORIES", "PRIORITY", "STATUS", "CREATED",
                    "DTSTAMP", "LAST-MODIFIED", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"});
}

bool isReadOfZone(QByteArrayView name)
{
    return isOneOf(name, {"TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"});
}

class BlockReader {
public:
    BlockReader(CalendarBlocks& blocks, ImportSink& sink) : m_blocks(blocks), m_sink(sink) {}

    void add(const ContentLine& line)
    {
        const QByteArray name = nameOfContent(line.text);
        const QByteArray value = line.text.mid(name.size() + 1).trimmed().toUpper();
        if (name == "BEGIN")
            begin(value, line.number);
        else if (name == "END")
            end(value);
        else if (name == "METHOD" && m_open.size() == 1)
            m_blocks.method = value;
        else if (isRead(name))
            keep(line.text);
    }
    [[nodiscard]] bool isComplete() const { return m_wasClosed && m_open.isEmpty(); }
    [[nodiscard]] bool isTooMuch() const { return m_kept > mostCalendarBytes; }

private:
    CalendarBlocks& m_blocks;
    ImportSink& m_sink;
    QByteArrayList m_open; ///< components, the outermost first
    CalendarBlock m_block;
    bool m_wasClosed = false;
    qint64 m_kept = 0;

    [[nodiscard]] bool isInEvent() const { return m_open.size() > 1 && m_open[1] == "VEVENT"; }
    [[nodiscard]] bool isInZone() const { return m_open.size() > 1 && m_open[1] == "VTIMEZONE"; }
    /// Alarms within events are left out; the rules of a zone lie within it.
    [[nodiscard]] bool isKept() const
    {
        return isInEvent() ? m_open.size() == 2 : isInZone() && m_open.size() <= 3;
    }
    [[nodiscard]] bool isRead(QByteArrayView name) const
    {
        return isKept() && (isInEvent() ? isReadOfEvent(name) : isReadOfZone(name));
    }
    void keep(const QByteArray& text)
    {
        m_block.text += QByteArray(text).replace('\0', ' ') + '\n'; // libical reads to the first zero
        m_kept += text.size() + 1;
    }
    void begin(const QByteArray& kind, qint64 line)
    {
        const bool isAnew = isOneOf(kind, {"VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE"});
        if ((isAnew && m_open.size() > 1) || m_open.size() >= deepestComponent)
            giveUp();
        if (kind == "VCALENDAR")
            m_open.clear();
        m_open << kind;
        if (m_open.size() == 2)
            m_block = {line, {}};
        if (isKept())
            keep("BEGIN:" + kind);
    }
    void giveUp()
    {
        if (isInEvent()) {
            m_sink.reject(m_block.line, QStringLiteral("the event has no end"));
            m_blocks.hasEndless = true;
        }
        m_open.resize(1);
    }
    void end(const QByteArray& kind)
    {
        if (!m_open.contains(kind))
            return;
        if (kind == m_open.front()) {
            if (m_open.size() > 1)
                giveUp();
            m_open.clear();
            m_wasClosed = true;
            return;
        }
        while (m_open.last() != kind)
            m_open.removeLast();
        close(kind);
        m_open.removeLast();
    }
    void close(const QByteArray& kind)
    {
        if (isKept())
            keep("END:" + kind);
        if (m_open.size() != 2)
            return;
        if (isInEvent())
            m_blocks.events.push_back(std::move(m_block));
        else if (isInZone())
            m_blocks.zones.push_back(std::move(m_block));
    }
};

} // namespace

Result<CalendarBlocks> readCalendarBlocks(ByteSource& bytes, ImportSink& sink)
{
    CalendarBlocks blocks;
    BlockReader reader(blocks, sink);
    ContentLines lines(bytes);
    for (ContentLine line; lines.next(line) && !sink.shouldStop();) {
        reader.add(line);
        if (reader.isTooMuch())
            return malformed(
                QStringLiteral("the calendar holds more than %1 MB, the most that is read of one")
                    .arg(mostCalendarBytes / 1'000'000));
    }
    if (lines.error())
        return *lines.error();
    if (!reader.isComplete())
        return malformed(QStringLiteral("the calendar is cut off: END:VCALENDAR is missing"));
    return blocks;
}

} // namespace holdline
