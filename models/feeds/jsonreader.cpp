// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsonreader.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// What a reader holds on to; more is given back with the next message.
constexpr std::size_t keptBytes = 4 * 1024 * 1024;
/// Longer messages are lists, and are read once whichever way.
constexpr std::size_t indexedBytes = 16 * 1024;

[[noreturn]] void fail(simdjson::error_code error)
{
    throw simdjson::simdjson_error(error);
}

/// simdjson does not look at scalars that no one reads.
void checkScalar(const JsonToken& token, ondemand::json_type type)
{
    const auto isNumberPart = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    const auto number = token.plain();
    if (type == ondemand::json_type::number && !std::all_of(number.begin(), number.end(), isNumberPart))
        fail(simdjson::NUMBER_ERROR);
    if (type == ondemand::json_type::null && !token.isNull())
        fail(simdjson::N_ATOM_ERROR);
    if (type == ondemand::json_type::boolean && !token.boolean())
        fail(simdjson::T_ATOM_ERROR);
}

} // namespace

void JsonReader::copy(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (size <= keptBytes && m_buffer.size() > keptBytes + simdjson::SIMDJSON_PADDING) {
        m_buffer = {};
        m_parser = ondemand::parser();
    }
    if (m_buffer.size() < size + simdjson::SIMDJSON_PADDING)
        m_buffer.resize(std::max<std::size_t>(size, 1024) + simdjson::SIMDJSON_PADDING);
    if (size > 0)
        std::memcpy(m_buffer.data(), bytes.data(), size);
    // simdjson looks at the first byte behind damaged text: not at what an earlier message left there.
    std::memset(m_buffer.data() + size, 0, simdjson::SIMDJSON_PADDING);
}

simdjson::simdjson_result<ondemand::document> JsonReader::begin(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (size > mostBytes)
        fail(simdjson::CAPACITY);
    copy(bytes);
    return m_parser.iterate(m_buffer.data(), size, m_buffer.size());
}

JsonCursor JsonReader::cursor(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (size == 0 || size > indexedBytes)
        return {};
    if (!m_indexer && simdjson::get_active_implementation()->create_dom_parser_implementation(
                          indexedBytes, mostDepth, m_indexer) != simdjson::SUCCESS)
        return {};
    copy(bytes);
    const auto* const text = reinterpret_cast<const std::uint8_t*>(m_buffer.data());
    if (m_indexer->stage1(text, size, simdjson::stage1_mode::regular) != simdjson::SUCCESS)
        return {};
    const std::uint32_t* const places = m_indexer->structural_indexes.get();
    return {m_buffer.data(), places, places + m_indexer->n_structural_indexes};
}

void JsonReader::end(ondemand::document& document)
{
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS)
        fail(simdjson::TRAILING_CONTENT);
}

Reading JsonReader::rejected(simdjson::error_code error)
{
    switch (error) {
    case simdjson::INCORRECT_TYPE:
        return {.kind = Reading::Kind::Rejected,
                .reason = QStringLiteral("the JSON is not of the shape that is documented")};
    case simdjson::CAPACITY:
        return {.kind = Reading::Kind::Rejected, .reason = QStringLiteral("it is longer than 64 MB")};
    case simdjson::UTF8_ERROR:
        return {.kind = Reading::Kind::Rejected, .reason = QStringLiteral("it is not UTF-8")};
    case simdjson::DEPTH_ERROR:
        return {.kind = Reading::Kind::Rejected, .reason = QStringLiteral("the JSON is nested too deeply")};
    default:
        return {.kind = Reading::Kind::Rejected,
                .reason = QStringLiteral("it is no whole JSON: %1")
                              .arg(QString::fromLatin1(simdjson::error_message(error)))};
    }
}

void pass(ondemand::value& value, int depth)
{
    if (depth > JsonReader::mostDepth)
        fail(simdjson::DEPTH_ERROR);
    const auto type = value.type().value();
    switch (type) {
    case ondemand::json_type::object:
        eachField(value.get_object(),
                  [depth](std::string_view, ondemand::value& inner) { pass(inner, depth + 1); });
        break;
    case ondemand::json_type::array:
        eachElement(value.get_array(), [depth](ondemand::value& inner) { pass(inner, depth + 1); });
        break;
    case ondemand::json_type::string:
    case ondemand::json_type::number:
    case ondemand::json_type::boolean:
    case ondemand::json_type::null:
        checkScalar(tokenOf(value), type);
        break;
    }
}

} // namespace holdline
