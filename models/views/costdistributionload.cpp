// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/costdistributionload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

const QString documentName = QStringLiteral("cost-distribution");

QString textOf(const QByteArray& decimal)
{
    return QString::fromLatin1(decimal);
}

std::optional<CostBucket> readBucket(const QJsonArray& cells)
{
    const auto low = Price::parse(cells.at(0).toString().toLatin1());
    const auto high = Price::parse(cells.at(1).toString().toLatin1());
    const auto btc = Amount::parse(cells.at(2).toString().toLatin1());
    if (!low || !high || !btc || low->units < 0 || *high <= *low || btc->units < 0)
        return std::nullopt;
    return CostBucket{*low, *high, *btc};
}

std::optional<CostDistribution> readDistribution(const QJsonObject& object)
{
    const auto asOf = parseIso(object.value(QStringLiteral("asOf")).toString().toLatin1());
    const auto price = Price::parse(object.value(QStringLiteral("price")).toString().toLatin1());
    if (asOf.hasError() || !price)
        return std::nullopt;
    CostDistribution distribution{.asOf = asOf.value(),
                                  .price = *price,
                                  .source = object.value(QStringLiteral("source")).toString(),
                                  .definition = object.value(QStringLiteral("definition")).toString()};
    for (const QJsonValue& cells : object.value(QStringLiteral("buckets")).toArray()) {
        const auto bucket = readBucket(cells.toArray());
        const bool isAscending =
            bucket && (distribution.buckets.empty() || distribution.buckets.back().high <= bucket->low);
        if (!isAscending)
            return std::nullopt;
        distribution.buckets.push_back(*bucket);
    }
    return distribution;
}

} // namespace

Result<std::optional<CostDistribution>> loadCostDistribution(Store& store, std::optional<UtcTime> asOf)
{
    const auto kept = store.document(documentName);
    if (kept.hasError())
        return kept.error();
    if (!kept.value())
        return std::optional<CostDistribution>();
    auto distribution = readDistribution(QJsonDocument::fromJson(*kept.value()).object());
    if (!distribution)
        return Error{Error::Kind::Malformed,
                     QStringLiteral("the cost distribution that is kept cannot be read")};
    if (asOf && distribution->asOf > *asOf)
        return std::optional<CostDistribution>();
    return distribution;
}

Result<Done> keepCostDistribution(Store& store, const CostDistribution& distribution)
{
    QJsonArray buckets;
    for (const CostBucket& bucket : distribution.buckets)
        buckets.append(QJsonArray{textOf(bucket.low.toText()), textOf(bucket.high.toText()),
                                  textOf(bucket.btc.toText())});
    const QJsonObject object{{QStringLiteral("asOf"), toIso(distribution.asOf)},
                             {QStringLiteral("price"), textOf(distribution.price.toText())},
                             {QStringLiteral("source"), distribution.source},
                             {QStringLiteral("definition"), distribution.definition},
                             {QStringLiteral("buckets"), buckets}};
    return store.putDocument(documentName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace holdline
