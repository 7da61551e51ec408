// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/volatility.h"

#include <array>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

struct Mood {
    int minute;
    double sigma; ///< dollars a minute
};

// Weekends and holidays are quiet; the stretches between two rows go evenly from one to the other.
constexpr std::array moods{
    Mood{minuteOf(12, 15), 24},        Mood{minuteOf(12, 15, 14), 40},  Mood{minuteOf(12, 15, 22), 27},
    Mood{minuteOf(12, 17, 12), 27},    Mood{minuteOf(12, 17, 15), 48},  Mood{minuteOf(12, 17, 21), 28},
    Mood{minuteOf(12, 18, 12), 28},    Mood{minuteOf(12, 18, 16), 46},  Mood{minuteOf(12, 19, 3), 28},
    Mood{minuteOf(12, 19, 21), 20},    Mood{minuteOf(12, 20, 4), 13},   Mood{minuteOf(12, 21, 16), 14},
    Mood{minuteOf(12, 22, 2), 24},     Mood{minuteOf(12, 23, 20), 22},  Mood{minuteOf(12, 24, 19), 13},
    Mood{minuteOf(12, 25, 18), 12},    Mood{minuteOf(12, 26, 6), 22},   Mood{minuteOf(12, 26, 20), 20},
    Mood{minuteOf(12, 27, 6), 12},     Mood{minuteOf(12, 28, 18), 13},  Mood{minuteOf(12, 29, 6), 28},
    Mood{minuteOf(12, 29, 18), 28},    Mood{minuteOf(12, 30, 6), 20},   Mood{minuteOf(12, 31, 15), 22},
    Mood{minuteOf(12, 31, 23), 12},    Mood{minuteOf(1, 1, 18), 13},    Mood{minuteOf(1, 2, 12), 24},
    Mood{minuteOf(1, 2, 21), 22},      Mood{minuteOf(1, 3, 6), 12},     Mood{minuteOf(1, 4, 16), 15},
    Mood{minuteOf(1, 5, 2), 30},       Mood{minuteOf(1, 6, 20), 32},    Mood{minuteOf(1, 8, 4), 25},
    Mood{minuteOf(1, 9, 20), 25},      Mood{minuteOf(1, 10, 4), 13},    Mood{minuteOf(1, 11, 18), 13},
    Mood{minuteOf(1, 12, 4), 27},      Mood{minuteOf(1, 13, 12), 30},   Mood{minuteOf(1, 13, 20), 42},
    Mood{minuteOf(1, 14, 20), 38},     Mood{minuteOf(1, 15, 20), 27},   Mood{minuteOf(1, 16, 14), 25},
    Mood{minuteOf(1, 16, 22), 19},     Mood{minuteOf(1, 17, 4), 13},    Mood{minuteOf(1, 18, 21), 13},
    Mood{minuteOf(1, 18, 23, 45), 20}, Mood{minuteOf(1, 19, 0, 5), 95}, Mood{minuteOf(1, 19, 0, 50), 45},
    Mood{minuteOf(1, 19, 4), 24},      Mood{minuteOf(1, 19, 20), 19},   Mood{minuteOf(1, 20, 4), 33},
    Mood{minuteOf(1, 20, 13), 38},     Mood{minuteOf(1, 20, 16), 58},   Mood{minuteOf(1, 20, 18), 52},
    Mood{minuteOf(1, 20, 22), 42},     Mood{minuteOf(1, 21, 2), 48},    Mood{minuteOf(1, 21, 4), 50},
    Mood{minuteOf(1, 21, 8), 34},      Mood{minuteOf(1, 21, 15), 50},   Mood{minuteOf(1, 21, 20), 38},
    Mood{minuteOf(1, 22, 4), 26},      Mood{minuteOf(1, 23, 15), 32},   Mood{minuteOf(1, 23, 22), 22},
    Mood{minuteOf(1, 24, 6), 13},      Mood{minuteOf(1, 25, 10), 14},   Mood{minuteOf(1, 25, 19), 36},
    Mood{minuteOf(1, 26, 4), 30},      Mood{minuteOf(1, 26, 23), 26},
};

// Asia opens, Asia's noon, London, New York and its close.
constexpr std::array<double, 24> hours{1.12, 1.06, 0.94, 0.84, 0.78, 0.76, 0.82, 0.95,
                                       1.00, 0.95, 0.90, 0.88, 0.98, 1.18, 1.48, 1.50,
                                       1.32, 1.16, 1.06, 1.05, 1.04, 0.94, 0.86, 0.92};

double moodAt(int minute)
{
    if (minute >= moods.back().minute)
        return moods.back().sigma;
    std::size_t i = 0;
    while (moods[i + 1].minute <= minute)
        ++i;
    const double share =
        static_cast<double>(minute - moods[i].minute) / (moods[i + 1].minute - moods[i].minute);
    return moods[i].sigma + share * (moods[i + 1].sigma - moods[i].sigma);
}

double hourAt(int minute)
{
    const int hour = minute / 60 % 24;
    const double share = minute % 60 / 60.0;
    return hours[hour] + share * (hours[(hour + 1) % 24] - hours[hour]);
}

/// Three clocks of unrest: hours, a quarter of an hour, and sudden bursts that die away.
class Unrest {
public:
    explicit Unrest(std::uint64_t seed) : m_chance(seed) {}

    double next()
    {
        m_slow = 0.997 * m_slow + 0.021 * m_chance.bell();
        m_quick = 0.94 * m_quick + 0.102 * m_chance.bell();
        m_burst *= 0.93;
        if (m_chance.happens(1 / 260.0))
            m_burst += 0.5 + 0.9 * m_chance.uniform();
        return growth(std::min(m_slow + m_quick + m_burst, 2.2) - 0.12);
    }

private:
    Chance m_chance;
    double m_slow = 0;
    double m_quick = 0;
    double m_burst = 0;
};

} // namespace

Liveliness makeLiveliness(std::uint64_t seed)
{
    Liveliness result;
    Unrest unrest(seed);
    for (int minute = 0; minute < episodeMinutes; ++minute) {
        result.activity.push_back(hourAt(minute));
        result.sigma.push_back(moodAt(minute) * hourAt(minute) * unrest.next());
    }
    return result;
}

} // namespace holdline
