// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/table.h"

#include <deque>
#include <memory>

namespace holdline {

/// JSON records: an array of objects, or the one array of objects that an object holds. Columns are the keys
/// in the order in which they first come; keys of an object inside a record are written `flows.IBIT`. A list
/// or an object makes no column; where another record has a plain value under its key, its cell is `[…]` or
/// `{…}`, which is no number.
class JsonTable final : public Table {
public:
    /// Keeps views into `text`, which must stay. Error: Malformed, with the line where the text is no JSON or
    /// the reason why it holds no records.
    [[nodiscard]] static Result<std::unique_ptr<JsonTable>> read(QByteArray& text);

    [[nodiscard]] const std::vector<QByteArray>& columns() const override { return m_columns; }
    [[nodiscard]] bool next(TableRow& row) override;
    [[nodiscard]] std::optional<Error> error() const override { return std::nullopt; }

private:
    struct Record {
        qint64 line = 0;
        std::size_t firstCell = 0;
        std::size_t cellCount = 0;
        bool isObject = true;
    };
    struct RecordCell {
        int column = 0; ///< below 0: of m_nestedNames, counted from -1 down
        QByteArrayView text;
    };

    std::vector<QByteArray> m_columns;
    std::vector<Record> m_records;
    std::vector<RecordCell> m_cells;
    std::deque<QByteArray> m_strings; ///< those that differ from the text's bytes
    std::vector<QByteArray> m_nestedNames;
    std::size_t m_next = 0;

    JsonTable() = default;
    [[nodiscard]] std::optional<std::size_t> placeOf(const RecordCell& cell) const;
    friend class JsonRecords;
};

} // namespace holdline
