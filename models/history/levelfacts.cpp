// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/levelfacts.h"

#include "models/history/judgedcloses.h"
#include "models/history/ledgerquery.h"
#include "models/history/trackededges.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace holdline {

namespace {

bool isValid(const Level& level, UtcTime at)
{
    return (!level.validFrom || *level.validFrom <= at) && (!level.validTo || *level.validTo >= at);
}

/// Absent where no candles are stored.
Result<std::optional<std::vector<JudgedClose>>> closesOf(Store& store, const Level& level,
                                                         const PastQuestion& question)
{
    auto closes =
        judgedCloses(store, {.name = QStringLiteral("price/") + level.instrument,
                             .range = {level.validFrom.value_or(earliestTime) - oneHour.length, question.at},
                             .interval = oneHour,
                             .asOf = question.asOf});
    if (closes.hasValue())
        return std::optional(std::move(closes).value());
    if (closes.error().kind == Error::Kind::Unavailable)
        return std::optional<std::vector<JudgedClose>>{};
    return closes.error();
}

Result<qint64> touchesOf(Store& store, Level level, const PastQuestion& question)
{
    level.validTo = std::min(level.validTo.value_or(question.at), question.at);
    const auto ledgers =
        levelLedgers(store, std::span(&level, 1), {.asOf = question.asOf, .judging = oneHour});
    if (ledgers.hasValue())
        return static_cast<qint64>(ledgers.value().front().touches.size());
    return ledgers.error().kind == Error::Kind::Unavailable ? Result<qint64>(0) : ledgers.error();
}

/// Absent for a level that is nowhere yet.
Result<std::optional<LevelFacts>> factsOf(Store& store, const Level& level, const PastQuestion& question)
{
    const auto edges = edgesOf(store, level, question.asOf);
    if (edges.hasError())
        return edges.error();
    const EdgeStep* const now = edgesAt(edges.value(), question.at);
    if (!now)
        return std::optional<LevelFacts>{};
    LevelFacts facts{level, *now, {}, 0};
    const auto closes = closesOf(store, level, question);
    if (closes.hasError())
        return closes.error();
    if (closes.value()) {
        for (LevelState& state : judgeLevel(level, edges.value(), *closes.value(), usualConfirmation)) {
            if (state.at <= question.at)
                facts.state = std::move(state);
        }
    }
    const auto touches = touchesOf(store, level, question);
    if (touches.hasError())
        return touches.error();
    facts.touches = touches.value();
    return std::optional(std::move(facts));
}

} // namespace

QString assetOf(const QString& instrument)
{
    static const QRegularExpression form(QStringLiteral("^[^:]+:(BTC|XBT|ETH|XRP|ADA|SOL)"));
    const QString asset = form.match(instrument).captured(1);
    return asset == QStringLiteral("XBT") ? QStringLiteral("BTC") : asset;
}

Result<std::vector<LevelFacts>> loadLevelFacts(Store& store, const QString& asset,
                                               const PastQuestion& question)
{
    const auto levels = store.levels();
    if (levels.hasError())
        return levels.error();
    std::vector<LevelFacts> all;
    for (const Level& level : levels.value()) {
        if (!isValid(level, question.at) || assetOf(level.instrument) != asset)
            continue;
        auto facts = factsOf(store, level, question);
        if (facts.hasError())
            return facts.error();
        if (facts.value())
            all.push_back(std::move(*facts.value()));
    }
    return all;
}

} // namespace holdline
