// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/pricetext.h"

#include "models/foundation/numbertext.h"

namespace holdline {

QString exactText(Price price)
{
    const QByteArray digits = price.toText();
    const qsizetype point = digits.indexOf('.');
    return numberText(price.toDouble(), point < 0 ? 0 : static_cast<int>(digits.size() - point - 1));
}

} // namespace holdline
