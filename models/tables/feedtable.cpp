// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feedtable.h"

#include <algorithm>

namespace holdline {

void FeedTable::setFeeds(const std::vector<FeedStatus>& feeds)
{
    m_feeds = feeds;
    setRows(feedRows(m_feeds, m_unfolded));
}

void FeedTable::setNow(UtcTime now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn), {Qt::DisplayRole, RawRole});
}

void FeedTable::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const QString feed = rows()[static_cast<std::size_t>(row)].feed;
    if (!m_unfolded.remove(feed))
        m_unfolded.insert(feed);
    setRows(feedRows(m_feeds, m_unfolded));
}

const std::vector<TableColumn>& FeedTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Provider"), false,
         tr("Return or a double click shows its streams and why messages were rejected")},
        {tr("State")},
        {tr("Age"), true, tr("Time since the last message or answer")},
        {tr("Per s"), true, tr("Messages per second")},
        {tr("Rejected"), true, tr("Messages that do not mean what they should")},
        {tr("Gaps"), true, tr("Gaps opened and filled")},
        {tr("Weight"), true, tr("Weight used of the venue's limit")}};
    return all;
}

QString FeedTable::text(const FeedRow& row, int column) const
{
    if (column == AgeColumn)
        return row.last && m_now > UtcTime{} ? ageText(std::max(Span{0}, m_now - *row.last)) : QString();
    const QString& cell = row.cells[static_cast<std::size_t>(column)];
    if (column != NameColumn)
        return cell;
    if (row.kind != FeedRow::Kind::Provider)
        return cell;
    return cell + (row.isUnfolded ? QStringLiteral("  ▾") : QStringLiteral("  ▸"));
}

QVariant FeedTable::raw(const FeedRow& row, int column) const
{
    if (column == AgeColumn)
        return row.last ? QVariant(static_cast<qint64>((m_now - *row.last).count())) : QVariant();
    const QString& cell = row.cells[static_cast<std::size_t>(column)];
    return cell.isEmpty() ? QVariant() : QVariant(cell);
}

QVariant FeedTable::extra(const FeedRow& row, int column, int role) const
{
    const bool isReject = row.kind == FeedRow::Kind::Reject;
    if (role == Qt::ToolTipRole && !row.toolTip.isEmpty())
        return row.toolTip;
    if (role == DotRole && column == NameColumn && !isReject)
        return static_cast<int>(row.dot);
    if (role == IndentRole && column == NameColumn && row.kind != FeedRow::Kind::Provider)
        return isReject ? 2 : 1;
    if (role != ToneRole || (column == NameColumn && row.kind == FeedRow::Kind::Provider))
        return {};
    if (column == RejectsColumn && !row.cells[RejectsColumn].isEmpty())
        return static_cast<int>(Tone::Attention);
    return static_cast<int>(column == StateColumn ? row.tone : Tone::Dim);
}

} // namespace holdline
