// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/levelstatestext.h"

#include "app/commands/rowwriter.h"

namespace holdline {

namespace {

QByteArray written(std::span<const LevelStateRow> rows, RowFormat format)
{
    QByteArray text;
    RowWriter writer(format, [&text](QByteArrayView piece) {
        text += piece;
        return true;
    });
    writer.begin({QStringLiteral("id"), QStringLiteral("at"), QStringLiteral("state"),
                  QStringLiteral("regime"), QStringLiteral("since"), QStringLiteral("close")});
    for (const LevelStateRow& row : rows) {
        const LevelState& state = row.state;
        const std::vector<Cell> cells{row.id,
                                      state.at,
                                      state.state,
                                      state.regime,
                                      state.since ? Cell(*state.since) : Cell(),
                                      state.close ? Cell(Amount{state.close->units}) : Cell()};
        writer.row(cells);
    }
    writer.finish();
    return text;
}

} // namespace

QByteArray statesToJson(std::span<const LevelStateRow> rows)
{
    return written(rows, RowFormat::Json);
}

QByteArray statesToCsv(std::span<const LevelStateRow> rows)
{
    return written(rows, RowFormat::Csv);
}

} // namespace holdline
