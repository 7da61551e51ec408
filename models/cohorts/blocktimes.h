// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/heighttable.h"

namespace holdline {

/// The times in the headers of a chain, from genesis on; seconds UTC. They may run backwards by about two
/// hours, so ages are counted from the monotone time: the latest so far.
class BlockTimes final {
public:
    BlockTimes() = default;
    explicit BlockTimes(std::vector<quint32> times);

    [[nodiscard]] std::size_t heights() const { return m_times.size(); }
    [[nodiscard]] std::span<const quint32> times() const { return m_times; }
    [[nodiscard]] std::span<const quint32> monotone() const { return m_monotone; }

    void append(quint32 time);
    void dropLast();

    /// The first height whose monotone time is later; `heights()` when none is.
    [[nodiscard]] quint32 firstAfter(qint64 time) const;
    /// The blocks whose age at a time is in [from, to) seconds.
    [[nodiscard]] HeightRange withAge(qint64 from, qint64 to, qint64 at) const;

    bool operator==(const BlockTimes& other) const { return m_times == other.m_times; }

private:
    std::vector<quint32> m_times;
    std::vector<quint32> m_monotone;
};

} // namespace holdline
