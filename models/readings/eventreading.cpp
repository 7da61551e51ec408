// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/eventreading.h"

#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

using namespace Qt::StringLiterals;

void readNextEvent(const BriefData& data, Brief& brief)
{
    const QString id = u"event.next"_s;
    const Event* next = nullptr;
    for (const Event& event : data.events) {
        const bool counts = event.importance == Importance::High && event.time > data.at;
        if (counts && (!next || event.time < next->time))
            next = &event;
    }
    if (!next)
        return brief.miss(id, u"no event of high importance that lies ahead was known"_s);
    const auto days =
        std::chrono::floor<std::chrono::days>(next->time) - std::chrono::floor<std::chrono::days>(data.at);
    ReadingOrigin origin = data.eventOrigin;
    if (!next->note.isEmpty())
        origin.source += (origin.source.isEmpty() ? QString() : u"; "_s) + next->note;
    brief.add({id,
               std::vector<ReadingField>{{u"title"_s, next->title},
                                         {u"at"_s, next->time},
                                         {u"days"_s, Amount{Int128{days.count()} * decimalUnits}}},
               {},
               u"Next: %1, on %2, in %3."_s.arg(next->title, dateWords(next->time),
                                                countWords(days.count(), u"day"_s, u"days"_s)),
               next->time,
               origin,
               next->knownAt,
               days.count() <= 7 ? 0.8 : 0.4});
}

} // namespace holdline
