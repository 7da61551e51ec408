// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/feedrows.h"
#include "models/tables/rowmodel.h"

namespace holdline {

/// Providers and their streams as they do now. Raw: the text, of the age qint64 (ms).
class FeedTable final : public RowModel<FeedRow, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { NameColumn, StateColumn, AgeColumn, RateColumn, RejectsColumn, GapsColumn, WeightColumn };

    using RowModel::RowModel;

    void setFeeds(const std::vector<FeedStatus>& feeds);
    /// Ages are told up to this moment; announces them alone.
    void setNow(UtcTime now);
    /// Shows or hides the streams of the row's provider.
    void toggle(int row);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const FeedRow& row) const override { return row.key; }
    [[nodiscard]] bool isSame(const FeedRow& a, const FeedRow& b) const override { return a == b; }
    [[nodiscard]] QString text(const FeedRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const FeedRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const FeedRow& row, int column, int role) const override;

    std::vector<FeedStatus> m_feeds;
    QSet<QString> m_unfolded;
    UtcTime m_now{};
};

} // namespace holdline
