// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/leveltable.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

#include <QRegularExpression>

namespace holdline {

namespace {

/// How a state is coloured: what is under dispute calls for attention, what gave way is down, what holds is
/// said quietly.
Tone toneOf(const QString& state)
{
    if (state == QStringLiteral("testing"))
        return Tone::Attention;
    for (const auto* word : {u"breached", u"lost", u"rejected"}) {
        if (state == QStringView(word))
            return Tone::Down;
    }
    for (const auto* word : {u"reclaimed", u"breaking", u"broken"}) {
        if (state == QStringView(word))
            return Tone::Up;
    }
    return Tone::Dim;
}

QString edgesText(const Level& level)
{
    const QString low = priceText(level.low.toDouble());
    return level.low == level.high ? low : low + QChar(0x2013) + priceText(level.high.toDouble());
}

} // namespace

void LevelTable::setZone(const QTimeZone& zone, int yearOfNow)
{
    if (m_zone == zone && m_yearOfNow == yearOfNow)
        return;
    m_zone = zone;
    m_yearOfNow = yearOfNow;
    announceAllTexts();
}

const std::vector<TableColumn>& LevelTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Level")},
        {tr("Price"), true, tr("Low and high in the quote currency")},
        {tr("Distance"), true, tr("From the price to the nearest edge, in per cent of the price")},
        {tr("State"), true, tr("Judged on closed candles")},
        {tr("Since"), true},
        {tr("Source")}};
    return all;
}

bool LevelTable::isSame(const LevelDistance& a, const LevelDistance& b) const
{
    return a.level.level == b.level.level && a.state == b.state && a.since == b.since &&
           a.level.colourRole == b.level.colourRole && a.isInside == b.isInside &&
           a.distancePct == b.distancePct;
}

QString LevelTable::text(const LevelDistance& row, int column) const
{
    const Level& level = row.level.level;
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return level.name;
    case PriceColumn:
        return edgesText(level);
    case DistanceColumn:
        return row.isInside ? tr("inside") : row.distancePct ? percentText(*row.distancePct) : QString();
    case StateColumn:
        return row.state;
    case SinceColumn:
        return row.since ? dayTimeText(*row.since, m_zone, m_yearOfNow) : QString();
    case SourceColumn:
        return level.source;
    }
    return {};
}

QVariant LevelTable::raw(const LevelDistance& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case PriceColumn:
        return row.level.level.high.toDouble();
    case DistanceColumn:
        return row.distancePct ? QVariant(*row.distancePct) : QVariant();
    case SinceColumn:
        return row.since ? QVariant(toMsecs(*row.since)) : QVariant();
    case NameColumn:
    case StateColumn:
    case SourceColumn:
        break;
    }
    const QString words = text(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

QVariant LevelTable::extra(const LevelDistance& row, int column, int role) const
{
    const Level& level = row.level.level;
    if (role == LevelColourRole)
        return row.level.colourRole;
    if (role == TimeRole)
        return row.since ? QVariant(toMsecs(*row.since)) : QVariant();
    if (role == ToneRole && column == StateColumn)
        return static_cast<int>(toneOf(row.state));
    if (role == ToneRole && (column == DistanceColumn || column == SinceColumn || column == SourceColumn))
        return static_cast<int>(Tone::Dim);
    if (role == Qt::ToolTipRole)
        return QStringList{level.definition, level.source, level.note}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QLatin1Char('\n'));
    return {};
}

} // namespace holdline
