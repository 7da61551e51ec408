// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

#include <QString>
#include <QStringList>

#include <span>

namespace holdline {

/// Those that an analyst would tell: the price, where the levels stand, and what is unusual in its year; each
/// sentence once, the most unusual first, at most so many.
[[nodiscard]] std::vector<MarketReading> outstanding(const Brief& brief, std::size_t most = 20);

/// Which source each reading has, and the sources, each once.
struct BriefSources {
    std::vector<qsizetype> numbers; ///< one each of the readings, from 1
    QStringList sources;            ///< the first has number 1
};
[[nodiscard]] BriefSources briefSources(std::span<const MarketReading> readings);

enum class BriefForm { Plain, Markdown };

/// A heading, one sentence a line, each with the number of its source, and the sources below.
[[nodiscard]] QString briefText(const Brief& brief, std::span<const MarketReading> readings, BriefForm form);

} // namespace holdline
