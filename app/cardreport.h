// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/views/cardfacts.h"
#include "models/views/cardnumbers.h"
#include "models/views/reportrecord.h"
#include "widgets/cards/cardcatalog.h"
#include "widgets/report/sheet.h"

namespace holdline {

/// The brief, a card or a panel of a view, and all that is written of it, read at one moment of the store.
struct CardReport {
    View view;
    QString content; ///< as in ReportRecord, never empty
    CardEntry entry;
    ViewData data;
    CardFacts facts;
    CardNumbers numbers;
    Sheet sheet = {}; ///< what its pictures paint; see drawSheet()
};

/// Of any thread. Errors: those of loadViewData(), loadCardFacts() and loadPictureWords(); Unavailable: there
/// is no such content in this version.
[[nodiscard]] Result<CardReport> loadCardReport(Store& store, const View& view, const QString& content,
                                                const Clock& clock, const QString& dataDir);

/// Makes the sheet and gives the view its size; on the interface's thread. Unavailable: it would be larger
/// than a picture may be.
[[nodiscard]] Result<Done> drawSheet(CardReport& report);

[[nodiscard]] ReportRecord recordOf(const CardReport& report);
/// As those of contentOf(); with a sheet.
[[nodiscard]] Result<QByteArray> cardFile(const CardReport& report, const QString& format, Paper paper);

} // namespace holdline
