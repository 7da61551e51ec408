// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/numbertext.h"
#include "models/scales/moneyunit.h"
#include "models/scales/numberformat.h"
#include "models/scales/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace holdline {

namespace {

/// mantissa x 10^exponent, kept apart so that multiples are as exact as a double can be.
struct RoundStep {
    int mantissa = 1; ///< 10, 20, 25 or 50
    int exponent = 0;

    [[nodiscard]] double times(double count) const
    {
        const double scaled = count * mantissa;
        return exponent >= 0 ? scaled * std::pow(10.0, exponent) : scaled / std::pow(10.0, -exponent);
    }
    [[nodiscard]] double size() const { return times(1); }
    [[nodiscard]] int decimals() const
    {
        const int needed = mantissa % 10 == 0 ? -exponent - 1 : -exponent;
        return std::max(0, needed);
    }
};

/// The least of 1, 2, 2.5, 5 x 10^n that is not below.
RoundStep roundStepFrom(double least)
{
    const int exponent = static_cast<int>(std::floor(std::log10(least))) - 1;
    static constexpr std::array<int, 4> mantissas{10, 20, 25, 50};
    for (const int mantissa : mantissas) {
        const RoundStep step{mantissa, exponent};
        if (step.size() >= least * (1 - 1e-12))
            return step;
    }
    return {10, exponent + 1};
}

QString moneyLabel(double value, RoundStep step)
{
    const MoneyUnit unit = moneyUnit(std::abs(value) * (1 + 1e-12));
    QString text = numberText(value / unit.size, decimalsFor(step.size() / unit.size));
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return value == 0 ? text : text + unit.suffix;
}

QString label(double value, RoundStep step, ValueFormat format)
{
    switch (format) {
    case ValueFormat::Price:
    case ValueFormat::Plain:
        return numberText(value, step.decimals());
    case ValueFormat::Money:
        return moneyLabel(value, step);
    }
    return {};
}

/// Multiples of the step in [low, high], least first.
void appendMultiples(std::vector<ValueTick>& ticks, RoundStep step, double low, double high,
                     ValueFormat format)
{
    const double first = std::ceil(low / step.size() - 1e-9);
    const double last = std::floor(high / step.size() + 1e-9);
    // Beyond this the multiples are no longer distinct as doubles.
    if (!(std::max(std::abs(first), std::abs(last)) < 1e15) || last - first > 1e5)
        return;
    for (double count = first; count <= last; ++count)
        ticks.push_back({step.times(count), label(step.times(count), step, format)});
}

void appendLinear(std::vector<ValueTick>& ticks, const ValueScale& scale, ValueFormat format,
                  double minSpacing)
{
    const double least = (scale.high - scale.low) * minSpacing / scale.height;
    appendMultiples(ticks, roundStepFrom(least), scale.low, scale.high, format);
}

/// One stretch of a decade: from 1 to 2, 2 to 5 or 5 to 10 times a power of ten.
struct Stretch {
    int from;
    int to;
};
constexpr std::array<Stretch, 3> stretches{{{1, 2}, {2, 5}, {5, 10}}};

class LogTicks final {
public:
    LogTicks(const ValueScale& scale, ValueFormat format, double minSpacing)
        : m_scale(scale),
          m_format(format),
          m_spacing(minSpacing),
          m_pixelsPerDecade(scale.height / std::log10(scale.high / scale.low))
    {
    }

    std::vector<ValueTick> make()
    {
        const int first = static_cast<int>(std::floor(std::log10(m_scale.low)));
        const int last = static_cast<int>(std::floor(std::log10(m_scale.high)));
        const int every = std::max(1, static_cast<int>(std::ceil(m_spacing / m_pixelsPerDecade)));
        // 1, 2 and 5 are apart enough when 1 and 2 are.
        const bool hasStretches = std::log10(2.0) * m_pixelsPerDecade >= m_spacing;
        for (int decade = first; decade <= last; ++decade) {
            if (hasStretches)
                appendDecade(decade);
            else if (decade % every == 0)
                appendOne({10, decade - 1}, 1);
        }
        return std::move(m_ticks);
    }

private:
    void appendDecade(int decade)
    {
        const RoundStep unit{10, decade - 1};
        for (const Stretch stretch : stretches) {
            const double from = unit.times(stretch.from);
            const double to = unit.times(stretch.to);
            if (to <= m_scale.low || from > m_scale.high)
                continue;
            if (const auto step = stepWithin(stretch, unit, std::min(to, m_scale.high)))
                appendStretch(from, to, *step);
            else
                appendOne(unit, stretch.from);
        }
    }

    void appendStretch(double from, double to, RoundStep step)
    {
        const double begin = std::round(from / step.size());
        const double end = std::round(to / step.size());
        const double visible = std::max(begin, std::floor(m_scale.low / step.size()));
        for (double count = visible; count < end && step.times(count) <= m_scale.high; ++count)
            appendOne(step, count);
    }

    /// The finest round step that divides the stretch and whose last two ticks are apart enough.
    [[nodiscard]] std::optional<RoundStep> stepWithin(Stretch stretch, RoundStep unit, double top) const
    {
        // The pixels of a step are fewest at the top.
        const double least = top * (1 - std::pow(10.0, -m_spacing / m_pixelsPerDecade));
        for (RoundStep step = roundStepFrom(least); step.size() <= unit.times(stretch.to - stretch.from);
             step = roundStepFrom(step.size() * 1.01)) {
            if (isWhole(unit.times(stretch.from) / step.size()) &&
                isWhole(unit.times(stretch.to) / step.size()))
                return step;
        }
        return std::nullopt;
    }
    static bool isWhole(double value) { return std::abs(value - std::round(value)) < 1e-6; }

    void appendOne(RoundStep step, double count)
    {
        const double value = step.times(count);
        if (value >= m_scale.low * (1 - 1e-12) && value <= m_scale.high * (1 + 1e-12))
            m_ticks.push_back({value, label(value, step, m_format)});
    }

    ValueScale m_scale;
    ValueFormat m_format;
    double m_spacing;
    double m_pixelsPerDecade;
    std::vector<ValueTick> m_ticks;
};

} // namespace

std::vector<ValueTick> valueTicks(const ValueScale& scale, ValueFormat format, double minSpacing)
{
    const double span = scale.high - scale.low;
    if (!(span > 0) || !std::isfinite(span) || !(scale.height > 0))
        return {};
    const double spacing = std::max(1.0, minSpacing);
    std::vector<ValueTick> ticks;
    if (scale.isLogarithmic())
        ticks = LogTicks(scale, format, spacing).make();
    else
        appendLinear(ticks, scale, format, spacing);
    std::ranges::reverse(ticks);
    return ticks;
}

} // namespace holdline
