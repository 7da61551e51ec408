// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reporttables.h"

#include "models/foundation/timetext.h"
#include "models/tables/leveltable.h"
#include "widgets/report/pagetable.h"
#include "widgets/report/pagetext.h"

#include <algorithm>
#include <tuple>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostGapRows = 60;

QString joinedOrigin(const QString& source, const QString& definition)
{
    return definition.isEmpty() ? source : source + u" · "_s + definition;
}

std::vector<PagePiece> sentence(const QString& words, const Inks& inks, const PageRoom& room)
{
    return paragraphs(words, {.size = 11, .colour = inks.theme.dim}, room.grid, room.width, 0);
}

PageRow levelRow(LevelTable& table, const LevelDistance& level, int index, const Inks& inks)
{
    const auto cell = [&](LevelTable::Column column) {
        return table.index(index, column).data(Qt::DisplayRole).toString();
    };
    const auto& ledger = level.ledger;
    PageRow row;
    row.cells << cell(LevelTable::NameColumn) << cell(LevelTable::PriceColumn)
              << cell(LevelTable::StateColumn) << cell(LevelTable::SinceColumn)
              << cell(LevelTable::DistanceColumn) << cell(LevelTable::TouchesColumn)
              << (ledger && ledger->closesBeyond ? QString::number(*ledger->closesBeyond) : QString())
              << cell(LevelTable::InsideColumn);
    row.note = joinedOrigin(level.level.level.source, level.level.level.definition);
    row.swatch = inks.level(level.level.colourRole).fill;
    return row;
}

QString localStamp(UtcTime time, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone);
    return local.toString(u"yyyy-MM-dd HH:mm"_s);
}

/// `etf/btc/` of `etf/btc/IBIT`.
QString familyOf(const QString& series)
{
    return series.left(series.lastIndexOf(u'/') + 1);
}

/// Series of a family, of one source, under one definition and in one unit: the funds are one row.
struct SourceGroup {
    Provenance first;
    QStringList series;
    TimeRange range;
};

std::vector<SourceGroup> sourceGroups(const std::vector<Provenance>& provenance)
{
    std::vector<SourceGroup> groups;
    for (const Provenance& entry : provenance) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const SourceGroup& group) {
            return familyOf(group.first.series) == familyOf(entry.series) &&
                   std::tie(group.first.source, group.first.definition, group.first.unit) ==
                       std::tie(entry.source, entry.definition, entry.unit);
        });
        if (same == groups.end()) {
            groups.push_back({entry, {entry.series}, {entry.from, entry.to}});
            continue;
        }
        same->series << entry.series;
        same->range = {std::min(same->range.from, entry.from), std::max(same->range.to, entry.to)};
    }
    return groups;
}

/// `etf/btc/ARKB, BITB, FBTC`: what they begin with alike is said once.
QString seriesWords(const QStringList& series)
{
    QStringList words;
    for (const QString& name : series)
        words << (words.isEmpty() ? name : name.mid(familyOf(name).size()));
    return words.join(u", "_s);
}

} // namespace

std::vector<PagePiece> levelPieces(const ReportContent& content, const Inks& inks, const PageRoom& room)
{
    if (content.levels.empty())
        return sentence(u"No level is stored for %1."_s.arg(content.view.instrument), inks, room);
    const QTimeZone zone = zoneByName(content.view.zone);
    LevelTable table;
    table.setZone(zone, dateIn(content.at, zone).year());
    table.setRows(content.levels);
    std::vector<PageRow> rows;
    for (std::size_t i = 0; i < content.levels.size(); ++i)
        rows.push_back(levelRow(table, content.levels[i], static_cast<int>(i), inks));
    return tablePieces({{u"Level"_s, false, true},
                        {u"Price"_s, true},
                        {u"State"_s},
                        {u"Since"_s},
                        {u"Distance"_s, true},
                        {u"Touches"_s, true},
                        {u"Closes beyond"_s, true},
                        {u"Inside"_s, true}},
                       rows, inks, room.grid, room.width);
}

std::vector<PagePiece> sourcePieces(const ReportContent& content, const Inks& inks, const PageRoom& room)
{
    if (content.provenance.empty())
        return sentence(u"Nothing that is shown is stored."_s, inks, room);
    const QTimeZone zone = zoneByName(content.view.zone);
    std::vector<PageRow> rows;
    for (const SourceGroup& group : sourceGroups(content.provenance)) {
        PageRow row;
        const bool hasRange = group.range.from < group.range.to;
        row.cells << seriesWords(group.series) << group.first.unit
                  << (hasRange ? localStamp(group.range.from, zone) : QString())
                  << (hasRange ? localStamp(group.range.to, zone) : QString());
        row.note = joinedOrigin(group.first.source, group.first.definition);
        rows.push_back(row);
    }
    return tablePieces({{u"Series"_s, false, true}, {u"Unit"_s}, {u"From"_s}, {u"To"_s}}, rows, inks,
                       room.grid, room.width);
}

std::vector<PagePiece> gapPieces(const ReportContent& content, const Inks& inks, const PageRoom& room)
{
    if (content.gaps.empty())
        return sentence(u"All that is shown is known."_s, inks, room);
    const QTimeZone zone = zoneByName(content.view.zone);
    std::vector<PageRow> rows;
    for (const ReportGap& gap : content.gaps) {
        if (rows.size() == mostGapRows)
            break;
        PageRow row;
        row.cells << gap.series << toText(gap.stretch.state) << localStamp(gap.stretch.range.from, zone)
                  << localStamp(gap.stretch.range.to, zone) << gap.stretch.reason;
        rows.push_back(row);
    }
    auto pieces = tablePieces({{u"Of"_s}, {u"Is"_s}, {u"From"_s}, {u"To"_s}, {u"Why"_s, false, true}}, rows,
                              inks, room.grid, room.width);
    if (content.gaps.size() > rows.size()) {
        for (PagePiece& line :
             sentence(u"%1 more stretches are not listed; the document (.json) names them all."_s.arg(
                          content.gaps.size() - rows.size()),
                      inks, room))
            pieces.push_back(std::move(line));
    }
    return pieces;
}

} // namespace holdline
