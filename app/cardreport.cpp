// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cardreport.h"

#include "app/contentname.h"
#include "models/readings/briefcsv.h"
#include "models/readings/briefjson.h"
#include "models/store/storesnapshot.h"
#include "models/views/picturewordsload.h"
#include "widgets/panels/panelcatalog.h"
#include "widgets/report/briefpicture.h"
#include "widgets/report/cardpicture.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

bool isBrief(const CardReport& report)
{
    return report.content == u"brief"_s;
}

std::optional<CardEntry> entryOf(const QString& content)
{
    for (const auto& entries : {cardCatalog(), panelCatalog()})
        for (const CardEntry& entry : entries)
            if (entry.id == cardOfContent(content))
                return entry;
    return std::nullopt;
}

/// A brief of nothing says so.
Brief briefIn(const CardReport& report)
{
    if (report.facts.data.brief)
        return *report.facts.data.brief;
    return {.at = report.facts.data.at,
            .asOf = report.facts.data.at,
            .instrument = report.facts.data.instrument,
            .readings = {},
            .missing = {}};
}

QByteArray cardDocument(const CardReport& report)
{
    const QJsonObject document{{u"holdline"_s, QStringLiteral(HOLDLINE_VERSION)},
                               {u"view"_s, toJson(report.view)},
                               {u"asOf"_s, toIso(report.data.asOf)},
                               {u"statement"_s, report.data.statement},
                               {u"card"_s, report.entry.id},
                               {u"title"_s, report.entry.title},
                               {u"at"_s, toIso(report.facts.data.at)},
                               {u"sources"_s, QJsonArray::fromStringList(sourcesOf(report.numbers))},
                               {u"values"_s, cardValues(report.numbers)}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Result<QByteArray> documentOf(const CardReport& report)
{
    if (isBrief(report))
        return withRecordBehind(briefToJson(briefIn(report)), recordOf(report));
    return withRecord(cardDocument(report), recordOf(report));
}

QByteArray pictureOf(const CardReport& report, const QString& format, Paper paper)
{
    ReportRecord record = recordOf(report);
    if (format == u"svg"_s)
        return svgOf(report.sheet, toText(record));
    if (format == u"png"_s)
        return pngOf(report.sheet, toText(record));
    record.paper = toText(paper);
    return pdfOf(report.sheet, paper, toText(record));
}

} // namespace

Result<CardReport> loadCardReport(Store& store, const View& view, const QString& content, const Clock& clock,
                                  const QString& dataDir)
{
    const auto entry = entryOf(content);
    if (!entry)
        return Error{Error::Kind::Unavailable,
                     u"This version knows no “%1” to show."_s.arg(content.left(40))};
    const auto moment = StoreSnapshot::take(store);
    if (moment.hasError())
        return moment.error();
    auto data = loadViewData(store, view, clock);
    if (data.hasError())
        return data.error();
    auto words = loadPictureWords(store, view, data.value(), dataDir);
    if (words.hasError())
        return words.error();
    data.value().words = std::move(words).value();
    auto facts = loadCardFacts(store, view, data.value(), entry->need, choiceOfContent(content), dataDir);
    if (facts.hasError())
        return facts.error();
    CardNumbers numbers = entry->numbers(facts.value());
    return CardReport{
        view, content, *entry, std::move(data).value(), std::move(facts).value(), std::move(numbers)};
}

Result<Done> drawSheet(CardReport& report)
{
    report.sheet = isBrief(report) ? briefSheet(briefIn(report), report.view, report.data)
                                   : cardSheet(report.entry, report.facts, report.view, report.data);
    report.view.size = report.sheet.size;
    if (!isPaintable(report.sheet))
        return Error{Error::Kind::Unavailable,
                     u"A picture of all of its rows would be too large. Show a shorter time or longer "
                     "candles, or write a .csv."_s};
    return Done{};
}

ReportRecord recordOf(const CardReport& report)
{
    const UtcTime asOf = isBrief(report) ? briefIn(report).asOf : report.data.asOf;
    ReportRecord record = reportRecord(report.view, asOf, recordedNumbers(report.entry.id, report.numbers));
    record.content = report.content;
    return record;
}

Result<QByteArray> cardFile(const CardReport& report, const QString& format, Paper paper)
{
    if (format == u"csv"_s)
        return isBrief(report) ? briefToCsv(briefIn(report)) : cardCsv(report.entry.id, report.numbers);
    if (format == u"json"_s)
        return documentOf(report);
    const QByteArray picture = pictureOf(report, format, paper);
    if (picture.isEmpty())
        return Error{Error::Kind::Storage, u"there is not enough memory for this picture"_s};
    return picture;
}

} // namespace holdline
