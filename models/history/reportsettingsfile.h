// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QString>

namespace holdline {

/// What stands in every picture that leaves the program.
struct ReportSettings {
    QString author = {}; ///< one line, or empty
    QString logo = {};   ///< the name of a PNG or SVG file in the data folder, or empty

    bool operator==(const ReportSettings&) const = default;
};

inline constexpr qsizetype longestAuthor = 200; ///< characters
inline constexpr qint64 mostLogoBytes = qint64{4} << 20;

/// `report.json` of the data folder: `{"author": "…", "logo": "file.png"}`. What is absent is empty; no file
/// is no setting. Error: Malformed, naming the key.
[[nodiscard]] Result<ReportSettings> loadReportSettings(const QString& dataDir);
/// Writes the two and keeps other keys. Errors: Malformed for what loading would refuse; Storage.
[[nodiscard]] Result<Done> saveReportSettings(const QString& dataDir, const ReportSettings& settings);

/// The bytes of the logo, empty without one. Errors: Unavailable, Malformed when it is larger than
/// mostLogoBytes.
[[nodiscard]] Result<QByteArray> loadLogo(const QString& dataDir, const ReportSettings& settings);

} // namespace holdline
