// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlerecords.h"
#include "models/feeds/okx/okxcandles.h"
#include "models/feeds/okx/okxmessages.h"

#include <optional>
#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// Codes of answers.
enum Code { Done = 0, ServiceUnavailable = 50001, RateLimited = 50011 };

/// An element of `data`: a candle, or a contract.
struct AnswerElement {
    OkxCandleRow row;
    OkxContractTokens contract;
};

/// Keys may come in any order: all is gathered first.
struct Answer {
    JsonToken code;
    JsonToken words;
    bool hasData = false;
    std::vector<AnswerElement> elements;
};

AnswerElement answerElementOf(ondemand::value& value)
{
    AnswerElement element;
    OkxContractTokens& contract = element.contract;
    if (isObject(value))
        readTokens(value.get_object(), {{"instId", &contract.instrument},
                                        {"ctType", &contract.kind},
                                        {"ctVal", &contract.value},
                                        {"ctMult", &contract.multiplier},
                                        {"ctValCcy", &contract.valueAsset}});
    else
        element.row = OkxCandleRow::of(value);
    return element;
}

Answer answerOf(ondemand::object object)
{
    Answer answer;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value, {{"code", &answer.code}, {"msg", &answer.words}}))
            return;
        if (key != "data" || !isArray(value)) {
            pass(value);
            return;
        }
        answer.hasData = true;
        eachElement(value.get_array(),
                    [&](ondemand::value& each) { answer.elements.push_back(answerElementOf(each)); });
    });
    return answer;
}

/// Absent: the venue did what was asked.
std::optional<Reading> refusalIn(const Answer& answer)
{
    const auto code = answer.code.integer();
    if (!code)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without code")};
    const QString words = wordsOf(answer.words);
    switch (*code) {
    case Done:
        break;
    case RateLimited:
        return Reading{Reading::Kind::RateLimited, -1, words};
    case ServiceUnavailable:
        return Reading{Reading::Kind::Unavailable, -1, words};
    default:
        return Reading{Reading::Kind::Refused, -1, words};
    }
    if (!answer.hasData)
        return Reading{Reading::Kind::Rejected, -1, QStringLiteral("an answer without data")};
    return std::nullopt;
}

void addCandles(const RestRequest& request, std::span<const FeedInstrument> instruments, const Answer& answer,
                FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = request.instrument;
    frame.interval = request.interval;
    const QByteArray& symbol = instruments[static_cast<std::size_t>(request.instrument)].symbol;
    for (const AnswerElement& element : answer.elements)
        addOkxCandle(element.row, std::string_view(symbol.data(), static_cast<std::size_t>(symbol.size())),
                     frame, records);
    putInOrder(records.candles, request.range);
}

} // namespace

Reading readOkxAnswer(JsonReader& json, const RestRequest& request,
                      std::span<const FeedInstrument> instruments, OkxContracts& contracts,
                      QByteArrayView bytes, FeedRecords& records)
{
    // A table that turns out to be cut changes nothing.
    OkxContracts table = request.purpose == RestRequest::Purpose::Contracts ? contracts : OkxContracts{};
    const Reading reading = json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Answer answer = answerOf(document.get_object());
        if (const auto refusal = refusalIn(answer))
            return *refusal;
        if (request.purpose == RestRequest::Purpose::Candles)
            addCandles(request, instruments, answer, records);
        if (request.purpose == RestRequest::Purpose::Contracts) {
            for (const AnswerElement& element : answer.elements)
                addOkxContract(element.contract, table, records);
        }
        return {};
    });
    if (request.purpose == RestRequest::Purpose::Contracts && reading.kind == Reading::Kind::Data)
        contracts = std::move(table);
    return reading;
}

} // namespace holdline
