// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ledgertext.h"

#include "app/commands/rowwriter.h"
#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

constexpr std::array<const char*, returnSpans.size()> returnNames{"return1h", "return4h", "return1d",
                                                                  "return3d"};

QByteArray ledgerNumber(const std::optional<Amount>& amount)
{
    return amount ? amount->toText() : QByteArray("null");
}

std::optional<Amount> amountOf(const std::optional<Price>& price)
{
    return price ? std::optional(Amount{price->units}) : std::nullopt;
}

qint64 secondsOf(Span span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span).count();
}

QByteArray touchJson(const LevelTouch& touch)
{
    QByteArray text = "{\"at\":\"" + toIso(touch.at).toLatin1() + '"';
    for (std::size_t i = 0; i < returnNames.size(); ++i)
        text += QByteArray(",\"") + returnNames[i] + "\":" + ledgerNumber(touch.returns[i]);
    return text + '}';
}

QByteArray rowJson(const LedgerRow& row)
{
    const LevelLedger& ledger = row.ledger;
    QByteArray touches;
    for (const LevelTouch& touch : ledger.touches)
        touches += (touches.isEmpty() ? "" : ",") + touchJson(touch);
    return "{\"id\":" + jsonText(row.id) +
           ",\"touches\":" + QByteArray::number(qsizetype(ledger.touches.size())) + ",\"closesBeyond\":" +
           (ledger.closesBeyond ? QByteArray::number(*ledger.closesBeyond) : QByteArray("null")) +
           ",\"insideSeconds\":" + QByteArray::number(secondsOf(ledger.inside)) +
           ",\"deepestWick\":" + ledgerNumber(amountOf(ledger.deepestWick)) +
           ",\"longUsd\":" + ledgerNumber(ledger.longUsd) + ",\"shortUsd\":" + ledgerNumber(ledger.shortUsd) +
           ",\"netTakerUsd\":" + ledgerNumber(ledger.netTakerUsd) + ",\"touch\":[" + touches + "]}";
}

} // namespace

QByteArray ledgersToJson(std::span<const LedgerRow> rows)
{
    QByteArray text;
    for (const LedgerRow& row : rows)
        text += (text.isEmpty() ? "[\n" : ",\n") + rowJson(row);
    return text.isEmpty() ? QByteArray("[]\n") : text + "\n]\n";
}

QByteArray ledgersToCsv(std::span<const LedgerRow> rows)
{
    QByteArray text;
    RowWriter writer(RowFormat::Csv, [&text](QByteArrayView piece) {
        text += piece;
        return true;
    });
    std::vector<QString> columns;
    for (const char* name : {"id", "touches", "closesBeyond", "insideSeconds", "deepestWick", "longUsd",
                             "shortUsd", "netTakerUsd", "at"})
        columns.push_back(QString::fromLatin1(name));
    for (const char* name : returnNames)
        columns.push_back(QString::fromLatin1(name));
    writer.begin(columns);
    for (const LedgerRow& row : rows) {
        const LevelLedger& ledger = row.ledger;
        const auto write = [&](const LevelTouch* touch) {
            std::vector<Cell> cells{row.id,
                                    qint64(ledger.touches.size()),
                                    ledger.closesBeyond ? Cell(*ledger.closesBeyond) : Cell(),
                                    qint64(secondsOf(ledger.inside)),
                                    cellOf(amountOf(ledger.deepestWick)),
                                    cellOf(ledger.longUsd),
                                    cellOf(ledger.shortUsd),
                                    cellOf(ledger.netTakerUsd),
                                    touch ? Cell(touch->at) : Cell()};
            for (std::size_t i = 0; i < returnNames.size(); ++i)
                cells.push_back(touch ? cellOf(touch->returns[i]) : Cell());
            writer.row(cells);
        };
        if (ledger.touches.empty())
            write(nullptr);
        for (const LevelTouch& touch : ledger.touches)
            write(&touch);
    }
    writer.finish();
    return text;
}

} // namespace holdline
