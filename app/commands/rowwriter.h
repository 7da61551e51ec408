// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/queryrow.h"

#include <QByteArray>

#include <functional>

namespace holdline {

enum class RowFormat { Csv, Json };

/// Writes rows as CSV with a header (RFC 4180, lines ended by LF) or as a JSON array of objects, numbers
/// exactly as they are stored. Unknown values are an empty field or null.
class RowWriter final : public RowSink {
public:
    /// Takes pieces of text; returns false when nobody reads them any more.
    using Output = std::function<bool(QByteArrayView)>;

    RowWriter(RowFormat format, Output output);

    void begin(const std::vector<QString>& columns) override;
    bool row(std::span<const Cell> cells) override;
    /// Ends the text; call once, behind the last row.
    void finish();

private:
    void flush();
    void appendCsv(std::span<const Cell> cells);
    void appendJson(std::span<const Cell> cells);

    RowFormat m_format;
    Output m_output;
    std::vector<QByteArray> m_keys; ///< of JSON, with quotes and colon
    QByteArray m_pending;
    bool m_hasRows = false;
    bool m_hasReader = true;
};

/// A field of CSV, in quotes where it must be.
[[nodiscard]] QByteArray csvField(const QString& text);

} // namespace holdline
