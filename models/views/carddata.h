// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/readings/marketreading.h"
#include "models/views/cohortbasis.h"
#include "models/views/correlationtable.h"
#include "models/views/fundflows.h"
#include "models/views/holdercohort.h"
#include "models/views/holderhistory.h"
#include "models/views/indexedline.h"
#include "models/views/leveldistance.h"
#include "models/views/picturedata.h"
#include "models/views/pressure.h"
#include "models/views/sourceentry.h"

namespace holdline {

/// All that the cards and the panels beside the timeline show, as values: read off the interface's thread,
/// then only looked at. A default one is empty and makes every card say what is missing.
struct CardData {
    QString instrument = {};
    QString zone = QStringLiteral("UTC");  ///< IANA
    UtcTime at = {};                       ///< the moment told about: the end of the view or of what is known
    std::optional<double> price = {};      ///< last close by then
    Price tick = {};                       ///< of the instrument's prices; zero: not known
    FundFlows flows = {};                  ///< the last ten sessions by then
    std::vector<CohortBasis> cohorts = {}; ///< one per shown band
    std::vector<HolderCohort> holders = {}; ///< as loadHolders() gives them
    std::vector<Pressure> pressures = {};   ///< nearest resistance first
    HolderHistory history = {};
    std::shared_ptr<const CostDistribution> costs = {}; ///< or null
    std::vector<IndexedLine> watch = {};                ///< one per watched symbol, from the view's start
    PictureData picture = {};
    std::vector<LevelDistance> levels = {};  ///< highest first
    std::vector<Event> events = {};          ///< oldest first
    std::vector<Candle> candles = {};        ///< of the view's interval, oldest first, the last 1000
    Interval interval = oneHour;             ///< of these candles
    std::shared_ptr<const Brief> brief = {}; ///< the readings at `at`, or null
    std::shared_ptr<const CorrelationTable> correlations = {}; ///< or null
    std::vector<SourceEntry> sources = {};
    bool isReconstruction = false;
};

inline constexpr std::size_t shownSessions = 10;

/// Reads what the cards show for that view. `viewData` is what loadViewData() gave for it. Error: Storage.
[[nodiscard]] Result<CardData> loadCardData(Store& store, const View& view, const ViewData& viewData);

} // namespace holdline
