// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

#include <QStringList>

namespace holdline {

/// What the placeholders of a text stand for.
struct PlaceholderFacts {
    const Brief* brief = nullptr;         ///< the readings, or null where none could be made
    QString noBrief = {};                 ///< why there are none, a sentence without its full stop
    QString instrument = {};              ///< `{instrument}`: `BTC-USDT`
    QString zone = QStringLiteral("UTC"); ///< `{zone}`: IANA; of all times
    UtcTime asOf = {};                    ///< `{as_of}`
    TimeRange shown = {};                 ///< `{from}`, `{to}`
};

/// A text with its placeholders filled.
struct FilledText {
    QString text;
    std::vector<MissingReading>
        missing;         ///< ids that stand for nothing now, each once: `not known` in the text
    QStringList unknown; ///< ids that no reading has, each once: they stay as they were typed

    bool operator==(const FilledText&) const = default;
};

/// Fills in `{id}` for each id of a reading (design: readings by name), as the program writes such values
/// elsewhere: `$89,316`, `−$874.4 M`, `+1.30 %`, `20 January 2026, 23:18 UTC`, `testing`, `yes`. `{id.name}`
/// is that part of a reading of several (`event.next.title`), `{id.text}` the reading's sentence, `{id.at}`
/// its time, `{id.source}` its source. A time at midnight is its date alone. Filled once: braces in a value
/// are text. `{{` and `}}` are braces; a brace that begins no id is text as well. Where the text is written
/// from right to left, values are held apart from its direction.
[[nodiscard]] FilledText filled(const QString& text, const PlaceholderFacts& facts);

/// Whether filling it needs the brief.
[[nodiscard]] bool asksForReadings(const QString& text);

/// A placeholder that may be typed, and what it stands for now.
struct PlaceholderValue {
    QString id;
    QString value;
};
/// All that stand for something, those of the picture first, then by name.
[[nodiscard]] std::vector<PlaceholderValue> placeholderValues(const PlaceholderFacts& facts);

/// What to tell a person about an id that no reading has: `There is no reading “price.lst”; price.last may be
/// meant.`
[[nodiscard]] QString unknownPlaceholderWords(const QString& id, const PlaceholderFacts& facts);
/// And about one that is not known: `etf.net_last is not known: no flows of funds are stored.`
[[nodiscard]] QString missingPlaceholderWords(const MissingReading& missing, const PlaceholderFacts& facts);

} // namespace holdline
