// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"

#include <QObject>

namespace holdline {

/// What one mark is to become; absent: it goes.
struct MarkChange {
    QString id;
    std::optional<Mark> mark;
};

/// All levels and drawings, of every instrument, by their ids. Hands change it by MarkCommand alone, so that
/// every change can be undone; it tells each change itself.
class MarkSet final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order of their ids.
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
    /// Null when there is none; good until the next change.
    [[nodiscard]] const Mark* find(const QString& id) const;
    [[nodiscard]] std::vector<Level> levels() const;
    [[nodiscard]] std::vector<Drawing> drawings() const;
    /// `wanted`, or with a number behind it when that is taken.
    [[nodiscard]] QString freeId(const QString& wanted) const;

    /// As they are stored; no change of a hand.
    void reset(std::vector<Mark> marks);
    /// Puts a change in place and leaves in it what undoes it.
    void swap(std::vector<MarkChange>& changes);

signals:
    /// By a hand, or its undoing.
    void changed(const QStringList& ids);
    void wasReset();

private:
    void swap(MarkChange& change);

    std::vector<Mark> m_marks;
};

} // namespace holdline
