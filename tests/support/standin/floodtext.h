// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>

#include <vector>

namespace holdline::testing {

/// Many messages of one form, each with its own id, time and quantity, made by writing digits into a frame.
class FloodText final {
public:
    /// A text as StreamSession::floodTemplate() gives it.
    explicit FloodText(const QByteArray& text);

    /// Appends so many frames.
    void append(QByteArray& frames, int count, UtcTime now);
    [[nodiscard]] qsizetype frameSize() const { return m_frame.size(); }
    [[nodiscard]] qint64 made() const { return m_made; }

private:
    struct Places {
        int width = 0;
        std::vector<qsizetype> at;
    };
    [[nodiscard]] Places placesOf(const QByteArray& placeholder) const;
    void write(const Places& places, qint64 number);

    QByteArray m_frame;
    Places m_times;
    Places m_ids;
    Places m_decimals;
    qint64 m_made = 0;
};

} // namespace holdline::testing
