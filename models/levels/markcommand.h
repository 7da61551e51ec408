// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/markset.h"

#include <QUndoCommand>

namespace holdline {

/// One act on marks; those of one series (a drag, quick nudges) are one step.
class MarkCommand final : public QUndoCommand {
public:
    /// `series` is the same number for all acts of one drag; 0 stands alone. The set outlives the command.
    MarkCommand(MarkSet& marks, const QString& text, std::vector<MarkChange> changes, quint64 series = 0);

    void redo() override { m_marks.swap(m_changes); }
    void undo() override { m_marks.swap(m_changes); }
    [[nodiscard]] int id() const override { return 2; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    MarkSet& m_marks;
    std::vector<MarkChange> m_changes;
    quint64 m_series;
};

} // namespace holdline
