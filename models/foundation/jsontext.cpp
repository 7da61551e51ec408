// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

QByteArray jsonText(const QJsonValue& value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.mid(1, inArray.size() - 2);
}

QByteArray jsonTime(UtcTime time)
{
    return '"' + toIso(time).toLatin1() + '"';
}

} // namespace holdline
