// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArrayView>

#include <optional>

class QTimeZone;

namespace holdline {

/// A time as a file writes it.
struct FileTime {
    enum class Form {
        Date,     ///< a day alone; `time` is its midnight UTC
        Local,    ///< date and time without a zone; `time` is it in UTC
        Absolute, ///< an epoch, or ISO 8601 with Z or an offset
    };
    UtcTime time;
    Form form = Form::Absolute;

    bool operator==(const FileTime&) const = default;
};

/// Reads a time by its look: seconds (9 to 11 digits, a fraction allowed), ms (12 to 14), us (15 to 17), ns
/// (18, 19) since 1970; `20260121`; `2026-01-21` or `2026/1/21`, with `T` or a blank and a time of day after
/// it, down to ns (cut to ms), and `Z`, ` UTC` or an offset; `2026-01-21 05-PM`; `21 Jan 2026`.
/// Absent for anything else.
[[nodiscard]] std::optional<FileTime> readFileTime(QByteArrayView text);

/// The moment that a time without zone stands for in that zone.
[[nodiscard]] UtcTime inZone(const FileTime& time, const QTimeZone& zone);

} // namespace holdline
