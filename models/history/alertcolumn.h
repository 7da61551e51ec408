// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/queryrow.h"

#include <optional>

namespace holdline {

/// One column of an answer, or the sum of all its columns, with the time of each row.
class AlertColumn final : public RowSink {
public:
    struct Row {
        UtcTime from;
        UtcTime knownAt;
        std::optional<Amount> value;
    };

    /// Empty: the first column, or all of them where they are summed.
    AlertColumn(const QString& column, bool isSummed) : m_column(column), m_isSummed(isSummed) {}

    void begin(const std::vector<QString>& columns) override;
    bool row(std::span<const Cell> cells) override;

    /// Whether there is such a column with a number in any row.
    [[nodiscard]] bool hasNumbers() const;
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

private:
    QString m_column;
    bool m_isSummed;
    std::vector<std::size_t> m_wanted;
    std::optional<std::size_t> m_knownAt;
    std::vector<Row> m_rows;
};

} // namespace holdline
