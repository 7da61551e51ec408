// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/candlelayout.h"
#include "models/imports/delimited.h"
#include "models/imports/filetime.h"
#include "models/market/candle.h"

namespace holdline {

/// One row of a file of candles.
struct CandleRow {
    Candle candle;
    std::optional<UtcTime> closeTime;
    FileTime::Form timeForm = FileTime::Form::Absolute;
    QByteArray symbol; ///< empty when there is no such column
};

/// Reads rows of one layout. Plain numbers are read in one pass over the line's bytes; quotes, exponents,
/// blanks and texts as times take a slower way to the same exact values.
class CandleRowReader {
public:
    explicit CandleRowReader(const CandleLayout& layout);

    /// Empty when the row is good; else the reason why not. `latest`: a later time is bad.
    [[nodiscard]] QString read(QByteArrayView line, UtcTime latest, CandleRow& row);
    /// The same for a row that is split already.
    [[nodiscard]] QString readFields(const std::vector<QByteArrayView>& fields, UtcTime latest,
                                     CandleRow& row);

private:
    CandleLayout m_layout;
    FieldSplitter m_splitter;

    [[nodiscard]] bool readPlain(QByteArrayView line, CandleRow& row) const;
};

} // namespace holdline
