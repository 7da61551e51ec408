// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/jsontable.h"

#include <QHash>

#include <algorithm>
#include <simdjson.h>
#include <string_view>

namespace holdline {

namespace ondemand = simdjson::ondemand;

/// Fills a table while walking through the text.
class JsonRecords {
public:
    JsonRecords(JsonTable& table, const char* text) : m_table(table), m_counted(text) {}

    /// False when no element is an object: then it is no array of records.
    bool read(ondemand::array array)
    {
        const std::size_t before = m_table.m_records.size();
        bool hasObject = false;
        for (auto element : array) {
            ondemand::value value = element.value();
            const qint64 line = lineOf(value.raw_json_token().data());
            const bool isObject = value.type().value() == ondemand::json_type::object;
            const std::size_t first = m_table.m_cells.size();
            if (isObject)
                readObject(value.get_object().value(), {}, 0);
            m_table.m_records.push_back({line, first, m_table.m_cells.size() - first, isObject});
            hasObject = hasObject || isObject;
        }
        if (!hasObject)
            m_table.m_records.resize(before);
        return hasObject;
    }
    [[nodiscard]] qint64 lineOf(const char* at)
    {
        if (at > m_counted) {
            m_line += std::count(m_counted, at, '\n');
            m_counted = at;
        }
        return m_line;
    }

private:
    static constexpr qsizetype mostColumns = 4096;

    JsonTable& m_table;
    const char* m_counted;
    qint64 m_line = 1;
    QHash<QByteArray, int> m_columnOf;
    QHash<QByteArray, int> m_nestedOf;

    void readObject(ondemand::object object, const QByteArray& prefix, int depth)
    {
        for (auto field : object) {
            const std::string_view key = field.unescaped_key().value();
            const QByteArray name = prefix + QByteArray(key.data(), static_cast<qsizetype>(key.size()));
            ondemand::value value = field.value();
            const auto type = value.type();
            if (type.error() != simdjson::SUCCESS) {
                addUnquotedWord(name, value);
                continue;
            }
            switch (type.value_unsafe()) {
            case ondemand::json_type::object:
                addNested(name, "{…}");
                if (depth == 0)
                    readObject(value.get_object().value(), name + '.', 1);
                break;
            case ondemand::json_type::array:
                addNested(name, "[…]");
                break;
            case ondemand::json_type::string:
                addString(name, value.get_string().value());
                break;
            case ondemand::json_type::null:
                if (!value.is_null().value())
                    throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
                add(name, {});
                break;
            case ondemand::json_type::boolean:
                add(name, value.get_bool().value() ? QByteArrayView("true") : QByteArrayView("false"));
                break;
            case ondemand::json_type::number:
                addNumber(name, value);
                break;
            }
        }
    }
    /// NaN and Infinity, which some writers put where JSON has no word for them.
    void addUnquotedWord(const QByteArray& name, ondemand::value& value)
    {
        const std::string_view token = value.raw_json_token();
        if (!token.starts_with("NaN") && !token.starts_with("Infinity") && !token.starts_with("nan"))
            throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
        add(name, "NaN");
    }
    void addNumber(const QByteArray& name, ondemand::value& value)
    {
        const std::string_view token = value.raw_json_token();
        std::size_t size = token.size();
        while (size > 0 && (static_cast<unsigned char>(token[size - 1]) <= 0x20))
            --size;
        add(name, {token.data(), static_cast<qsizetype>(size)});
    }
    /// It is not known yet whether there is a column for it.
    void addNested(const QByteArray& name, QByteArrayView text)
    {
        const auto known = m_nestedOf.constFind(name);
        const int place = known != m_nestedOf.constEnd() ? *known : -1 - static_cast<int>(m_nestedOf.size());
        if (known == m_nestedOf.constEnd()) {
            if (m_nestedOf.size() == mostColumns)
                return;
            m_nestedOf.insert(name, place);
            m_table.m_nestedNames.push_back(name);
        }
        m_table.m_cells.push_back({place, text});
    }
    void addString(const QByteArray& name, std::string_view text)
    {
        m_table.m_strings.emplace_back(text.data(), static_cast<qsizetype>(text.size()));
        add(name, m_table.m_strings.back());
    }
    void add(const QByteArray& name, QByteArrayView text)
    {
        auto found = m_columnOf.constFind(name);
        if (found == m_columnOf.constEnd()) {
            if (m_columnOf.size() == mostColumns)
                return;
            found = m_columnOf.insert(name, static_cast<int>(m_table.m_columns.size()));
            m_table.m_columns.push_back(name);
        }
        m_table.m_cells.push_back({*found, text});
    }
};

namespace {

Error noRecords()
{
    return malformed(QStringLiteral("the file is JSON without records: an array of objects is needed, alone "
                                    "or as the one array of an object"));
}

} // namespace

Result<std::unique_ptr<JsonTable>> JsonTable::read(QByteArray& text)
{
    text.reserve(text.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
    std::unique_ptr<JsonTable> table(new JsonTable);
    JsonRecords records(*table, text.constData());
    ondemand::parser parser;
    ondemand::document document;
    const char* const begin = text.constData();
    bool hasBegun = false; // only then does the document know where it is
    try {
        document = parser.iterate(begin, static_cast<std::size_t>(text.size()),
                                  static_cast<std::size_t>(text.capacity()));
        hasBegun = true;
        if (document.type().value() == ondemand::json_type::array) {
            static_cast<void>(records.read(document.get_array().value()));
        } else {
            int found = 0;
            ondemand::object object = document.get_object().value();
            for (auto field : object) {
                ondemand::value value = field.value();
                if (value.type().value() != ondemand::json_type::array)
                    continue;
                found += records.read(value.get_array().value());
                if (found > 1)
                    return malformed(QStringLiteral("the file is JSON with more than one array of records"));
            }
        }
        const char* rest = nullptr;
        if (document.current_location().get(rest) == simdjson::SUCCESS)
            throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
    } catch (const simdjson::simdjson_error& error) {
        const char* at = nullptr;
        const bool isKnown = hasBegun && document.current_location().get(at) == simdjson::SUCCESS &&
                             at >= begin && at <= begin + text.size();
        const QString where =
            isKnown ? QStringLiteral(" at line %1").arg(std::count(begin, at, '\n') + 1) : QString();
        return Error{Error::Kind::Malformed, QStringLiteral("the file is no whole JSON%1").arg(where),
                     QString::fromLatin1(error.what())};
    }
    if (table->m_records.empty() || table->m_columns.empty())
        return noRecords();
    return table;
}

bool JsonTable::next(TableRow& row)
{
    if (m_next == m_records.size())
        return false;
    const Record& record = m_records[m_next++];
    row.line = record.line;
    row.fault = record.isObject ? QString() : QStringLiteral("not a record");
    row.cells.assign(m_columns.size(), QByteArrayView{});
    for (std::size_t i = record.firstCell; i < record.firstCell + record.cellCount; ++i) {
        if (const auto column = placeOf(m_cells[i]))
            row.cells[*column] = m_cells[i].text;
    }
    return true;
}

std::optional<std::size_t> JsonTable::placeOf(const RecordCell& cell) const
{
    if (cell.column >= 0)
        return static_cast<std::size_t>(cell.column);
    const QByteArray& name = m_nestedNames[static_cast<std::size_t>(-1 - cell.column)];
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    return found == m_columns.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

} // namespace holdline
