// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"
#include "models/tables/tableroles.h"

#include <QSet>

#include <array>
#include <optional>
#include <vector>

namespace holdline {

/// A provider, and below one that is unfolded its streams and the reasons why it rejected messages.
struct FeedRow {
    enum class Kind { Provider, Stream, Reject };
    /// Texts by column, as in FeedTable; the age is told from `last`.
    using Cells = std::array<QString, 7>;

    Kind kind = Kind::Provider;
    QString feed; ///< provider's id
    QString key;  ///< unique
    Cells cells = {};
    Tone dot = Tone::Dim;  ///< not of a reason
    Tone tone = Tone::Dim; ///< of the state
    QString toolTip = {};
    std::optional<UtcTime> last = {};
    bool isUnfolded = false;

    bool operator==(const FeedRow&) const = default;
};

/// In the order of the providers; `unfolded` holds ids.
[[nodiscard]] std::vector<FeedRow> feedRows(const std::vector<FeedStatus>& feeds,
                                            const QSet<QString>& unfolded);

/// `1.2 s`, `45 s`, `3 min`, `2 h`, `5 d`.
[[nodiscard]] QString ageText(Span age);

} // namespace holdline
