// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/levelimport.h"

#include "models/levels/leveljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace holdline {

namespace {

bool recognises(const FileHead& head, const ImportOptions& options)
{
    const bool tells = head.hasColumn("role") || head.hasColumn("origin") ||
                       head.columnNamed({"valid_from", "validfrom"}) >= 0 ||
                       options.kind == QStringLiteral("levels");
    return head.hasColumn("low") && head.columnNamed({"name", "id"}) >= 0 && tells && !head.hasColumn("open");
}

/// Keys as levels write them, from column names in any case, with `_` or without.
QString keyOf(QByteArrayView column)
{
    static constexpr std::array<std::pair<QByteArrayView, QStringView>, 4> keys{{{"valid_from", u"validFrom"},
                                                                                 {"validfrom", u"validFrom"},
                                                                                 {"valid_to", u"validTo"},
                                                                                 {"validto", u"validTo"}}};
    const QByteArray name = normalName(column);
    for (const auto& [written, key] : keys) {
        if (written == name)
            return key.toString();
    }
    return QString::fromUtf8(name);
}

QJsonObject objectOf(const Table& table, const TableRow& row)
{
    QJsonObject object;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].isEmpty())
            object.insert(keyOf(table.columns()[i]), QString::fromUtf8(row.cells[i]));
    }
    return object;
}

/// The records as they are, so that keys of other versions are kept.
QJsonArray recordsOf(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isArray())
        return document.array();
    for (const auto& value : document.object()) {
        if (value.isArray())
            return value.toArray();
    }
    return {};
}

void take(const TableRow& row, const QJsonObject& object, const ImportOptions& options, ImportSink& sink)
{
    if (!row.fault.isEmpty())
        return sink.reject(row.line, row.fault);
    QJsonObject whole = object;
    if (!options.instrument.isEmpty())
        whole.insert(QStringLiteral("instrument"), options.instrument);
    const auto level = levelFromJson(whole);
    if (level.hasError())
        return sink.reject(row.line, level.error().message);
    sink.level(level.value());
}

Result<Done> read(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const bool isJson = file.head().shape == FileHead::Shape::Json;
    const QJsonArray records = isJson ? recordsOf(file.text()) : QJsonArray();
    const auto table = file.takeTable();
    TableRow row;
    for (qsizetype i = 0; table->next(row) && !sink.shouldStop(); ++i)
        take(row, i < records.size() ? records[i].toObject() : objectOf(*table, row), options, sink);
    const auto error = table->error();
    return error ? Result<Done>(*error) : Done{};
}

} // namespace

ImportDialect levelImportDialect()
{
    return {.name = QStringLiteral("levels"),
            .kind = QStringLiteral("levels"),
            .recognises = recognises,
            .read = read};
}

} // namespace holdline
