// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/liquidation.h"
#include "tests/support/standin/simulatedinstrument.h"

#include <QByteArray>
#include <QFile>

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace holdline::testing {

/// What a stand-in said, for comparison with what its client stored. May be asked from any thread.
class SentLog final {
public:
    struct Message {
        UtcTime at; ///< the venue's time
        int connection = 0;
        QByteArray stream; ///< empty for what belongs to none
        QByteArray text;
    };
    struct Question {
        UtcTime at;
        QByteArray path; ///< with the query
        int status = 0;
    };

    /// From now on lines of JSON go there too. False when it cannot be written.
    [[nodiscard]] bool writeTo(const QString& path);
    [[nodiscard]] bool isWritten() const { return m_file != nullptr; }

    void sent(const Message& message);
    void answered(const Question& question);
    /// What happened at the venue, told or not.
    void happened(const SimulatedInstrument& instrument, const Liquidation& liquidation);
    void happened(const SimulatedInstrument& instrument, const SimulatedCandle& candle);
    /// Liquidations that went to a client by a message of that instrument.
    void told(const QByteArray& key, const std::vector<Liquidation>& liquidations);
    /// Messages that are counted only.
    void flooded(qint64 messages);

    /// The last 100,000 of each.
    [[nodiscard]] std::vector<Message> messages(const QByteArray& stream = {}) const;
    [[nodiscard]] std::vector<Question> questions() const;
    [[nodiscard]] qint64 messageCount() const; ///< without those of a flood
    [[nodiscard]] qint64 floodCount() const;
    /// What was told of an instrument, in order of sending, each as often as it was sent.
    [[nodiscard]] std::vector<Liquidation> toldLiquidations(const QByteArray& key) const;

private:
    void writeLine(const QByteArray& line);

    mutable std::mutex m_mutex;
    std::deque<Message> m_messages;
    std::deque<Question> m_questions;
    std::map<QByteArray, std::vector<Liquidation>> m_told;
    qint64 m_messageCount = 0;
    qint64 m_floodCount = 0;
    std::unique_ptr<QFile> m_file;
};

} // namespace holdline::testing
