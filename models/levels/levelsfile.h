// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/level.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace holdline {

/// A level of a file that was not taken.
struct RejectedLevel {
    qint64 line = 0; ///< on which it begins, from 1
    QString reason;

    bool operator==(const RejectedLevel&) const = default;
};

struct LevelsFile {
    std::vector<Level> levels; ///< in the order of the file
    std::vector<RejectedLevel> rejects;
};

/// Reads `{"levels":[…]}`, a bare array of levels, or CSV whose header names the same keys (`validFrom`,
/// `valid_from` and `valid-from` are one). A bad level, or one whose id came before, is rejected alone.
/// Error: Malformed, when the bytes are none of these.
[[nodiscard]] Result<LevelsFile> readLevels(const QByteArray& bytes);

/// CSV with a header; unknown keys are left out.
[[nodiscard]] QByteArray levelsToCsv(std::span<const Level> levels);

} // namespace holdline
