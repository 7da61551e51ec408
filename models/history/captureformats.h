// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/captureline.h"
#include "models/history/messageline.h"

#include <QByteArrayView>

#include <optional>

namespace holdline {

/// Reads the lines of a capture: Holdline's own, and those that other programs make of the same messages. One
/// file holds one form; each line says for itself which.
///
/// * `{"receivedAt","source","stream","payload"}`: Holdline's own.
/// * `{"exchange","message"}`: messages with the exchange's name, without a time.
/// * `1723161255030314667 {…}`: receive time in ns, the message; the venue is told by its look.
/// * `1626992741.06217: {…}` after `wss://… <-> 1626992740.17`: a connection's log; `wss://… <- …` was sent.
class CaptureReader final {
public:
    /// Absent for a line that holds no message: empty, or sent by the other side. Error: Malformed, with the
    /// reason. A source that no feed reads is left in the line.
    [[nodiscard]] Result<std::optional<CaptureLine>> read(QByteArrayView line);

private:
    [[nodiscard]] Result<std::optional<CaptureLine>> readJson(QByteArrayView text);
    [[nodiscard]] Result<std::optional<CaptureLine>> readLog(const QByteArray& line);

    MessageLineReader m_messages;
    QString m_source; ///< of the connection that a log names last
};

/// The provider whose messages look like this; empty when none does.
[[nodiscard]] QString sourceByLook(QByteArrayView message);

} // namespace holdline
