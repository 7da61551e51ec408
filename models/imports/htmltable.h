// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/htmlrows.h"
#include "models/imports/table.h"

#include <deque>
#include <functional>
#include <memory>

namespace holdline {

/// The first table of a web page that has a given word among its classes.
class HtmlTable final : public Table {
public:
    using IsHeader = std::function<bool(const std::vector<QByteArray>& cells)>;

    /// Rows above the first one that `isHeader` takes are dropped. Error: Malformed when there is no such
    /// table, which is what a page that asks who is there looks like.
    [[nodiscard]] static Result<std::unique_ptr<Table>> read(const QByteArray& page, QByteArrayView className,
                                                             const IsHeader& isHeader);

    [[nodiscard]] const std::vector<QByteArray>& columns() const override { return m_columns; }
    [[nodiscard]] bool next(TableRow& row) override;
    [[nodiscard]] std::optional<Error> error() const override { return std::nullopt; }

private:
    std::vector<QByteArray> m_columns;
    std::deque<HtmlRow> m_rows;
    HtmlRow m_current;

    HtmlTable() = default;
};

} // namespace holdline
