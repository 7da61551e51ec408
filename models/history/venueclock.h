// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <optional>

namespace holdline {

/// A venue's time, from this program's. Before the venue told anything the two are the same. A jump by more
/// than some seconds is believed when the next answer tells the same.
class VenueClock final {
public:
    /// The venue told its time exactly; it goes before what a `Date` header tells.
    void told(UtcTime venue, UtcTime here);
    /// A `Date` header, in whole seconds: it counts only where it differs by more than two.
    void toldByDate(UtcTime venue, UtcTime here);
    /// An event that the venue had dated; counts only while nothing better is known.
    void sawEvent(UtcTime venue, UtcTime here);

    [[nodiscard]] UtcTime at(UtcTime here) const { return here + m_offset.value_or(Span{}); }
    /// The venue's clock less this program's; absent until it told.
    [[nodiscard]] std::optional<Span> offset() const { return m_offset; }

private:
    enum class Trust { None, Event, Date, Exact };
    void adopt(Trust trust, UtcTime venue, UtcTime here, Span tolerance);

    Trust m_trust = Trust::None;
    std::optional<Span> m_offset;
    std::optional<Span> m_doubted; ///< an offset that was told once
};

} // namespace holdline
