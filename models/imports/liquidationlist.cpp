// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/filetime.h"
#include "models/imports/liquidationdialects.h"
#include "models/imports/liquidationseries.h"

#include <QTimeZone>

#include <limits>

namespace holdline {

namespace {

/// Where a list keeps what; -1: not there.
struct ListColumns {
    int time = -1;
    int side = -1;
    int price = -1;
    int quantity = -1;
    int venue = -1;
    int symbol = -1;
    int usd = -1;
    bool isOrderSide = false; ///< the order that closed the position: a sale closes a long
};

template <typename Columns>
ListColumns snapshotColumns(const Columns& of)
{
    return {.time = of.columnNamed({"time"}),
            .side = of.columnNamed({"side"}),
            .price = of.columnNamed({"average_price"}),
            .quantity = of.columnNamed({"accumulated_fill_quantity"}),
            .symbol = of.columnNamed({"symbol"}),
            .isOrderSide = true};
}

template <typename Columns>
ListColumns listColumns(const Columns& of)
{
    ListColumns columns{
        .time = of.columnNamed({"time", "event_ts", "timestamp", "time_ms", "timestamp_ms", "datetime"}),
        .side = of.columnNamed({"side", "position_side"}),
        .price = of.columnNamed({"price"}),
        .quantity = of.columnNamed({"quantity", "qty"}),
        .venue = of.columnNamed({"venue", "exchange"}),
        .symbol = of.columnNamed({"symbol", "instrument"}),
        .usd = of.columnNamed({"notional_usd", "usd"})};
    if (columns.side < 0) {
        columns.side = of.columnNamed({"order_side"});
        columns.isOrderSide = columns.side >= 0;
    }
    return columns;
}

bool isSnapshot(const FileHead& head, const ImportOptions&)
{
    const ListColumns at = snapshotColumns(head);
    return at.time >= 0 && at.side >= 0 && at.price >= 0 && at.quantity >= 0;
}

bool isList(const FileHead& head, const ImportOptions& options)
{
    const ListColumns at = listColumns(head);
    const bool tellsVenue = at.venue >= 0 || options.kind == QStringLiteral("liquidations");
    return at.time >= 0 && at.side >= 0 && at.price >= 0 && at.quantity >= 0 && tellsVenue;
}

std::optional<PositionSide> sideOf(QByteArrayView text, bool isOrderSide)
{
    const QByteArray side = text.toByteArray().toLower();
    if (isOrderSide) {
        if (side == "sell")
            return PositionSide::Long;
        return side == "buy" ? std::optional(PositionSide::Short) : std::nullopt;
    }
    if (side == "long")
        return PositionSide::Long;
    return side == "short" ? std::optional(PositionSide::Short) : std::nullopt;
}

class ListReader {
public:
    ListReader(const ListColumns& columns, const ImportOptions& options, ImportSink& sink, QString venue,
               QString asset)
        : m_at(columns),
          m_sink(sink),
          m_venue(std::move(venue)),
          m_asset(std::move(asset)),
          m_latest(options.now + oneDay.length)
    {
        if (!options.zone.isEmpty())
            m_zone = QTimeZone(options.zone.toUtf8());
    }

    void add(const TableRow& row)
    {
        Liquidation item;
        const QString fault = row.fault.isEmpty() ? take(row, item) : row.fault;
        if (fault.isEmpty())
            m_sink.liquidation(seriesOf(row), item);
        else
            m_sink.reject(row.line, fault);
    }

private:
    ListColumns m_at;
    ImportSink& m_sink;
    QString m_venue; ///< of rows that tell none
    QString m_asset;
    UtcTime m_latest;
    QTimeZone m_zone = QTimeZone::utc();

    [[nodiscard]] static QByteArrayView cell(const TableRow& row, int column)
    {
        return column < 0 ? QByteArrayView() : row.cells[static_cast<std::size_t>(column)];
    }
    QString take(const TableRow& row, Liquidation& item) const
    {
        const auto time = readFileTime(cell(row, m_at.time));
        if (!time)
            return notATime(cell(row, m_at.time));
        item.time = inZone(*time, m_zone);
        if (item.time > m_latest)
            return QStringLiteral("a time later than a day from now");
        const auto side = sideOf(cell(row, m_at.side), m_at.isOrderSide);
        if (!side)
            return m_at.isOrderSide ? QStringLiteral("the order's side is neither buy nor sell: %1")
                                          .arg(quoted(cell(row, m_at.side)))
                                    : QStringLiteral("the position's side is neither long nor short: %1")
                                          .arg(quoted(cell(row, m_at.side)));
        item.side = *side;
        return takeAmounts(row, item);
    }
    QString takeAmounts(const TableRow& row, Liquidation& item) const
    {
        const auto price = Price::parse(cell(row, m_at.price));
        if (!price)
            return notANumber("price", cell(row, m_at.price));
        const auto quantity = Quantity::parse(cell(row, m_at.quantity));
        if (!quantity)
            return notANumber("quantity", cell(row, m_at.quantity));
        if (price->units <= 0)
            return QStringLiteral("a price of 0 or less");
        if (quantity->units <= 0)
            return QStringLiteral("a quantity of 0 or less");
        item.price = *price;
        item.quantity = *quantity;
        item.usd = *price * *quantity;
        if (isMissingCell(cell(row, m_at.usd)))
            return {};
        const auto usd = readCell(cell(row, m_at.usd));
        if (!usd || usd->units < 0)
            return notANumber("usd", cell(row, m_at.usd));
        trustUsd(*usd, item);
        return {};
    }
    // Some venues count contracts: where the value told is far from price times quantity, the quantity is no
    // amount of the base asset, and what the value buys at the price stands for it.
    static void trustUsd(Amount usd, Liquidation& item)
    {
        const double reckoned = item.usd.toDouble();
        if (std::abs(usd.toDouble() - reckoned) > reckoned / 100 && usd.units > 0) {
            const Int128 units = (usd.units * decimalUnits + item.price.units / 2) / item.price.units;
            if (units > 0 && units < std::numeric_limits<qint64>::max())
                item.quantity.units = static_cast<qint64>(units);
        }
        item.usd = usd;
    }
    int seriesOf(const TableRow& row)
    {
        const QString told = QString::fromUtf8(cell(row, m_at.venue)).toLower();
        const QString venue = told.isEmpty() ? m_venue : told;
        const QString symbol = QString::fromUtf8(cell(row, m_at.symbol));
        SeriesKey key;
        key.name = liquidationSeries(venue, symbol.isEmpty() ? m_asset : assetOfSymbol(symbol));
        key.source = venue;
        return m_sink.series(key, SeriesKind::Liquidations, QStringLiteral("USD"));
    }
};

Result<Done> readRows(Table& table, ListReader reader, ImportSink& sink)
{
    TableRow row;
    while (table.next(row) && !sink.shouldStop())
        reader.add(row);
    const auto error = table.error();
    return error ? Result<Done>(*error) : Done{};
}

/// The asset that the person or the file's name tells, where the rows do not; bitcoin else.
QString assetOfFile(const FileHead& head, const ImportOptions& options, ImportSink& sink)
{
    if (!options.instrument.isEmpty())
        return assetOfSymbol(options.instrument);
    if (head.hasColumn("symbol") || head.hasColumn("instrument"))
        return {};
    const qsizetype dash = head.fileName.indexOf(QStringLiteral("-liquidationSnapshot"));
    if (dash > 0)
        return assetOfSymbol(head.fileName.first(dash));
    sink.say(QStringLiteral("no symbol in the file, so taken as bitcoin; --instrument tells another"));
    return {};
}

Result<Done> readSnapshot(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const QString asset = assetOfFile(file.head(), options, sink);
    const auto table = file.takeTable();
    const ListColumns columns = snapshotColumns(*table);
    return readRows(
        *table, {columns, options, sink, venueOf(options, QStringLiteral("binance-futures")), asset}, sink);
}

Result<Done> readList(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const QString asset = assetOfFile(file.head(), options, sink);
    const auto table = file.takeTable();
    const ListColumns columns = listColumns(*table);
    return readRows(*table, {columns, options, sink, venueOf(options, {}), asset}, sink);
}

} // namespace

ImportDialect liquidationSnapshotDialect()
{
    return {.name = QStringLiteral("Binance liquidation snapshot"),
            .kind = QStringLiteral("liquidations"),
            .recognises = isSnapshot,
            .read = readSnapshot};
}

ImportDialect liquidationListDialect()
{
    return {.name = QStringLiteral("list of liquidations"),
            .kind = QStringLiteral("liquidations"),
            .recognises = isList,
            .read = readList};
}

} // namespace holdline
