// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/dailyfeed.h"

namespace holdline {

const std::vector<FeedInstrument>& DailyFeed::instruments() const
{
    static const std::vector<FeedInstrument> none;
    return none;
}

Reading DailyFeed::readMessage(int, QByteArrayView, UtcTime, FeedRecords& records)
{
    records.clear();
    return {Reading::Kind::Rejected, -1, QStringLiteral("a message of a provider that has no stream")};
}

} // namespace holdline
