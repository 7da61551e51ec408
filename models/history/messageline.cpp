// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/messageline.h"

#include "models/feeds/jsonshapes.h"

namespace holdline {

namespace {

namespace ondemand = simdjson::ondemand;

struct LineFields {
    JsonToken receivedAt;
    JsonToken source;
    JsonToken stream;
    std::string_view payload; ///< as it stands, without space around it
    bool isPlain = true;      ///< no other field, none twice
};

std::string_view withoutSpace(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string_view rawOf(ondemand::value& value)
{
    return isObject(value)  ? value.get_object().value().raw_json().value()
           : isArray(value) ? value.get_array().value().raw_json().value()
                            : std::string_view();
}

void takeField(std::string_view key, ondemand::value& value, LineFields& fields)
{
    if (key == "payload" && fields.payload.empty()) {
        fields.payload = withoutSpace(rawOf(value));
        if (fields.payload.empty())
            pass(value);
        return;
    }
    JsonToken* const token = key == "receivedAt" ? &fields.receivedAt
                             : key == "source"   ? &fields.source
                             : key == "stream"   ? &fields.stream
                                                 : nullptr;
    fields.isPlain = fields.isPlain && token && !token->isGiven();
    if (fields.isPlain)
        *token = tokenOf(value);
    else
        pass(value);
}

std::optional<QString> textOf(const JsonToken& token)
{
    const std::string_view text = token.text();
    if (!token.isText() || text.find('\\') != std::string_view::npos)
        return std::nullopt;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What Holdline itself says of a connection stands in the payload too.
bool isOfVenue(std::string_view payload)
{
    return payload.substr(0, 64).find("\"holdline\"") == std::string_view::npos;
}

} // namespace

std::optional<CaptureLine> MessageLineReader::read(QByteArrayView bytes)
{
    std::optional<CaptureLine> line;
    const Reading reading = m_json.read(bytes, m_none, [&](ondemand::document& document) {
        LineFields fields;
        eachField(document.get_object(),
                  [&](std::string_view key, ondemand::value& value) { takeField(key, value, fields); });
        const auto at = isoTimeOf(fields.receivedAt);
        const auto source = textOf(fields.source);
        const auto stream = textOf(fields.stream);
        if (fields.isPlain && at && source && stream && !fields.payload.empty() && isOfVenue(fields.payload))
            line = CaptureLine{CaptureLine::Kind::Message, *at, *source, *stream,
                               viewOf(fields.payload).toByteArray()};
        return Reading{};
    });
    return reading.kind == Reading::Kind::Rejected ? std::nullopt : line;
}

} // namespace holdline
