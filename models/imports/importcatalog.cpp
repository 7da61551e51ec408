// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/importcatalog.h"

#include "models/imports/candledialects.h"
#include "models/imports/cohorttable.h"
#include "models/imports/columnmapdialect.h"
#include "models/imports/etfdialects.h"
#include "models/imports/eventimport.h"
#include "models/imports/icalendar.h"
#include "models/imports/levelimport.h"
#include "models/imports/liquidationdialects.h"
#include "models/imports/shippedmaps.h"

#include <QStringList>

namespace holdline {

namespace {

QString contentOf(const FileHead& head)
{
    if (head.shape == FileHead::Shape::Lines)
        return QStringLiteral("line %1: %2")
            .arg(head.lines.front().number)
            .arg(quoted(head.lines.front().text));
    return QStringLiteral("its columns: %1")
        .arg(quoted(QByteArrayList(head.columns.begin(), head.columns.end()).join(", ")));
}

Error refusal(const FileHead& head, const ImportOptions& options)
{
    if (head.shape == FileHead::Shape::Html)
        return {Error::Kind::Malformed, QStringLiteral("the file is a web page without a table of ETF flows, "
                                                       "perhaps one that asks who is there; save "
                                                       "the page with its table")};
    if (options.kind == QStringLiteral("levels"))
        return {Error::Kind::Malformed,
                QStringLiteral("the file is neither JSON nor a table with the columns name and low; %1")
                    .arg(contentOf(head))};
    const QString kind = options.kind.isEmpty()
                             ? QStringLiteral("a kind of file that Holdline reads by itself")
                             : QStringLiteral("a file of %1").arg(options.kind);
    return {Error::Kind::Malformed,
            QStringLiteral("the file is not %1; for any table use --map COLUMN=SERIES; %2")
                .arg(kind, contentOf(head))};
}

} // namespace

const std::vector<ImportDialect>& importCatalog()
{
    static const std::vector<ImportDialect> dialects{
        columnMapDialect(),
        binanceVisionDialect(),
        cryptoDataDownloadDialect(),
        krakenDialect(),
        candleTableDialect(),
        liquidationSnapshotDialect(),
        liquidationListDialect(),
        liquidationSumsDialect(),
        etfJsonDialect(),
        etfListDialect(),
        farsideDialect(),
        sthRealizedPriceDialect(),
        realizedPriceDialect(),
        utxoAgesDialect(),
        cohortTableDialect(),
        jgbAuctionsDialect(),
        mofYieldsDialect(),
        coinMetricsDialect(),
        levelImportDialect(),
        iCalendarDialect(),
        eventTableDialect(),
        fredDialect(),
    };
    return dialects;
}

Result<const ImportDialect*> findDialect(const FileHead& head, const ImportOptions& options)
{
    for (const auto& dialect : importCatalog()) {
        const bool isAsked = options.kind.isEmpty() || options.kind == dialect.kind;
        if (isAsked && dialect.recognises(head, options))
            return &dialect;
    }
    return refusal(head, options);
}

} // namespace holdline
