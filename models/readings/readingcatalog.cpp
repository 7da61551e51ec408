// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/readingcatalog.h"

#include "models/readings/cohortreadings.h"
#include "models/readings/correlationreadings.h"
#include "models/readings/depositreadings.h"
#include "models/readings/drivereading.h"
#include "models/readings/eventreading.h"
#include "models/readings/fundreadings.h"
#include "models/readings/levelreadings.h"
#include "models/readings/liquidationreadings.h"
#include "models/readings/macroreadings.h"
#include "models/readings/momentumreadings.h"
#include "models/readings/optionreadings.h"
#include "models/readings/pricereadings.h"
#include "models/readings/takerreadings.h"

#include <algorithm>

namespace holdline {

const std::vector<ReadingFamily>& readingCatalog()
{
    static const std::vector<ReadingFamily> families{
        readPrice, readWatched, readLevels,    readCohorts,      readLiquidations, readTaker,    readDeposits,
        readFunds, readMacro,   readNextEvent, readCorrelations, readOptions,      readMomentum, readDrive,
    };
    return families;
}

Brief makeBrief(const BriefData& data)
{
    Brief brief{data.at, data.asOf, data.instrument, {}, {}};
    for (const ReadingFamily& read : readingCatalog())
        read(data, brief);
    std::stable_sort(brief.readings.begin(), brief.readings.end(),
                     [](const MarketReading& a, const MarketReading& b) { return a.unusual > b.unusual; });
    return brief;
}

} // namespace holdline
