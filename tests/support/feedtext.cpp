// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feedtext.h"

namespace holdline::testing {

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray time(UtcTime value)
{
    return number(toMsecs(value));
}

template <typename Value>
QByteArray optionalText(const std::optional<Value>& value)
{
    if constexpr (std::is_same_v<Value, qint64>)
        return value ? number(*value) : QByteArray("-");
    else
        return value ? value->toText() : QByteArray("-");
}

QByteArray line(const CandleRecord& record)
{
    const Candle& candle = record.candle;
    return QByteArrayList{"candle",
                          number(record.instrument),
                          record.interval.name().toLatin1(),
                          time(candle.openTime),
                          candle.open.toText(),
                          candle.high.toText(),
                          candle.low.toText(),
                          candle.close.toText(),
                          optionalText(candle.volume),
                          optionalText(candle.quoteVolume),
                          optionalText(candle.takerBuyQuote),
                          optionalText(candle.trades),
                          record.isClosed ? "closed" : "open",
                          time(record.at)}
        .join(' ');
}

QByteArray line(const TradeRecord& trade)
{
    return QByteArrayList{"trade",
                          number(trade.instrument),
                          time(trade.time),
                          trade.price.toText(),
                          trade.quantity.toText(),
                          trade.isTakerBuy ? "buy" : "sell",
                          number(trade.id)}
        .join(' ');
}

QByteArray line(const LiquidationRecord& record)
{
    const Liquidation& liquidation = record.liquidation;
    return QByteArrayList{"liquidation",
                          QByteArray::fromStdString(record.asset),
                          time(liquidation.time),
                          liquidation.side == PositionSide::Long ? "long" : "short",
                          liquidation.price.toText(),
                          liquidation.quantity.toText(),
                          liquidation.usd.toText()}
        .join(' ');
}

QByteArray line(const GaugeRecord& gauge)
{
    const QByteArrayList names{"interest", "funding", "mark"};
    return QByteArrayList{names[static_cast<int>(gauge.gauge)], number(gauge.instrument), time(gauge.time),
                          gauge.value.toText()}
        .join(' ');
}

QByteArray line(const DayRecord& day)
{
    return QByteArrayList{"day",
                          number(day.instrument),
                          time(day.time),
                          day.last.toText(),
                          day.open.toText(),
                          day.high.toText(),
                          day.low.toText(),
                          day.volume.toText(),
                          day.quoteVolume.toText()}
        .join(' ');
}

} // namespace

QByteArrayList linesOf(const FeedRecords& records)
{
    QByteArrayList lines;
    const auto add = [&lines](const auto& items) {
        for (const auto& item : items)
            lines.append(line(item));
    };
    add(records.candles);
    add(records.trades);
    add(records.liquidations);
    add(records.gauges);
    add(records.days);
    if (records.serverTime)
        lines.append("server " + time(*records.serverTime));
    return lines;
}

} // namespace holdline::testing
