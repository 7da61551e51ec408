// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/levels/alert.h"

#include <QObject>
#include <QUndoCommand>

namespace holdline {

/// What one alert is to become; absent: it goes.
struct AlertChange {
    QString id;
    std::optional<Alert> alert;
};

/// All alerts by their ids. Hands change it by AlertCommand alone, so that every change can be undone.
class AlertSet final : public QObject {
    Q_OBJECT

public:
    explicit AlertSet(const Clock& clock, QObject* parent = nullptr) : QObject(parent), m_clock(clock) {}

    [[nodiscard]] const std::vector<Alert>& alerts() const { return m_alerts; } ///< in the order of their ids
    /// Null when there is none; good until the next change.
    [[nodiscard]] const Alert* find(const QString& id) const;

    /// As they are stored; no change of a hand.
    void reset(std::vector<Alert> alerts);
    /// Puts changes in place and leaves in them what undoes them. What is on then looks at what happens from
    /// now on, undone and redone too: the time in between is not told afterwards.
    void swap(std::vector<AlertChange>& changes);

signals:
    /// By a hand, or its undoing.
    void changed(const QStringList& ids);
    void wasReset();

private:
    void swap(AlertChange& change);

    const Clock& m_clock;
    std::vector<Alert> m_alerts;
};

/// One act on alerts. The set outlives it.
class AlertCommand final : public QUndoCommand {
public:
    AlertCommand(AlertSet& alerts, const QString& text, std::vector<AlertChange> changes)
        : QUndoCommand(text),
          m_alerts(alerts),
          m_changes(std::move(changes))
    {
    }
    void redo() override { m_alerts.swap(m_changes); }
    void undo() override { m_alerts.swap(m_changes); }

private:
    AlertSet& m_alerts;
    std::vector<AlertChange> m_changes;
};

} // namespace holdline
