// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsoncursor.h"
#include "models/feeds/jsontoken.h"
#include "models/feeds/reading.h"

#include <QByteArrayView>

#include <memory>
#include <vector>

// As the library's own CMake target has it: its classes must have one layout in all that include this.
#ifndef SIMDJSON_THREADS_ENABLED
#define SIMDJSON_THREADS_ENABLED 1
#endif
#include <simdjson.h>

namespace holdline {

/// Walks once through a message, front to back. All of it must be walked: by eachField(), eachElement() and
/// tokenOf() for what is wanted and pass() for what is not. What is no whole JSON, is not UTF-8, goes on
/// after its end, nests deeper than `mostDepth` or is longer than `mostBytes` is Rejected and gives no
/// record.
class JsonReader final {
public:
    static constexpr std::size_t mostBytes = 64 * 1024 * 1024;
    static constexpr int mostDepth = 32;

    JsonReader() = default;
    Q_DISABLE_COPY_MOVE(JsonReader)

    /// Clears `records`, then calls `use(simdjson::ondemand::document&)`, which gives a Reading. It may throw
    /// simdjson's errors; these do not leave here. A Rejected reading has its reason and no records, nor
    /// rejects; a message of which only parts are bad is Data, with a reject for each.
    template <typename Use>
    [[nodiscard]] Reading read(QByteArrayView bytes, FeedRecords& records, Use use)
    {
        records.clear();
        try {
            simdjson::ondemand::document document = begin(bytes);
            Reading reading = use(document);
            if (reading.kind != Reading::Kind::Rejected) {
                end(document);
                return reading;
            }
            records.clear();
            return reading;
        } catch (const simdjson::simdjson_error& error) {
            records.clear();
            return rejected(error.error());
        }
    }

    /// For short messages of a known shape; at its end when they are no such text. Good until the next call.
    [[nodiscard]] JsonCursor cursor(QByteArrayView bytes);

private:
    simdjson::ondemand::parser m_parser;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_indexer; ///< made when first needed
    std::vector<char> m_buffer;

    /// A copy, because simdjson reads beyond the end.
    void copy(QByteArrayView bytes);
    simdjson::simdjson_result<simdjson::ondemand::document> begin(QByteArrayView bytes);
    static void end(simdjson::ondemand::document& document);
    static Reading rejected(simdjson::error_code error);
};

/// Whether a value may begin so; letters are of words, also of `NaN`, which JSON does not have.
[[nodiscard]] inline bool isValueBegin(char c)
{
    return c == '"' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '{' || c == '[';
}

/// Walks over a value that is of no use, and throws when it is no JSON.
void pass(simdjson::ondemand::value& value, int depth = 0);

/// The scalar that a value is. Objects and arrays are passed, and their token is the bracket. Throws when
/// there is no value.
[[nodiscard]] inline JsonToken tokenOf(simdjson::ondemand::value& value)
{
    std::string_view raw = value.raw_json_token();
    // Looked at first: where the text is damaged the length is of no use.
    const char first = *raw.data();
    if (!isValueBegin(first))
        throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
    if (first == '{' || first == '[') {
        pass(value);
        return JsonToken(raw.substr(0, 1));
    }
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (isSpace(raw.back()))
        raw.remove_suffix(1);
    return JsonToken(raw);
}

/// Calls `use(std::string_view key, simdjson::ondemand::value&)` for each; the key's escapes are as written.
template <typename Use>
void eachField(simdjson::ondemand::object object, Use use)
{
    for (auto field : object) {
        const char* const key = field.key().raw();
        std::size_t size = 0;
        while (key[size] != '"')
            ++size;
        simdjson::ondemand::value value = field.value();
        use(std::string_view(key, size), value);
    }
}

/// Calls `use(simdjson::ondemand::value&)` for each.
template <typename Use>
void eachElement(simdjson::ondemand::array array, Use use)
{
    for (auto element : array) {
        simdjson::ondemand::value value = element.value();
        use(value);
    }
}

} // namespace holdline
