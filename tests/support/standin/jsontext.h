// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QByteArray>
#include <QByteArrayList>

namespace holdline::testing {

/// Writes a JSON object in the order of the calls; keys and texts are written as they are.
class JsonText final {
public:
    JsonText& text(const char* key, QByteArrayView value);
    JsonText& number(const char* key, qint64 value);
    JsonText& flag(const char* key, bool value);
    /// A value that is JSON already.
    JsonText& raw(const char* key, QByteArrayView value);
    [[nodiscard]] QByteArray object() const { return '{' + m_members + '}'; }

private:
    void begin(const char* key);
    QByteArray m_members;
};

[[nodiscard]] QByteArray jsonArray(const QByteArrayList& values);
[[nodiscard]] QByteArray quoted(QByteArrayView text);

/// Units of 1e-8 with exactly so many decimals, the rest cut off.
[[nodiscard]] QByteArray fixedText(Int128 units, int decimals);

/// Without needless zeros.
[[nodiscard]] inline QByteArray plainText(Price price)
{
    return price.toText();
}
[[nodiscard]] inline QByteArray plainText(Amount amount)
{
    return amount.toText();
}

/// `2026-11-22T01:00:02.789000Z`, with 3, 6 or 9 digits of the second.
[[nodiscard]] QByteArray isoText(UtcTime time, int digits);

} // namespace holdline::testing
