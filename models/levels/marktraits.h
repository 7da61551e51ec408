// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace holdline {

enum class LineDash { Solid, Dashed, Dotted };

inline constexpr double widestLine = 8; ///< device-independent px

struct MarkStyle {
    QString colour = {}; ///< `#rrggbb`; empty: what its kind has
    double width = 1;    ///< device-independent px, above 0 up to widestLine
    LineDash dash = LineDash::Solid;

    bool operator==(const MarkStyle&) const = default;
};

/// What levels and drawings have in common: how they look, whether a hand may move them, and who made them.
struct MarkTraits {
    MarkStyle style = {};
    bool isLocked = false;
    bool isHidden = false;
    int order = 0; ///< greater ones lie above
    QString author = {};
    std::optional<UtcTime> created = {};
    std::optional<UtcTime> edited = {};

    bool operator==(const MarkTraits&) const = default;
};

/// What differs from the default as further fields of an object, each with a comma before it: keys `style`
/// (`colour`, `width`, `dash`), `locked`, `hidden`, `order`, `author`, `created`, `edited`.
[[nodiscard]] QByteArray traitsToJson(const MarkTraits& traits);
/// Reads these keys and returns those understood; one with a value of another kind is left to the caller.
[[nodiscard]] QStringList readTraits(const QJsonObject& object, MarkTraits& traits);

/// Styles by what they are of, as an object; what cannot be read is left out.
[[nodiscard]] QByteArray stylesToJson(const QHash<QString, MarkStyle>& styles);
[[nodiscard]] QHash<QString, MarkStyle> stylesFromJson(const QByteArray& json);

[[nodiscard]] QString toText(LineDash dash); ///< `solid`, `dashed`, `dotted`
[[nodiscard]] std::optional<LineDash> lineDashFromText(QStringView text);

} // namespace holdline
