// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/drawing.h"
#include "models/levels/level.h"

#include <variant>

namespace holdline {

/// What a hand puts onto the timeline.
using Mark = std::variant<Level, Drawing>;

[[nodiscard]] inline const QString& idOf(const Mark& mark)
{
    return std::visit([](const auto& one) -> const QString& { return one.id; }, mark);
}
[[nodiscard]] inline const MarkTraits& traitsOf(const Mark& mark)
{
    return std::visit([](const auto& one) -> const MarkTraits& { return one.traits; }, mark);
}
[[nodiscard]] inline MarkTraits& traitsOf(Mark& mark)
{
    return std::visit([](auto& one) -> MarkTraits& { return one.traits; }, mark);
}
[[nodiscard]] inline const QString& instrumentOf(const Mark& mark)
{
    return std::visit([](const auto& one) -> const QString& { return one.instrument; }, mark);
}

} // namespace holdline
