// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/journaltext.h"

#include "app/commands/rowwriter.h"
#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

/// As it was written, which keeps the order of its keys.
QByteArray document(const std::optional<QString>& json)
{
    return json ? json->toUtf8() : QByteArray("null");
}

Cell cell(const std::optional<QString>& text)
{
    return text ? Cell(*text) : Cell();
}

} // namespace

QByteArray journalToJson(std::span<const JournalEntry> entries)
{
    QByteArray text;
    for (const JournalEntry& entry : entries) {
        text += text.isEmpty() ? "[\n" : ",\n";
        text += "{\"at\":\"" + toIso(entry.at).toLatin1() + "\",\"id\":" + jsonText(entry.id) +
                ",\"author\":" + (entry.author.isEmpty() ? QByteArray("null") : jsonText(entry.author)) +
                ",\"what\":" + jsonText(entry.what) + ",\"before\":" + document(entry.before) +
                ",\"after\":" + document(entry.after) + '}';
    }
    return text.isEmpty() ? QByteArray("[]\n") : text + "\n]\n";
}

QByteArray journalToCsv(std::span<const JournalEntry> entries)
{
    QByteArray text;
    RowWriter writer(RowFormat::Csv, [&text](QByteArrayView piece) {
        text += piece;
        return true;
    });
    writer.begin({QStringLiteral("at"), QStringLiteral("id"), QStringLiteral("author"),
                  QStringLiteral("what"), QStringLiteral("before"), QStringLiteral("after")});
    for (const JournalEntry& entry : entries) {
        const std::vector<Cell> cells{entry.at,   entry.id,           entry.author,
                                      entry.what, cell(entry.before), cell(entry.after)};
        writer.row(cells);
    }
    writer.finish();
    return text;
}

} // namespace holdline
