// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/gaugehistory.h"

namespace holdline {

namespace {

constexpr Span fundingPeriod = std::chrono::hours{8};

QString nameOf(Gauge gauge)
{
    switch (gauge) {
    case Gauge::OpenInterest:
        return QStringLiteral("oi/");
    case Gauge::FundingRate:
        return QStringLiteral("funding/");
    case Gauge::MarkPrice:
        return QStringLiteral("mark/");
    }
    return {};
}

QString unitOf(Gauge gauge, const FeedInstrument& instrument)
{
    switch (gauge) {
    case Gauge::OpenInterest:
        return QString::fromLatin1(instrument.asset);
    case Gauge::FundingRate:
        return {};
    case Gauge::MarkPrice:
        return instrument.quote;
    }
    return {};
}

} // namespace

void GaugeHistory::take(const GaugeRecord& record, Span every, UtcTime now)
{
    const UtcTime minute = oneMinute.bucketStart(record.time);
    switch (record.gauge) {
    case Gauge::FundingRate:
        write(record, {record.time, record.time + fundingPeriod, record.time, record.value}, now);
        return;
    case Gauge::OpenInterest:
        write(record, {minute, minute + std::max(every, oneMinute.length), record.time, record.value}, now);
        return;
    case Gauge::MarkPrice:
        break;
    }
    auto [open, isNew] = m_marks.try_emplace(record.instrument, OpenMinute{minute, record.value});
    if (isNew || minute < open->second.minute)
        return;
    const UtcTime end = oneMinute.next(open->second.minute);
    if (minute >= end)
        write(record, {open->second.minute, end, end, open->second.value}, now);
    open->second = {minute, record.value};
}

void GaugeHistory::write(const GaugeRecord& record, const Sample& sample, UtcTime now)
{
    const FeedInstrument& instrument = m_feed.instruments()[static_cast<std::size_t>(record.instrument)];
    SeriesWrite write{now,
                      {nameOf(record.gauge) + instrument.id, QStringLiteral("value"), m_feed.traits().id, {}},
                      SeriesKind::Samples,
                      unitOf(record.gauge, instrument)};
    write.samples = {sample};
    m_writes.push_back(std::move(write));
}

std::vector<SeriesWrite> GaugeHistory::takeWrites()
{
    return std::exchange(m_writes, {});
}

} // namespace holdline
