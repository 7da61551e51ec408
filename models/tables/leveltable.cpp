// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/leveltable.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/foundation/typedtime.h"
#include "models/levels/leveltext.h"
#include "models/market/typedprice.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

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
    const QString low = edgeText(level.origin, level.low);
    return level.low == level.high ? low : low + QChar(0x2013) + edgeText(level.origin, level.high);
}

QString durationText(Span span)
{
    const qint64 minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
    if (minutes < 60)
        return LevelTable::tr("%1 m").arg(minutes);
    if (minutes < 48 * 60)
        return LevelTable::tr("%1 h %2 m").arg(minutes / 60).arg(minutes % 60);
    return LevelTable::tr("%1 d %2 h").arg(minutes / 1440).arg(minutes / 60 % 24);
}

QString returnWords(const LevelTouch& touch)
{
    static const std::array<const char*, returnSpans.size()> names{"1 h", "4 h", "1 d", "3 d"};
    QStringList parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (touch.returns[i])
            parts.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(names[i]),
                                                     percentText(touch.returns[i]->toDouble())));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString ledgerWords(const LevelDistance& row)
{
    const Level& level = row.level.level;
    QStringList lines{level.definition, level.source, level.note};
    if (row.ledger) {
        const LevelLedger& ledger = *row.ledger;
        lines.append(LevelTable::tr("%n touches", nullptr, static_cast<int>(ledger.touches.size())) +
                     LevelTable::tr(", inside for %1").arg(durationText(ledger.inside)));
        if (ledger.closesBeyond)
            lines.append(LevelTable::tr("%1 closes beyond, deepest wick %2")
                             .arg(*ledger.closesBeyond)
                             .arg(priceText(ledger.deepestWick.value_or(Price{}).toDouble())));
        if (ledger.longUsd)
            lines.append(LevelTable::tr("while inside: long %1, short %2 liquidated")
                             .arg(moneyText(ledger.longUsd->toDouble()),
                                  moneyText(ledger.shortUsd.value_or(Amount{}).toDouble())));
        if (ledger.netTakerUsd)
            lines.append(LevelTable::tr("while inside: net taker volume %1")
                             .arg(moneyText(ledger.netTakerUsd->toDouble(), Sign::Always)));
        if (!ledger.touches.empty())
            lines.append(LevelTable::tr("after the last touch: %1").arg(returnWords(ledger.touches.back())));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

namespace {

/// One price, or the two edges with a dash between.
Result<Done> takePrices(Level& level, const QString& text)
{
    static const QRegularExpression dash(QStringLiteral("\\s*[-\u2013\u2014]\\s*"));
    const QStringList parts = text.trimmed().split(dash);
    const auto low = parseTypedPrice(parts.first());
    const auto high = parseTypedPrice(parts.last());
    if (low.hasError() || high.hasError())
        return low.hasError() ? low.error() : high.error();
    level.low = std::min(low.value(), high.value());
    level.high = std::max(low.value(), high.value());
    return Done{};
}

Result<Done> takePrice(Price Level::*edge, Level& level, const QString& text)
{
    const auto price = parseTypedPrice(text);
    if (price.hasError())
        return price.error();
    const bool isLine = level.low == level.high;
    level.*edge = price.value();
    if (isLine && edge == &Level::low && level.low > level.high)
        level.high = level.low;
    if (isLine && edge == &Level::high && level.high < level.low)
        level.low = level.high;
    return Done{};
}

Result<Done> takeTime(std::optional<UtcTime>& end, const QString& text, const QTimeZone& zone)
{
    if (text.trimmed().isEmpty()) {
        end.reset();
        return Done{};
    }
    const auto time = parseTypedTime(text, zone);
    if (time.hasError())
        return time.error();
    end = time.value();
    return Done{};
}

Result<Done> takeRole(Level& level, const QString& text)
{
    const auto role = levelRoleFromText(text.trimmed().toLower());
    if (!role)
        return Error{
            Error::Kind::Malformed,
            LevelTable::tr("“%1” is no role; write support, resistance or none.").arg(text.trimmed())};
    level.role = *role;
    return Done{};
}

/// The level with what was typed into a column.
Result<Level> typedInto(Level level, int column, const QString& text, const QTimeZone& zone)
{
    Result<Done> done = Done{};
    switch (static_cast<LevelTable::Column>(column)) {
    case LevelTable::NameColumn:
        level.name = text.trimmed();
        break;
    case LevelTable::PriceColumn:
        done = takePrices(level, text);
        break;
    case LevelTable::LowColumn:
        done = takePrice(&Level::low, level, text);
        break;
    case LevelTable::HighColumn:
        done = takePrice(&Level::high, level, text);
        break;
    case LevelTable::RoleColumn:
        done = takeRole(level, text);
        break;
    case LevelTable::FromColumn:
        done = takeTime(level.validFrom, text, zone);
        break;
    case LevelTable::ToColumn:
        done = takeTime(level.validTo, text, zone);
        break;
    case LevelTable::SourceColumn:
        level.source = text.trimmed();
        break;
    case LevelTable::DefinitionColumn:
        level.definition = text.trimmed();
        break;
    case LevelTable::NoteColumn:
        level.note = text;
        break;
    case LevelTable::DistanceColumn:
    case LevelTable::StateColumn:
    case LevelTable::SinceColumn:
    case LevelTable::DifferenceColumn:
    case LevelTable::OriginColumn:
    case LevelTable::TouchesColumn:
    case LevelTable::InsideColumn:
        break;
    }
    if (done.hasError())
        return done.error();
    auto checked = checkedLevel(std::move(level));
    if (checked.hasError())
        return Error{Error::Kind::Malformed,
                     LevelTable::tr("This is no level: %1.").arg(checked.error().message)};
    return checked;
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
        {tr("Source")},
        {tr("Low"), true},
        {tr("High"), true},
        {tr("Distance $"), true, tr("From the price to the nearest edge, in the quote currency")},
        {tr("Role")},
        {tr("Origin")},
        {tr("From"), true},
        {tr("To"), true},
        {tr("Definition")},
        {tr("Note")},
        {tr("Touches"), true, tr("Times that the price came to it after an hour away")},
        {tr("Inside"), true, tr("How long the price was at it")}};
    return all;
}

bool LevelTable::isSame(const LevelDistance& a, const LevelDistance& b) const
{
    return a.level.level == b.level.level && a.state == b.state && a.since == b.since &&
           a.level.colourRole == b.level.colourRole && a.isInside == b.isInside &&
           a.distancePct == b.distancePct && a.difference == b.difference && a.ledger == b.ledger;
}

QString LevelTable::text(const LevelDistance& row, int column) const
{
    const Level& level = row.level.level;
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return level.traits.isHidden ? tr("%1 (hidden)").arg(level.name) : level.name;
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
    case LowColumn:
        return QString::fromLatin1(level.low.toText());
    case HighColumn:
        return QString::fromLatin1(level.high.toText());
    case DifferenceColumn:
        return row.difference ? numberText(*row.difference, 2) : QString();
    case RoleColumn:
        return toText(level.role);
    case OriginColumn:
        return level.follows.isEmpty() ? toText(level.origin) : level.follows.join(QStringLiteral(", "));
    case FromColumn:
        return level.validFrom ? dayTimeText(*level.validFrom, m_zone, m_yearOfNow) : QString();
    case ToColumn:
        return level.validTo ? dayTimeText(*level.validTo, m_zone, m_yearOfNow) : QString();
    case DefinitionColumn:
        return level.definition;
    case NoteColumn:
        return level.note;
    case TouchesColumn:
        return row.ledger ? QString::number(row.ledger->touches.size()) : QString();
    case InsideColumn:
        return row.ledger ? durationText(row.ledger->inside) : QString();
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
    case LowColumn:
        return row.level.level.low.toDouble();
    case HighColumn:
        return row.level.level.high.toDouble();
    case DifferenceColumn:
        return row.difference ? QVariant(*row.difference) : QVariant();
    case FromColumn:
        return row.level.level.validFrom ? QVariant(toMsecs(*row.level.level.validFrom)) : QVariant();
    case ToColumn:
        return row.level.level.validTo ? QVariant(toMsecs(*row.level.level.validTo)) : QVariant();
    case TouchesColumn:
        return row.ledger ? QVariant(qlonglong(row.ledger->touches.size())) : QVariant();
    case InsideColumn:
        return row.ledger ? QVariant(qlonglong(row.ledger->inside.count())) : QVariant();
    case NameColumn:
    case StateColumn:
    case SourceColumn:
    case RoleColumn:
    case OriginColumn:
    case DefinitionColumn:
    case NoteColumn:
        break;
    }
    const QString words = text(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

QVariant LevelTable::extra(const LevelDistance& row, int column, int role) const
{
    if (role == LevelColourRole)
        return row.level.colourRole;
    const bool isPrice = column == PriceColumn || column == LowColumn || column == HighColumn;
    if (role == TickRole && isPrice)
        return qlonglong(m_tick.units);
    if (role == OwnColourRole)
        return row.level.level.traits.style.colour;
    if (role == TimeRole)
        return row.since ? QVariant(toMsecs(*row.since)) : QVariant();
    if (role == ToneRole && column == StateColumn)
        return static_cast<int>(toneOf(row.state));
    if (role == ToneRole && row.level.level.traits.isHidden)
        return static_cast<int>(Tone::Dim);
    if (role == ToneRole && column != NameColumn && column != PriceColumn && column != StateColumn)
        return static_cast<int>(Tone::Dim);
    if (role == Qt::EditRole)
        return editText(row, column);
    if (role == Qt::ToolTipRole)
        return ledgerWords(row);
    return {};
}

QString LevelTable::editText(const LevelDistance& row, int column) const
{
    const Level& level = row.level.level;
    const auto typed = [this](const std::optional<UtcTime>& time) {
        return time ? typedTimeText(*time, m_zone) : QString();
    };
    if (column == NameColumn)
        return level.name;
    if (column == FromColumn)
        return typed(level.validFrom);
    if (column == ToColumn)
        return typed(level.validTo);
    if (column == PriceColumn && level.low != level.high)
        return QString::fromLatin1(level.low.toText() + " - " + level.high.toText());
    if (column == PriceColumn)
        return QString::fromLatin1(level.low.toText());
    return text(row, column);
}

Qt::ItemFlags LevelTable::flags(const QModelIndex& index) const
{
    static const std::array typed{NameColumn, PriceColumn, SourceColumn, LowColumn,        HighColumn,
                                  RoleColumn, FromColumn,  ToColumn,     DefinitionColumn, NoteColumn};
    const auto flags = RowModel::flags(index);
    const bool isTyped = std::ranges::find(typed, index.column()) != typed.end();
    const bool isPlace =
        index.column() == PriceColumn || index.column() == LowColumn || index.column() == HighColumn;
    const bool isThere = index.isValid() && index.row() < rowCount();
    const bool follows =
        isThere && rows()[static_cast<std::size_t>(index.row())].level.level.origin == LevelOrigin::Tracking;
    return isTyped && isThere && !(isPlace && follows) ? flags | Qt::ItemIsEditable : flags;
}

bool LevelTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const LevelDistance& row = rows()[static_cast<std::size_t>(index.row())];
    const QString text = value.toString();
    if (text == editText(row, index.column()))
        return false;
    auto level = typedInto(row.level.level, index.column(), text, m_zone);
    if (level.hasError()) {
        emit editRefused(level.error().message);
        return false;
    }
    emit levelEdited(level.value());
    return true;
}

} // namespace holdline
