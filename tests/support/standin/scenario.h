// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace holdline::testing {

/// What a venue does wrong from a moment on.
struct ScenarioEvent {
    QString name;
    double at = 0;     ///< real seconds since the server began
    double length = 0; ///< real seconds; 0: until the end, or at once where the event is a moment
    QJsonObject options = {};

    [[nodiscard]] bool isActive(double elapsed) const
    {
        return elapsed >= at && (length <= 0 || elapsed < at + length);
    }
    [[nodiscard]] double number(const char* option, double fallback) const;
    [[nodiscard]] QByteArray text(const char* option, const char* fallback = "") const;
    /// Whether the option, a list of parts of names, is absent or fits the name.
    [[nodiscard]] bool fits(const char* option, QByteArrayView name) const;
};

/// Names of events with what they do, for people.
struct EventName {
    const char* name;
    bool isMoment; ///< happens once at its time; else it lasts
    const char* meaning;
};
[[nodiscard]] const std::vector<EventName>& eventNames();
[[nodiscard]] bool isMoment(const QString& name);

/// Reads `{"events":[{"at":S,"for":S,"do":"NAME",…}]}`. Error: Usage, naming what is not understood.
[[nodiscard]] Result<std::vector<ScenarioEvent>> parseScenario(const QByteArray& json);

/// The events of a server, and which of them apply now.
class Faults final {
public:
    void add(ScenarioEvent event) { m_events.push_back(std::move(event)); }
    /// Ends all events of that name, and forgets those to come.
    void end(const QString& name);
    void setElapsed(double elapsed) { m_elapsed = elapsed; }
    [[nodiscard]] double elapsed() const { return m_elapsed; }
    /// nullptr while none applies; of several the one added last.
    [[nodiscard]] const ScenarioEvent* active(QStringView name) const;
    /// Moments that are due, each once.
    [[nodiscard]] std::vector<ScenarioEvent> takeDue();

private:
    std::vector<ScenarioEvent> m_events;
    double m_elapsed = 0;
};

} // namespace holdline::testing
