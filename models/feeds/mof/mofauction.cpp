// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/mofauction.h"

#include "models/feeds/mof/mofcells.h"
#include "models/foundation/htmlrows.h"

#include <algorithm>
#include <initializer_list>

namespace holdline {

namespace {

constexpr Amount mostBids{Int128(1'000'000) * decimalUnits}; ///< bn JPY
constexpr int mostCover = 1000;

using Cells = std::vector<QByteArray>;

Reading rejectedAuction(const QString& reason)
{
    return {Reading::Kind::Rejected, -1, reason};
}

/// The column whose heading holds all these words and is not of what came without competition; -1: none.
int columnOf(const Cells& headings, std::initializer_list<QByteArrayView> words)
{
    const auto found = std::find_if(headings.begin(), headings.end(), [&](const QByteArray& heading) {
        const QByteArray lower = heading.toLower();
        return !lower.contains("non-") && std::all_of(words.begin(), words.end(), [&](QByteArrayView word) {
            return lower.contains(word);
        });
    });
    return found == headings.end() ? -1 : static_cast<int>(found - headings.begin());
}

struct Columns {
    explicit Columns(const Cells& headings)
        : date(columnOf(headings, {"auction", "date"})),
          bids(columnOf(headings, {"competitive", "bids"})),
          accepted(columnOf(headings, {"bids", "accepted"})),
          lowestYield(columnOf(headings, {"yield", "lowest"})),
          averageYield(columnOf(headings, {"yield", "average"}))
    {
    }
    [[nodiscard]] bool areKnown() const
    {
        return date >= 0 && bids >= 0 && accepted >= 0 && bids != accepted;
    }

    int date;
    int bids;
    int accepted;
    int lowestYield;
    int averageYield;
};

std::optional<Amount> numberOf(const Cells& cells, int column)
{
    if (column < 0)
        return std::nullopt;
    QByteArray text = cells[static_cast<std::size_t>(column)];
    text.replace(",", "");
    return Amount::parse(text);
}

/// Rounded half up to 1e-8. Absent when there is no such ratio.
std::optional<Amount> coverOf(std::optional<Amount> bids, std::optional<Amount> accepted)
{
    const bool canBe = bids && accepted && accepted->units > 0 && *bids >= *accepted && *bids <= mostBids &&
                       *bids <= *accepted * mostCover;
    if (!canBe)
        return std::nullopt;
    return Amount{(bids->units * decimalUnits + accepted->units / 2) / accepted->units};
}

std::optional<Amount> yieldOf(const Cells& cells, int column)
{
    return column < 0 ? std::nullopt : mofYieldOf(cells[static_cast<std::size_t>(column)]);
}

Reading readResult(const Cells& headings, const Cells& cells, std::optional<MofAuction>& auction)
{
    const Columns columns(headings);
    if (!columns.areKnown())
        return rejectedAuction(
            QStringLiteral("the result of the auction has no column of its date, bids or bids accepted"));
    if (cells.size() != headings.size())
        return rejectedAuction(QStringLiteral("the result of the auction does not fit its headings"));
    const auto date = mofDate(cells[static_cast<std::size_t>(columns.date)], MofDate::YearLast);
    if (!date)
        return rejectedAuction(QStringLiteral("the result of the auction has no date"));
    const auto cover = coverOf(numberOf(cells, columns.bids), numberOf(cells, columns.accepted));
    if (!cover)
        return rejectedAuction(QStringLiteral("the bids of the auction are no numbers that can be"));
    auction = {*date, *cover, std::nullopt};
    const auto lowest = yieldOf(cells, columns.lowestYield);
    const auto average = yieldOf(cells, columns.averageYield);
    if (lowest && average)
        auction->tail = (*lowest - *average) * 100;
    return {};
}

bool isOfTwentyYears(const HtmlRow& row)
{
    return row.cells.front().compare("20-year", Qt::CaseInsensitive) == 0;
}

bool namesAnAuction(const HtmlRow& row)
{
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const QByteArray& cell) { return cell.toLower().contains("auction"); });
}

} // namespace

Reading readMofAuction(QByteArrayView page, FeedRecords& records, std::optional<MofAuction>& auction)
{
    records.clear();
    auction.reset();
    if (page.isEmpty())
        return {};
    const auto rows = htmlRows(page.toByteArray());
    if (rows.hasError())
        return rejectedAuction(rows.error().message);
    const auto& all = rows.value();
    const auto result = std::find_if(all.begin(), all.end(), isOfTwentyYears);
    const auto headings = std::find_if(std::make_reverse_iterator(result), all.rend(), namesAnAuction);
    if (headings == all.rend())
        return rejectedAuction(QStringLiteral("the web page holds no result of an auction"));
    return result == all.end() ? Reading{} : readResult(headings->cells, result->cells, auction);
}

} // namespace holdline
