// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/levels/markset.h"

class QUndoStack;

namespace holdline {

/// Changes marks on behalf of a hand: each act is a step of undo, and says who did it and when.
class MarkEditor final {
public:
    MarkEditor(MarkSet& marks, QUndoStack& stack, const Clock& clock, const QString& author);

    [[nodiscard]] const MarkSet& marks() const { return m_marks; }
    /// An id for a new mark of that kind that no other desk makes: the kind and a time.
    [[nodiscard]] QString newId(const QString& kind) const;
    /// Traits of a new mark, in the last style of its kind.
    [[nodiscard]] MarkTraits newTraits(const QString& kind) const;

    void add(const Mark& mark, const QString& text);
    /// Acts with the same series (not 0) are one step.
    void replace(const std::vector<Mark>& marks, const QString& text, quint64 series = 0);
    /// As replace(); those of the same marks in quick succession are one step.
    void nudge(const std::vector<Mark>& marks, const QString& text);
    /// Those that are locked stay.
    void remove(const QStringList& ids);
    /// Adds copies of marks under new ids, which it returns. Acts with the same series (not 0) are one step.
    QStringList paste(const std::vector<Mark>& marks, const QString& text, quint64 series = 0);
    /// The next mark of the same kind has it too.
    void setStyle(const QStringList& ids, const MarkStyle& style);
    void setLocked(const QStringList& ids, bool isLocked);
    void setHidden(const QStringList& ids, bool isHidden);
    /// Above all others, or below.
    void setOrder(const QStringList& ids, bool isFront);

    /// By kind; those that differ from the default.
    [[nodiscard]] const QHash<QString, MarkStyle>& styles() const { return m_styles; }
    void setStyles(const QHash<QString, MarkStyle>& styles) { m_styles = styles; }

    /// What is selected, as those exist.
    [[nodiscard]] std::vector<Mark> found(const QStringList& ids) const;

private:
    /// Series of nudges are numbered from here, those of drags from 1.
    static constexpr quint64 firstNudge = quint64(1) << 62;

    template <typename Change>
    void changeTraits(const QStringList& ids, const QString& text, const Change& change);
    void push(std::vector<MarkChange> changes, const QString& text, quint64 series = 0);

    MarkSet& m_marks;
    QUndoStack& m_stack;
    const Clock& m_clock;
    QString m_author;
    QHash<QString, MarkStyle> m_styles;
    quint64 m_nudges = firstNudge; ///< number of the present run
    std::optional<UtcTime> m_nudgedAt;
};

/// By which its style is remembered: a drawing's kind, or `level`.
[[nodiscard]] QString kindOf(const Mark& mark);

} // namespace holdline
