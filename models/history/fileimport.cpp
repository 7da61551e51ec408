// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/fileimport.h"

#include "models/history/databaseimport.h"
#include "models/history/defaultlevels.h"
#include "models/history/storesink.h"
#include "models/imports/importcatalog.h"
#include "models/imports/packedfile.h"

namespace holdline {

namespace {

Result<ImportReport> readInto(Store& store, ImportFile& file, const ImportDialect& dialect,
                              const ImportOptions& options, StoreSink& sink)
{
    const auto begun = store.begin();
    if (begun.hasError())
        return begun.error();
    const auto read = dialect.read(file, options, sink);
    auto report = sink.finish();
    if (read.hasError() || report.hasError()) {
        store.rollback();
        return read.hasError() ? Result<ImportReport>(read.error()) : report;
    }
    if (report.value().rows == 0 && !dialect.mayBeEmpty) {
        store.rollback();
        return Error{Error::Kind::Malformed, QStringLiteral("the file has a header but no rows")};
    }
    const auto committed = store.commit();
    if (committed.hasError()) {
        store.rollback();
        return committed.error();
    }
    return report;
}

} // namespace

Result<ImportReport> importBytes(Store& store, ByteSource& source, const QString& name,
                                 const ImportOptions& options, const Progress& progress)
{
    // Levels keep keys of other versions and may be none at all, so their JSON is not always a table.
    const auto json =
        options.kind == QStringLiteral("levels") ? ImportFile::Json::Text : ImportFile::Json::Records;
    auto file = ImportFile::open(source, name, json);
    if (file.hasError())
        return file.error();
    const auto dialect = findDialect(file.value().head(), options);
    if (dialect.hasError())
        return dialect.error();
    StoreSink sink(store, options, source, progress);
    auto report = readInto(store, file.value(), *dialect.value(), options, sink);
    if (report.hasError())
        return report;
    if (dialect.value()->kind == QStringLiteral("cohorts")) {
        if (const auto added = addDefaultLevels(store, options.now); added.hasError())
            return added.error();
    }
    report.value().file = name;
    report.value().kind = dialect.value()->kind;
    report.value().map = dialect.value()->map;
    if (options.kind == QStringLiteral("table") || !options.map.empty())
        report.value().mapping = options.map;
    return report;
}

std::vector<FileOutcome> importFile(Store& store, const QString& path, const ImportOptions& options,
                                    const Progress& progress)
{
    if (isDatabaseFile(path)) {
        auto report = importDatabase(store, path, progress);
        if (report.hasValue())
            report.value().file = path;
        return {{path, std::move(report)}};
    }
    std::vector<FileOutcome> outcomes;
    const auto packed = PackedFile::look(path);
    if (packed.hasError())
        return {{path, packed.error()}};
    const auto& members = packed.value().members();
    for (std::size_t i = 0; i < members.size() && !progress.cancelled; ++i) {
        const QString name = members[i].isEmpty() ? path : path + QLatin1Char('/') + members[i];
        const QString shown = members.size() == 1 ? path : name;
        const auto source = packed.value().open(i);
        auto report = importBytes(store, *source, name, options, progress);
        if (report.hasValue())
            report.value().file = shown;
        outcomes.push_back({shown, std::move(report)});
    }
    return outcomes;
}

} // namespace holdline
