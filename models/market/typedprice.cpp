// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/typedprice.h"

#include <QCoreApplication>

namespace holdline {

Result<Price> parseTypedPrice(const QString& text)
{
    QString plain = text.trimmed();
    for (const QChar group : {QChar(u','), QChar(u' '), QChar(0x00A0), QChar(0x202F)})
        plain.remove(group);
    const auto price = Price::parse(plain.toUtf8());
    if (!price || price->units <= 0)
        return Error{
            Error::Kind::Malformed,
            QCoreApplication::translate("holdline::TypedPrice",
                                        "“%1” is no price above zero. Write it like 92500 or 92,500.5.")
                .arg(text.trimmed())};
    return *price;
}

} // namespace holdline
