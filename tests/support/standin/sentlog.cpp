// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/sentlog.h"

#include "tests/support/standin/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline::testing {

namespace {

constexpr std::size_t mostKept = 100'000;

template <typename Value>
void keep(std::deque<Value>& kept, const Value& value)
{
    kept.push_back(value);
    if (kept.size() > mostKept)
        kept.pop_front();
}

/// As a JSON string, whatever the bytes.
QByteArray escaped(const QByteArray& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

JsonText lineOf(const char* kind, UtcTime at)
{
    JsonText line;
    line.text("kind", kind).text("at", toIso(at).toLatin1());
    return line;
}

} // namespace

bool SentLog::writeTo(const QString& path)
{
    const std::lock_guard lock(m_mutex);
    m_file = std::make_unique<QFile>(path);
    return m_file->open(QIODevice::WriteOnly);
}

void SentLog::writeLine(const QByteArray& line)
{
    if (!m_file)
        return;
    m_file->write(line + '\n');
    m_file->flush();
}

void SentLog::sent(const Message& message)
{
    const std::lock_guard lock(m_mutex);
    keep(m_messages, message);
    ++m_messageCount;
    if (m_file)
        writeLine(lineOf("message", message.at)
                      .number("connection", message.connection)
                      .text("stream", message.stream)
                      .raw("payload", escaped(message.text.left(100'000)))
                      .object());
}

void SentLog::answered(const Question& question)
{
    const std::lock_guard lock(m_mutex);
    keep(m_questions, question);
    if (m_file)
        writeLine(lineOf("answer", question.at)
                      .raw("path", escaped(question.path))
                      .number("status", question.status)
                      .object());
}

void SentLog::happened(const SimulatedInstrument& instrument, const Liquidation& liquidation)
{
    const std::lock_guard lock(m_mutex);
    writeLine(lineOf("liquidation", liquidation.time)
                  .text("instrument", instrument.key)
                  .text("side", liquidation.side == PositionSide::Long ? "long" : "short")
                  .text("price", liquidation.price.toText())
                  .text("quantity", liquidation.quantity.toText())
                  .text("usd", liquidation.usd.toText())
                  .object());
}

void SentLog::happened(const SimulatedInstrument& instrument, const SimulatedCandle& candle)
{
    const std::lock_guard lock(m_mutex);
    writeLine(lineOf("candle", candle.openTime)
                  .text("instrument", instrument.key)
                  .text("open", candle.open.toText())
                  .text("high", candle.high.toText())
                  .text("low", candle.low.toText())
                  .text("close", candle.close.toText())
                  .text("volume", candle.volume.toText())
                  .text("quoteVolume", candle.quoteVolume.toText())
                  .text("takerBuyQuote", candle.takerBuyQuote.toText())
                  .number("trades", candle.trades)
                  .object());
}

void SentLog::told(const QByteArray& key, const std::vector<Liquidation>& liquidations)
{
    const std::lock_guard lock(m_mutex);
    auto& told = m_told[key];
    told.insert(told.end(), liquidations.begin(), liquidations.end());
}

void SentLog::flooded(qint64 messages)
{
    const std::lock_guard lock(m_mutex);
    m_floodCount += messages;
}

std::vector<SentLog::Message> SentLog::messages(const QByteArray& stream) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Message> found;
    for (const Message& message : m_messages) {
        if (stream.isEmpty() || message.stream == stream)
            found.push_back(message);
    }
    return found;
}

std::vector<SentLog::Question> SentLog::questions() const
{
    const std::lock_guard lock(m_mutex);
    return {m_questions.begin(), m_questions.end()};
}

qint64 SentLog::messageCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_messageCount;
}

qint64 SentLog::floodCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_floodCount;
}

std::vector<Liquidation> SentLog::toldLiquidations(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_told.find(key);
    return found == m_told.end() ? std::vector<Liquidation>{} : found->second;
}

} // namespace holdline::testing
