// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/timelinetext.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/imports/delimited.h"
#include "models/views/leveldistance.h"
#include "widgets/plots/timelinepainter.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize textLayout{1600, 900}; ///< any will do: words do not depend on it

QString priceWords(const Level& level)
{
    const QString low = priceText(level.low.toDouble(), false);
    return level.low == level.high ? low : low + u'–' + priceText(level.high.toDouble(), false);
}

QString levelLine(const LevelDistance& row, const QTimeZone& zone)
{
    const Level& level = row.level.level;
    QString line = u"%1 %2"_s.arg(level.name, priceWords(level));
    if (!row.state.isEmpty())
        line += u": "_s + row.state;
    if (row.since)
        line += u" since "_s + dayTimeText(*row.since, zone, 0);
    return level.source.isEmpty() ? line : u"%1 (%2)"_s.arg(line, level.source);
}

/// Price is told in the panes.
QStringList levelLines(const View& view, const ViewData& data, UtcTime at)
{
    QStringList lines;
    for (const LevelDistance& row : levelDistances(data.levels, std::nullopt, at))
        if (!row.level.level.traits.isHidden)
            lines.append(levelLine(row, zoneByName(view.zone)));
    return lines;
}

} // namespace

QString timelineText(const View& view, const ViewData& data, const std::optional<UtcTime>& at)
{
    TimelinePainter painter(themeByName(view.theme));
    const TimelineLayout layout = painter.layOut(view, data, textLayout, 1);
    const UtcTime moment = at.value_or(std::min(view.range.to, data.asOf));
    QStringList lines{u"%1, %2 · %3 %4"_s.arg(data.instrumentTitle, data.venueTitle,
                                              dayTimeText(moment, zoneByName(view.zone), 0), view.zone)};
    lines += painter.legendTexts(layout, view, data, at);
    if (view.showsLevels)
        lines += levelLines(view, data, moment);
    if (data.isReconstruction)
        lines.append(u"This is a %1, not a record of a market."_s.arg(data.statement));
    lines.removeAll(QString());
    return lines.join(u'\n') + u'\n';
}

QString numbersTable(const QByteArray& numbers, qsizetype most)
{
    QString table;
    qsizetype row = 0;
    qsizetype left = 0;
    FieldSplitter splitter(',');
    for (const QByteArray& line : numbers.split('\n')) {
        if (line.isEmpty())
            continue;
        if (row++ > most) { // the first are the names
            ++left;
            continue;
        }
        QStringList cells;
        for (const QByteArrayView field : splitter.split(line))
            cells.append(QString::fromUtf8(field).simplified());
        table += cells.join(u'\t') + u'\n';
    }
    if (left > 0)
        table += u"%1 more rows are left out; Save numbers writes all of them.\n"_s.arg(left);
    return table;
}

} // namespace holdline
