// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

#include <optional>

namespace holdline {

enum class Importance { Low, Medium, High };

[[nodiscard]] QString toText(Importance importance); ///< `low`, `medium`, `high`

/// Something at a time, past or to come: auction, decision, election, tariff, published note.
struct Event {
    QString id; ///< stable; made from time and title when the file gives none
    UtcTime time;
    UtcTime knownAt; ///< from when its existence was known; values of a later time are revisions under the
                     ///< same id
    QString title;
    QString category; ///< e.g. auction, election, tariff, note
    Importance importance = Importance::Medium;
    std::optional<Amount> actual;
    std::optional<Amount> prior;
    std::optional<Amount> forecast;
    QString unit;
    QString note;             ///< citation or remark, shown with it
    bool isWithdrawn = false; ///< its source told from knownAt on that it is not to be: shown no longer

    bool operator==(const Event&) const = default;
};

} // namespace holdline
