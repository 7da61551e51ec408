// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"
#include "models/tables/rowmodel.h"

#include <QTimeZone>

namespace holdline {

/// An occurrence under its number, the oldest first.
struct NumberedStudyRow {
    int number = 0;
    StudyRow row;
};

/// The occurrences of a study and how the price moved after each, newest first. Raw: qint64 (UTC ms), QString
/// or double (per cent).
class StudyOccurrenceTable final : public RowModel<NumberedStudyRow, int> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int. The spans stand in the order of studySpans.
    enum Column { TimeColumn, TitleColumn, FirstSpanColumn };

    using RowModel::RowModel;

    void setMoment(const QTimeZone& zone, int yearOfNow);
    void setStudy(const EventStudy& study);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] int keyOf(const NumberedStudyRow& row) const override { return row.number; }
    [[nodiscard]] bool isSame(const NumberedStudyRow&, const NumberedStudyRow&) const override
    {
        return false;
    }
    [[nodiscard]] QString text(const NumberedStudyRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const NumberedStudyRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const NumberedStudyRow& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
};

} // namespace holdline
