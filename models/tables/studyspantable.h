// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"
#include "models/tables/rowmodel.h"

namespace holdline {

/// What followed within a span.
struct StudySpanRow {
    Span span = {};
    StudySummary price;                                  ///< per cent
    std::array<StudySummary, studyFlowCount> flows = {}; ///< US dollars
};

/// What followed, a row a span. Raw: qint64 (hours, cases) or double (per cent, its lower
/// quartile, US dollars).
class StudySpanTable final : public RowModel<StudySpanRow, Span> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int. The flows stand in the order of StudyFlow.
    enum Column { SpanColumn, MedianColumn, HalfColumn, CasesColumn, FirstFlowColumn };

    using RowModel::RowModel;

    void setStudy(const EventStudy& study);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] Span keyOf(const StudySpanRow& row) const override { return row.span; }
    [[nodiscard]] bool isSame(const StudySpanRow&, const StudySpanRow&) const override { return false; }
    [[nodiscard]] QString text(const StudySpanRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const StudySpanRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const StudySpanRow& row, int column, int role) const override;
};

} // namespace holdline
