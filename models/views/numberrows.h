// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"
#include "models/views/cardnumbers.h"

namespace holdline {

/// Writes the numbers of one row after another.
class NumberRows final {
public:
    /// A row that stands at a time, and is named after it.
    void begin(UtcTime at, const QString& source = {});
    void begin(const QString& row, const QString& source = {}, std::optional<UtcTime> at = {});

    void add(const QString& column, const QByteArray& value, const QString& unit = {});
    void add(const QString& column, const QString& words, const QString& unit = {});
    void add(const QString& column, UtcTime time);
    template <typename Exact>
    void add(const QString& column, const std::optional<Exact>& value, const QString& unit = {})
    {
        add(column, value ? textOf(*value) : QByteArray(), unit);
    }
    void setKnownAt(std::optional<UtcTime> time) { m_knownAt = time; }

    [[nodiscard]] CardNumbers take() { return std::move(m_numbers); }

private:
    [[nodiscard]] static QByteArray textOf(Amount value) { return value.toText(); }
    [[nodiscard]] static QByteArray textOf(Price value) { return value.toText(); }
    [[nodiscard]] static QByteArray textOf(double value) { return Amount::fromDouble(value).toText(); }
    [[nodiscard]] static QByteArray textOf(qint64 value) { return QByteArray::number(value); }
    [[nodiscard]] static QByteArray textOf(UtcTime value) { return toIso(value).toLatin1(); }

    CardNumbers m_numbers;
    QString m_row;
    QString m_source;
    std::optional<UtcTime> m_at;
    std::optional<UtcTime> m_knownAt;
};

/// `CryptoQuant (STH < 155 d)`, or the source alone.
[[nodiscard]] QString sourceWords(const QString& source, const QString& definition);

} // namespace holdline
