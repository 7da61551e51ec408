// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markcommand.h"

#include <algorithm>

namespace holdline {

MarkCommand::MarkCommand(MarkSet& marks, const QString& text, std::vector<MarkChange> changes, quint64 series)
    : QUndoCommand(text),
      m_marks(marks),
      m_changes(std::move(changes)),
      m_series(series)
{
}

/// What was there before the first of them stays what it goes back to.
bool MarkCommand::mergeWith(const QUndoCommand* next)
{
    const auto* const later = dynamic_cast<const MarkCommand*>(next);
    return later && m_series != 0 && later->m_series == m_series &&
           std::ranges::equal(m_changes, later->m_changes, {}, &MarkChange::id, &MarkChange::id);
}

} // namespace holdline
