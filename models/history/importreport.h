// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/imports/importoptions.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// A row that could not be taken.
struct RejectedRow {
    qint64 line = 0; ///< physical line of the unpacked file, from 1
    QString reason;
    bool operator==(const RejectedRow&) const = default;
};

/// What became of a file. rows == added + unchanged + revised + rejected.
struct ImportReport {
    static constexpr std::size_t shownRejects = 20;

    QString file; ///< as named by the person; a member of a zip of several stands after a slash
    QString kind;
    qint64 rows = 0;
    qint64 added = 0;
    qint64 unchanged = 0;
    qint64 revised = 0;
    qint64 rejected = 0;
    std::optional<UtcTime> from;       ///< beginning of the first good row
    std::optional<UtcTime> to;         ///< end of the last one
    QString map;                       ///< name of the map that came with the program; empty: none
    std::vector<ColumnTarget> mapping; ///< the map that the person gave
    std::vector<RejectedRow> rejects;  ///< the first ones
    QStringList words;
};

/// One line of JSON without its end, keys in the order of the command's contract.
[[nodiscard]] QByteArray toJson(const ImportReport& report);

} // namespace holdline
