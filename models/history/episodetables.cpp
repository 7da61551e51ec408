// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodetables.h"

#include <array>
#include <optional>

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

using Fields = std::vector<QByteArrayView>;

/// The lines of a table, one after another, cut at their commas.
class Lines {
public:
    explicit Lines(QByteArrayView text) : m_rest(text) {}

    bool next(Fields& fields)
    {
        fields.clear();
        if (m_rest.isEmpty())
            return false;
        ++m_number;
        const qsizetype end = m_rest.indexOf('\n');
        QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        for (qsizetype comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',')) {
            fields.push_back(line.first(comma));
            line = line.sliced(comma + 1);
        }
        fields.push_back(line);
        return true;
    }

    [[nodiscard]] Error wrong() const
    {
        return {Error::Kind::Malformed, u"The episode's table is damaged at line %1."_s.arg(m_number)};
    }

private:
    QByteArrayView m_rest;
    qint64 m_number = 0;
};

std::optional<UtcTime> timeOf(QByteArrayView field)
{
    const auto time = parseIso(field);
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

std::optional<Candle> candleOf(const Fields& fields)
{
    if (fields.size() != 9)
        return std::nullopt;
    const auto time = timeOf(fields[0]);
    std::array<std::optional<Price>, 4> prices;
    for (std::size_t i = 0; i < prices.size(); ++i)
        prices[i] = Price::parse(fields[i + 1]);
    bool isNumber = false;
    const qint64 trades = fields[8].toByteArray().toLongLong(&isNumber);
    if (!time || !prices[0] || !prices[1] || !prices[2] || !prices[3] || !isNumber)
        return std::nullopt;
    return Candle{*time,
                  *prices[0],
                  *prices[1],
                  *prices[2],
                  *prices[3],
                  Amount::parse(fields[5]),
                  Amount::parse(fields[6]),
                  Amount::parse(fields[7]),
                  trades};
}

} // namespace

Result<std::vector<Candle>> readCandleTable(QByteArrayView table)
{
    Lines lines(table);
    Fields fields;
    std::vector<Candle> candles;
    lines.next(fields);
    while (lines.next(fields)) {
        const auto candle = candleOf(fields);
        if (!candle)
            return lines.wrong();
        candles.push_back(*candle);
    }
    return candles;
}

Result<std::vector<Sample>> readSampleColumn(QByteArrayView table, QByteArrayView column)
{
    Lines lines(table);
    Fields fields;
    lines.next(fields);
    const auto place =
        static_cast<std::size_t>(std::find(fields.begin(), fields.end(), column) - fields.begin());
    if (place < 3 || place >= fields.size())
        return lines.wrong();
    std::vector<Sample> samples;
    while (lines.next(fields)) {
        const auto from = timeOf(fields[0]);
        const auto to = fields.size() > place ? timeOf(fields[1]) : std::nullopt;
        const auto knownAt = to ? timeOf(fields[2]) : std::nullopt;
        const auto value = knownAt ? Amount::parse(fields[place]) : std::nullopt;
        if (!from || !knownAt || (!value && !fields[place].isEmpty()))
            return lines.wrong();
        if (value)
            samples.push_back({*from, *to, *knownAt, *value});
    }
    return samples;
}

} // namespace holdline
