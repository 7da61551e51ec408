// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

QByteArray jsonText(const QString& text)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return inArray.mid(1, inArray.size() - 2);
}

QByteArray jsonTime(UtcTime time)
{
    return '"' + toIso(time).toLatin1() + '"';
}

} // namespace holdline
