// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/etfflows.h"

#include "models/imports/cells.h"
#include "models/imports/filehead.h"
#include "models/imports/filetime.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace holdline {

namespace {

constexpr std::size_t rowsBefore = 10;

const QStringList& bitcoinFunds()
{
    static const QStringList funds{QStringLiteral("IBIT"), QStringLiteral("FBTC"), QStringLiteral("BITB"),
                                   QStringLiteral("ARKB"), QStringLiteral("BTCO"), QStringLiteral("EZBC"),
                                   QStringLiteral("BRRR"), QStringLiteral("HODL"), QStringLiteral("BTCW"),
                                   QStringLiteral("GBTC"), QStringLiteral("BTC"),  QStringLiteral("DEFI"),
                                   QStringLiteral("MSBT")};
    return funds;
}

const QStringList& etherFunds()
{
    static const QStringList funds{QStringLiteral("ETHA"), QStringLiteral("ETHB"), QStringLiteral("FETH"),
                                   QStringLiteral("ETHW"), QStringLiteral("CETH"), QStringLiteral("TETH"),
                                   QStringLiteral("ETHV"), QStringLiteral("QETH"), QStringLiteral("EZET"),
                                   QStringLiteral("ETHE"), QStringLiteral("ETH")};
    return funds;
}

bool isKnownFund(const QString& name)
{
    return bitcoinFunds().contains(name, Qt::CaseInsensitive) ||
           etherFunds().contains(name, Qt::CaseInsensitive);
}

/// Whether every fund that reported in the ten rows before has a value in this one.
bool isComplete(const std::vector<const EtfRow*>& byDate, std::size_t place)
{
    QSet<QString> missing;
    for (std::size_t i = place > rowsBefore ? place - rowsBefore : 0; i < place; ++i) {
        for (const auto& [fund, value] : byDate[i]->flows)
            missing.insert(fund);
    }
    for (const auto& [fund, value] : byDate[place]->flows)
        missing.remove(fund);
    return missing.isEmpty();
}

SeriesKey etfKey(const QString& asset, const QString& fund)
{
    SeriesKey key;
    key.name = QStringLiteral("etf/%1/%2").arg(asset, fund);
    key.source = QStringLiteral("file");
    return key;
}

/// Whether a fund reported lately that has no value in the row, by what is stored: a short table does not
/// tell.
bool lacksStoredFund(const EtfRow& row, const QString& asset, ImportSink& sink)
{
    constexpr Span tenSessions = std::chrono::hours{24 * 14};
    const Period day = etfDay(row.date);
    const QStringList& known = asset == QStringLiteral("eth") ? etherFunds() : bitcoinFunds();
    return std::any_of(known.begin(), known.end(), [&](const QString& fund) {
        const bool isThere = std::any_of(row.flows.begin(), row.flows.end(),
                                         [&](const auto& flow) { return flow.first == fund; });
        return !isThere && !sink.storedSamples(etfKey(asset, fund), {day.from - tenSessions, day.to}).empty();
    });
}

/// The newest rows, newest first, whose totals have to wait. Before a complete one none does: a fund that is
/// closed would hold back all days since.
std::vector<const EtfRow*> heldBack(const std::vector<EtfRow>& rows, const QString& asset, ImportSink& sink)
{
    std::vector<const EtfRow*> byDate; // days on which no fund reported have no total anyway
    for (const auto& row : rows) {
        if (!row.flows.empty())
            byDate.push_back(&row);
    }
    std::stable_sort(byDate.begin(), byDate.end(),
                     [](const auto* a, const auto* b) { return a->date < b->date; });
    std::vector<const EtfRow*> waiting;
    for (std::size_t place = byDate.size(); place > 0; --place) {
        const EtfRow* const row = byDate[place - 1];
        if (isComplete(byDate, place - 1) && (place > rowsBefore || !lacksStoredFund(*row, asset, sink)))
            break;
        waiting.push_back(row);
    }
    return waiting;
}

Amount sumOf(const EtfRow& row)
{
    Amount sum;
    for (const auto& [fund, value] : row.flows)
        sum += value;
    return sum;
}

bool differs(const EtfRow& row)
{
    if (!row.total || row.flows.empty())
        return false;
    const Amount difference = sumOf(row) - *row.total;
    const Amount tolerance{static_cast<Int128>(150'000) * decimalUnits};
    return difference > tolerance || -difference > tolerance;
}

QString dateText(UtcTime date)
{
    return toIso(date).first(10);
}

void sayDifferences(const std::vector<EtfRow>& rows, ImportSink& sink)
{
    const auto first = std::find_if(rows.begin(), rows.end(), differs);
    if (first == rows.end())
        return;
    sink.say(QStringLiteral(
                 "%1 rows whose own total differs from the sum of the funds by more than 0.15 million USD, "
                 "the first on %2 (line %3); their own is taken")
                 .arg(std::count_if(rows.begin(), rows.end(), differs))
                 .arg(dateText(first->date))
                 .arg(first->line));
}

QString dateList(const std::set<UtcTime>& dates)
{
    constexpr std::size_t mostNamed = 20;
    QStringList named;
    for (const UtcTime date : dates) {
        if (static_cast<std::size_t>(named.size()) < mostNamed)
            named << dateText(date);
    }
    const QString text = named.join(QStringLiteral(", "));
    const std::size_t rest = dates.size() - static_cast<std::size_t>(named.size());
    return rest == 0 ? text : QStringLiteral("%1 and %2 more").arg(text).arg(rest);
}

void sayHeldBack(const std::vector<const EtfRow*>& waiting, ImportSink& sink)
{
    std::set<UtcTime> dates;
    for (const EtfRow* row : waiting)
        dates.insert(row->date);
    if (!dates.empty())
        sink.say(QStringLiteral("the total of %1 is held back until all funds have reported")
                     .arg(dateList(dates)));
}

/// Flows of a day without trading are doubtful, but they are what the source says.
void saySessionless(const std::vector<EtfRow>& rows, ImportSink& sink)
{
    std::set<UtcTime> dates;
    for (const EtfRow& row : rows) {
        if ((row.total || !row.flows.empty()) && !isNewYorkSession(row.date))
            dates.insert(row.date);
    }
    if (!dates.empty())
        sink.say(QStringLiteral("New York held no session on %1; what the file gives there is kept as it is")
                     .arg(dateList(dates)));
}

/// Days of funds without a total of the file's own.
std::vector<TimeRange> daysToSum(const std::vector<EtfRow>& rows, const std::vector<const EtfRow*>& waiting)
{
    std::set<UtcTime> own;
    for (const EtfRow* row : waiting)
        own.insert(row->date);
    for (const EtfRow& row : rows) {
        if (row.total)
            own.insert(row.date);
    }
    std::vector<TimeRange> days;
    for (const EtfRow& row : rows) {
        const Period period = etfDay(row.date);
        if (!row.flows.empty() && !own.contains(row.date))
            days.push_back({period.from, period.to});
    }
    return days;
}

} // namespace

void giveEtfRows(const std::vector<EtfRow>& rows, const QString& asset, EtfTotals totals, ImportSink& sink)
{
    const auto waiting =
        totals == EtfTotals::HoldBackUnfinished ? heldBack(rows, asset, sink) : std::vector<const EtfRow*>();
    const auto waits = [&](const EtfRow& row) {
        return std::find(waiting.begin(), waiting.end(), &row) != waiting.end();
    };
    const auto seriesOf = [&](const QString& fund) {
        return sink.series(etfKey(asset, fund), SeriesKind::Samples, QStringLiteral("USD"));
    };
    sink.sumsOfSiblings(seriesOf(QStringLiteral("total")), daysToSum(rows, waiting));
    for (const EtfRow& row : rows) {
        const Period period = etfDay(row.date);
        std::vector<SeriesSample> samples;
        for (const auto& [fund, value] : row.flows)
            samples.push_back({seriesOf(fund), {period.from, period.to, period.knownAt, value}});
        if (row.total && !waits(row))
            samples.push_back(
                {seriesOf(QStringLiteral("total")), {period.from, period.to, period.knownAt, *row.total}});
        sink.samples(samples);
    }
    sayHeldBack(waiting, sink);
    saySessionless(rows, sink);
    sayDifferences(rows, sink);
}

QString assetOfFunds(const QStringList& funds, const ImportOptions& options)
{
    if (!options.asset.isEmpty())
        return options.asset;
    const auto isIn = [&](const QStringList& known) {
        return std::count_if(funds.begin(), funds.end(),
                             [&](const QString& fund) { return known.contains(fund, Qt::CaseInsensitive); });
    };
    const auto bitcoin = isIn(bitcoinFunds());
    const auto ether = isIn(etherFunds());
    if (bitcoin == ether)
        return {};
    return bitcoin > ether ? QStringLiteral("btc") : QStringLiteral("eth");
}

Error unknownAsset()
{
    return {
        Error::Kind::Usage,
        QStringLiteral("the file's funds do not tell the asset; say it with --as etf/btc or --as etf/eth")};
}

int knownFunds(const std::vector<QByteArray>& names)
{
    return static_cast<int>(std::count_if(names.begin(), names.end(), [](const QByteArray& name) {
        return isKnownFund(QString::fromUtf8(name));
    }));
}

bool nameFunds(const std::vector<QByteArray>& names)
{
    return std::any_of(names.begin(), names.end(), [](const QByteArray& bytes) {
        const QString name = QString::fromUtf8(bytes).toUpper();
        // Funds have these tickers too, but prices of the coins come under them as well.
        const bool isCoin = name == QStringLiteral("BTC") || name == QStringLiteral("ETH");
        return isKnownFund(name) && !isCoin;
    });
}

bool isFundsAndTotal(const std::vector<QByteArray>& names)
{
    if (names.empty())
        return false;
    bool hasTotal = false;
    for (std::size_t i = 1; i < names.size(); ++i) {
        const QString name = QString::fromUtf8(names[i]).toUpper();
        const bool isTotal = normalName(names[i]) == "total";
        if (!isTotal && !names[i].isEmpty() && !isKnownFund(name))
            return false;
        hasTotal = hasTotal || isTotal;
    }
    return nameFunds(names) && hasTotal && (names.front().isEmpty() || normalName(names.front()) == "date");
}

QString fundNamed(const QString& name)
{
    const QString ticker = name.toUpper();
    const bool isAllLower = name == name.toLower() && looksLikeTicker(ticker.toUtf8());
    return isKnownFund(name) || isAllLower ? ticker : name;
}

bool looksLikeTicker(QByteArrayView name)
{
    return name.size() >= 2 && name.size() <= 6 && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

QString readEtfDate(QByteArrayView cell, UtcTime now, UtcTime& date)
{
    const auto time = readFileTime(cell);
    if (!time)
        return notATime(cell);
    date = oneDay.bucketStart(time->time);
    return date > now + oneDay.length ? QStringLiteral("a time later than a day from now") : QString();
}

} // namespace holdline
