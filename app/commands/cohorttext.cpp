// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohorttext.h"

#include "models/foundation/jsontext.h"
#include "models/foundation/numbertext.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int exactDigits = 12;

QByteArray number(const std::optional<double>& value)
{
    return value ? QByteArray::number(*value, 'g', exactDigits) : QByteArrayLiteral("null");
}

QByteArray number(const std::optional<Amount>& value)
{
    return value ? value->toText() : QByteArrayLiteral("null");
}

QByteArray rowJson(const CohortRow& row)
{
    return "{\"band\":" + jsonText(row.band) + ",\"supply_btc\":" + number(row.supply) +
           ",\"cost_basis\":" + number(row.costBasis) +
           ",\"unrealized_pct\":" + number(row.unrealizedPercent) +
           ",\"loss_share\":" + number(row.lossShare) + "}";
}

QByteArray tipJson(const CohortAnswer& answer)
{
    if (!answer.tipHeight)
        return "{\"height\":null,\"hash\":null}";
    return "{\"height\":" + QByteArray::number(*answer.tipHeight) + ",\"hash\":" + jsonText(answer.tipHash) +
           "}";
}

QString tableRow(const CohortRow& row)
{
    const auto cell = [](const QString& text, int width) { return text.rightJustified(width); };
    const QString unknown = u"–"_s;
    return row.band.leftJustified(8) +
           cell(row.supply ? numberText(row.supply->toDouble(), 2) : unknown, 18) +
           cell(row.costBasis ? numberText(*row.costBasis, 2) : unknown, 14) +
           cell(row.unrealizedPercent ? percentText(*row.unrealizedPercent) : unknown, 12) +
           cell(row.lossShare ? numberText(*row.lossShare * 100, 1) + u" %"_s : unknown, 12) + u'\n';
}

} // namespace

QByteArray cohortJson(const CohortAnswer& answer)
{
    QByteArrayList rows;
    for (const CohortRow& row : answer.rows)
        rows.append(rowJson(row));
    return "{\"at\":" + jsonTime(answer.at) + ",\"tip\":" + tipJson(answer) +
           ",\"excluded_btc\":" + number(answer.excluded) + ",\"bands\":[" + rows.join(',') + "]}\n";
}

QByteArray cohortTable(const CohortAnswer& answer, const QString& definition, const QString& prices)
{
    QString text = u"%1, price %2 (%3)\n%4, not adjusted for internal transfers\n"_s.arg(
        toIso(answer.at), numberText(answer.price, 2), prices, definition);
    if (answer.tipHeight)
        text += u"tip %1 %2\n"_s.arg(*answer.tipHeight).arg(answer.tipHash);
    if (answer.excluded && answer.excluded->units > 0)
        text +=
            u"left out for want of a price: %1 BTC\n"_s.arg(QString::fromLatin1(answer.excluded->toText()));
    text += u"\nband            supply BTC    cost basis  unrealized     in loss\n"_s;
    for (const CohortRow& row : answer.rows)
        text += tableRow(row);
    return text.toUtf8();
}

} // namespace holdline
