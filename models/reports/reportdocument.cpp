// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reportdocument.h"

#include "models/readings/briefjson.h"
#include "models/views/exportdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QJsonObject gapJson(const ReportGap& gap)
{
    return {{u"series"_s, gap.series},
            {u"from"_s, toIso(gap.stretch.range.from)},
            {u"to"_s, toIso(gap.stretch.range.to)},
            {u"state"_s, toText(gap.stretch.state)},
            {u"reason"_s, gap.stretch.reason}};
}

} // namespace

QByteArray reportDocument(const ReportContent& content)
{
    ViewData all = content.data;
    all.provenance = content.provenance;
    all.panes.clear();
    QJsonObject document = QJsonDocument::fromJson(exportDocument(content.view, all)).object();
    QJsonArray coverage;
    for (const ReportGap& gap : content.gaps)
        coverage.append(gapJson(gap));
    document.insert(u"coverage"_s, coverage);
    document.insert(u"template"_s, toJson(content.pattern));
    document.insert(u"at"_s, toIso(content.at));
    document.insert(u"brief"_s, QJsonDocument::fromJson(briefToJson(content.brief)).object());
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace holdline
