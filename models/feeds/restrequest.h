// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/interval.h"

#include <QString>

namespace holdline {

/// What counts as an answer to a question.
enum class AnswerForm {
    Data, ///< a web page is a fault
    Page, ///< a web page, which may not be there yet: HTTP 404 is an answer without a byte
};

/// A question to a venue's REST interface, and what it is for.
struct RestRequest {
    enum class Purpose { Candles, ServerTime, OpenInterest, Funding, MarkPrice, Contracts, Day, Daily };
    Purpose purpose = Purpose::Candles;
    QString path;                  ///< appended to the address, query included
    int weight = 1;                ///< by the venue's own counting
    int instrument = -1;           ///< index into Feed::instruments(); -1: none
    Interval interval = oneMinute; ///< of candles
    TimeRange range = {};          ///< of candles: open times [from, to)
    int question = -1;             ///< of daily values: index into Feed::dailyPlan().questions; -1: none
    AnswerForm form = AnswerForm::Data;

    bool operator==(const RestRequest&) const = default;
};

/// A question that is put again and again.
struct Poll {
    RestRequest request;
    Span every{};
};

} // namespace holdline
