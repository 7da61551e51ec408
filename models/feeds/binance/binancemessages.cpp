// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binance/binancemessages.h"

#include "models/feeds/binancecandle.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

using Instruments = std::vector<FeedInstrument>;

/// Trades that were struck out stay in the list with ids of -1, or with zero for price and quantity.
bool isStruckOut(const BinanceFields& trade)
{
    const auto isNone = [&trade](char id) { return trade[id].plain() == "-1"; };
    const auto isZero = [&trade](char number) { return trade[number].amount() == Amount{}; };
    return isNone('a') || isNone('f') || isNone('l') || (isZero('p') && isZero('q'));
}

void addTrade(const BinanceFields& trade, int instrument, FeedRecords& records)
{
    const auto time = binanceTime(trade['T']);
    const auto price = trade['p'].price();
    const auto quantity = trade['q'].quantity();
    const auto isBuyerMaker = trade['m'].boolean();
    const auto id = trade['a'].integer();
    if (!price)
        return records.rejects.push_back(QStringLiteral("a trade has a price that is none"));
    if (!quantity || quantity->units == 0)
        return records.rejects.push_back(QStringLiteral("a trade has a quantity that is none"));
    if (!time || !isBuyerMaker || !id || *id < 0)
        return records.rejects.push_back(QStringLiteral("a trade has no readable time, side or number"));
    records.trades.push_back({.instrument = instrument,
                              .time = *time,
                              .price = *price,
                              .quantity = *quantity,
                              .isTakerBuy = !*isBuyerMaker,
                              .id = *id});
}

void readTrade(const BinanceFields& trade, const Instruments& instruments, FeedRecords& records)
{
    if (trade['s'].text().empty())
        return records.rejects.push_back(QStringLiteral("a trade has no symbol"));
    const int instrument = indexOfSymbol(instruments, trade['s'].text());
    if (instrument < 0)
        return;
    const auto before = records.rejects.size();
    addTrade(trade, instrument, records);
    if (records.rejects.size() > before && isStruckOut(trade))
        records.rejects.pop_back();
}

struct DayTokens {
    JsonToken symbol, time, last, open, high, low, volume, quoteVolume;
};

void addDay(const DayTokens& tokens, const Instruments& instruments, FeedRecords& records)
{
    if (tokens.symbol.text().empty())
        return records.rejects.push_back(QStringLiteral("figures of 24 hours have no symbol"));
    const int instrument = indexOfSymbol(instruments, tokens.symbol.text());
    if (instrument < 0)
        return;
    const auto time = binanceTime(tokens.time);
    const auto last = tokens.last.price();
    const auto open = tokens.open.price();
    const auto high = tokens.high.price();
    const auto low = tokens.low.price();
    const auto volume = tokens.volume.volume();
    const auto quoteVolume = tokens.quoteVolume.volume();
    if (!last || !open || !high || !low || *high < *low)
        return records.rejects.push_back(QStringLiteral("figures of 24 hours have a price that is none"));
    if (!time || !volume || !quoteVolume)
        return records.rejects.push_back(
            QStringLiteral("figures of 24 hours have no readable time or volume"));
    records.days.push_back({instrument, *time, *last, *open, *high, *low, *volume, *quoteVolume});
}

void readDayObject(ondemand::object object, DayTokens& day, Reading& reading)
{
    struct Key {
        std::string_view name;
        JsonToken DayTokens::*token;
    };
    static constexpr std::array<Key, 8> keys{{{"symbol", &DayTokens::symbol},
                                              {"closeTime", &DayTokens::time},
                                              {"lastPrice", &DayTokens::last},
                                              {"openPrice", &DayTokens::open},
                                              {"highPrice", &DayTokens::high},
                                              {"lowPrice", &DayTokens::low},
                                              {"volume", &DayTokens::volume},
                                              {"quoteVolume", &DayTokens::quoteVolume}}};
    JsonToken code;
    QString message;
    eachField(object, [&](std::string_view name, ondemand::value& value) {
        const auto key = std::ranges::find(keys, name, &Key::name);
        if (key != keys.end())
            day.*(key->token) = tokenOf(value);
        else if (name == "code")
            code = tokenOf(value);
        else if (name == "msg")
            message = messageOf(value);
        else
            pass(value);
    });
    if (code.isGiven())
        reading = binanceRefusal(code, message);
}

} // namespace

void readBinanceEvent(const BinanceEvent& event, const Instruments& instruments, FeedRecords& records)
{
    const auto& fields = event.fields;
    const auto name = event.name();
    if (name == "aggTrade")
        readTrade(fields, instruments, records);
    else if (name == "kline")
        readKlineEvent(event, instruments, records);
    else if (name == "24hrMiniTicker" || name == "24hrTicker")
        addDay({fields['s'], fields['E'], fields['c'], fields['o'], fields['h'], fields['l'], fields['v'],
                fields['q']},
               instruments, records);
}

Reading readBinanceDays(JsonReader& reader, QByteArrayView bytes, const Instruments& instruments,
                        FeedRecords& records)
{
    return reader.read(bytes, records, [&](ondemand::document& document) {
        Reading reading;
        const auto readOne = [&](ondemand::object object) {
            DayTokens day;
            readDayObject(object, day, reading);
            if (reading.kind == Reading::Kind::Data)
                addDay(day, instruments, records);
        };
        if (document.type().value() == ondemand::json_type::object) {
            readOne(document.get_object());
            return reading;
        }
        eachElement(document.get_array(), [&](ondemand::value& value) {
            if (value.type().value() == ondemand::json_type::object)
                return readOne(value.get_object());
            pass(value);
            records.rejects.push_back(QStringLiteral("figures of 24 hours are no object"));
        });
        return reading;
    });
}

} // namespace holdline
