// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"
#include "models/readings/studyquestion.h"
#include "models/views/alertstate.h"
#include "models/views/carddata.h"

#include <utility>

namespace holdline {

/// What a card shows that takes a while to find, beside what loadCardData() gives.
enum class CardNeed { Nothing, Readings, Ledgers, Study, Alerts };

/// All that one card or panel shows, read at one moment of the store.
struct CardFacts {
    CardData data;
    std::optional<std::pair<StudyQuestion, Result<EventStudy>>> study = {};
    AlertState alerts = {};
    QString choice = {}; ///< as Card::choice() has it
};

/// The readings of a moment, and the correlations that are made of the same data; null where nothing is
/// stored of the instrument.
struct CardReadings {
    std::shared_ptr<const Brief> brief = {};
    std::shared_ptr<const CorrelationTable> correlations = {};
};

/// At the cards' moment, by the thresholds that are set in `dataDir`. Errors: Malformed of readings.json;
/// Storage.
[[nodiscard]] Result<CardReadings> loadCardReadings(Store& store, const CardData& cards,
                                                    const QString& episode, const QString& dataDir);

/// As a card with that choice shows them. Unavailable: there is no such study. `viewData` is what
/// loadViewData() gave for the view. Errors as above.
[[nodiscard]] Result<CardFacts> loadCardFacts(Store& store, const View& view, const ViewData& viewData,
                                              CardNeed need, const QString& choice, const QString& dataDir);

} // namespace holdline
