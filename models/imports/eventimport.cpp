// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/eventimport.h"

#include "models/imports/cells.h"
#include "models/imports/filetime.h"

#include <QTimeZone>

#include <algorithm>

namespace holdline {

namespace {

const std::initializer_list<QByteArrayView> eventTimeNames{"time",      "date",    "datetime",
                                                           "timestamp", "time_ms", "timestamp_ms"};
const std::initializer_list<QByteArrayView> titleNames{"title", "event", "name"};

bool recognisesEventTable(const FileHead& head, const ImportOptions&)
{
    return head.columnNamed(eventTimeNames) >= 0 && head.columnNamed(titleNames) >= 0;
}

std::optional<Importance> importanceOf(QByteArrayView text)
{
    const QByteArray word = text.toByteArray().toLower();
    if (word.isEmpty() || word == "medium" || word == "2")
        return Importance::Medium;
    if (word == "low" || word == "1")
        return Importance::Low;
    return word == "high" || word == "3" ? std::optional(Importance::High) : std::nullopt;
}

class EventReader {
public:
    EventReader(const Table& table, const ImportOptions& options) : m_table(table), m_options(options)
    {
        if (!options.zone.isEmpty())
            m_zone = QTimeZone(options.zone.toUtf8());
    }

    /// The reason why the row is no event, or nothing.
    QString take(const TableRow& row, Event& event) const
    {
        if (!row.fault.isEmpty())
            return row.fault;
        const auto time = readFileTime(cell(row, eventTimeNames));
        if (!time)
            return notATime(cell(row, eventTimeNames));
        event.time = inZone(*time, m_zone);
        event.title = text(row, titleNames);
        if (event.title.isEmpty())
            return QStringLiteral("no title");
        const auto importance = importanceOf(cell(row, {"importance", "impact"}));
        if (!importance)
            return QStringLiteral("the importance is not low, medium, high or 1 to 3: %1")
                .arg(quoted(cell(row, {"importance", "impact"})));
        event.importance = *importance;
        takeTexts(row, event);
        const QString fault = takeKnownAt(row, event);
        return fault.isEmpty() ? takeNumbers(row, event) : fault;
    }

private:
    using Names = std::initializer_list<QByteArrayView>;

    const Table& m_table;
    const ImportOptions& m_options;
    QTimeZone m_zone = QTimeZone::utc();

    [[nodiscard]] QByteArrayView cell(const TableRow& row, Names names) const
    {
        const int column = m_table.columnNamed(names);
        return column < 0 ? QByteArrayView() : row.cells[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] QString text(const TableRow& row, Names names) const
    {
        return QString::fromUtf8(cell(row, names)).trimmed();
    }
    void takeTexts(const TableRow& row, Event& event) const
    {
        event.id = text(row, {"id"});
        if (event.id.isEmpty())
            event.id = toIso(event.time) + QLatin1Char(' ') + event.title;
        event.category = text(row, {"category", "kind"});
        event.unit = text(row, {"unit"});
        event.note = text(row, {"note", "source"});
    }
    // What is past was known when it happened; what is to come is known now that the file says so.
    QString takeKnownAt(const TableRow& row, Event& event) const
    {
        event.knownAt = std::min(event.time, m_options.now);
        const auto known = cell(row, {"known_at", "knownat"});
        if (isMissingCell(known))
            return {};
        const auto time = readFileTime(known);
        if (!time)
            return notATime(known);
        event.knownAt = inZone(*time, m_zone);
        return {};
    }
    QString takeNumbers(const TableRow& row, Event& event) const
    {
        struct Number {
            Names names;
            std::optional<Amount> Event::*member;
        };
        for (const auto& number :
             {Number{{"actual"}, &Event::actual}, Number{{"prior", "previous"}, &Event::prior},
              Number{{"forecast", "consensus"}, &Event::forecast}}) {
            const auto value = cell(row, number.names);
            if (isMissingCell(value))
                continue;
            event.*number.member = readCell(value);
            if (!(event.*number.member))
                return notANumber(*number.names.begin(), value);
        }
        return {};
    }
};

Result<Done> readEventTable(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const qint64 headerLine = file.head().lines.empty() ? 1 : file.head().lines.front().number;
    const auto table = file.takeTable(headerLine);
    const EventReader reader(*table, options);
    SeriesKey key;
    key.name =
        QStringLiteral("events/") + (options.source.isEmpty() ? QStringLiteral("file") : options.source);
    key.source = QStringLiteral("file");
    TableRow row;
    while (table->next(row) && !sink.shouldStop()) {
        Event event;
        const QString fault = reader.take(row, event);
        if (fault.isEmpty())
            sink.event(sink.series(key, SeriesKind::Events, {}), event);
        else
            sink.reject(row.line, fault);
    }
    const auto error = table->error();
    return error ? Result<Done>(*error) : Done{};
}

} // namespace

ImportDialect eventTableDialect()
{
    return {.name = QStringLiteral("events"),
            .kind = QStringLiteral("events"),
            .recognises = recognisesEventTable,
            .read = readEventTable};
}

} // namespace holdline
