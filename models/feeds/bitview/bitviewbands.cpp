// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitview/bitviewbands.h"

#include "models/feeds/cohortvalues.h"

#include <QStringList>

namespace holdline {

namespace {

/// A band and the ages by which the server divides it.
struct Ages {
    const char* band;
    QStringList ages;
};

const std::vector<Ages>& ages()
{
    static const std::vector<Ages> all{
        {"0-1d", {QStringLiteral("under_1h"), QStringLiteral("1h_to_1d")}},
        {"1d-1w", {QStringLiteral("1d_to_1w")}},
        {"1w-1m", {QStringLiteral("1w_to_1m")}},
        {"1m-3m", {QStringLiteral("1m_to_2m"), QStringLiteral("2m_to_3m")}},
        {"3m-6m", {QStringLiteral("3m_to_4m"), QStringLiteral("4m_to_5m"), QStringLiteral("5m_to_6m")}},
        {"6m-12m", {QStringLiteral("6m_to_1y")}},
        {"12m-18m", {QStringLiteral("1y_to_18m")}},
        {"18m-24m", {QStringLiteral("18m_to_2y")}},
        {"2y-3y", {QStringLiteral("2y_to_3y")}},
        {"3y-5y", {QStringLiteral("3y_to_4y"), QStringLiteral("4y_to_5y")}},
        {"5y-7y", {QStringLiteral("5y_to_6y"), QStringLiteral("6y_to_7y")}},
        {"7y-10y", {QStringLiteral("7y_to_8y"), QStringLiteral("8y_to_10y")}},
        {"10y+", {QStringLiteral("10y_to_12y"), QStringLiteral("12y_to_15y"), QStringLiteral("over_15y")}},
    };
    return all;
}

struct Holders {
    const char* band;
    const char* price;
    const char* supply;
    const char* definition;
};

constexpr Holders holders[]{
    {"sth", "sth_realized_price", "sth_supply", "STH < 150 d, raw UTXO, bitview price"},
    {"lth", "lth_realized_price", "lth_supply", "LTH ≥ 150 d, raw UTXO, bitview price"},
    {"all", "realized_price", "supply", "all coins, raw UTXO, bitview price"},
};

std::size_t addPart(BitviewPlan& plan, const QString& name, bool isMoney)
{
    plan.parts.push_back({name, isMoney});
    plan.bandOf.push_back(plan.bands.size());
    return plan.parts.size() - 1;
}

BitviewBand bandOf(const QString& band, const QString& definition)
{
    const QString source = QStringLiteral("bitview");
    return {costBasisKey(band, source, definition), supplyKey(band, source, definition), {}, {}, false};
}

void addAges(BitviewPlan& plan, const Ages& ages)
{
    const QString name = QString::fromLatin1(ages.band);
    BitviewBand band = bandOf(name, QStringLiteral("by age, months of 30 d, raw UTXO, bitview price"));
    for (const QString& age : ages.ages) {
        const QString series = QStringLiteral("utxos_%1_old_").arg(age);
        band.money.push_back(addPart(plan, series + QStringLiteral("realized_cap"), true));
        band.supplies.push_back(addPart(plan, series + QStringLiteral("supply"), false));
    }
    plan.bands.push_back(band);
}

void addHolders(BitviewPlan& plan, const Holders& holders)
{
    BitviewBand band = bandOf(QString::fromLatin1(holders.band), QString::fromUtf8(holders.definition));
    band.isPrice = true;
    band.money = {addPart(plan, QString::fromLatin1(holders.price), true)};
    band.supplies = {addPart(plan, QString::fromLatin1(holders.supply), false)};
    plan.bands.push_back(band);
}

} // namespace

const BitviewPlan& bitviewPlan()
{
    static const BitviewPlan made = [] {
        BitviewPlan plan;
        for (const Ages& band : ages())
            addAges(plan, band);
        for (const Holders& band : holders)
            addHolders(plan, band);
        return plan;
    }();
    return made;
}

} // namespace holdline
