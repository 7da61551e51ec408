// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "tests/support/fakeclock.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace holdline::testing {

/// The time that the text says; 1970 when it says none.
[[nodiscard]] UtcTime utc(const char* iso);

/// The bundled episode as its store gives it back, with plain arithmetic for what the tests ask of it.
class EpisodeReader {
public:
    explicit EpisodeReader(const QString& name);

    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }
    [[nodiscard]] Store& store() const { return *m_store; }
    /// Minutes of bitcoin, oldest first.
    [[nodiscard]] const std::vector<Candle>& minutes() const { return m_minutes; }

    [[nodiscard]] qint64 idOf(const QString& series, const QString& column = QStringLiteral("value")) const;
    [[nodiscard]] std::vector<Sample> samples(const QString& series,
                                              const QString& column = QStringLiteral("value"),
                                              std::optional<UtcTime> asOf = {}) const;
    [[nodiscard]] std::vector<Event> events(UtcTime asOf) const;
    [[nodiscard]] std::vector<Candle> candles(const QString& series, Interval interval) const;

    [[nodiscard]] const Candle& minute(UtcTime open) const;
    /// Of the minute that ends then.
    [[nodiscard]] double closeAt(UtcTime time) const;
    /// The value whose interval begins then, else NaN.
    [[nodiscard]] double sampleOf(const QString& series, UtcTime from) const;
    /// Net taker volume of a UTC day.
    [[nodiscard]] double takerOf(UtcTime day) const;
    /// Sum over the twelve funds.
    [[nodiscard]] double fundSum(UtcTime session) const;

private:
    FakeClock m_clock{utc("2026-02-01")};
    std::unique_ptr<Store> m_store;
    std::vector<Candle> m_minutes;
};

} // namespace holdline::testing
