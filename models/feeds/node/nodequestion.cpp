// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodequestion.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QJsonObject callObject(const NodeQuestion& question, int id)
{
    return {{u"jsonrpc"_s, u"1.0"_s},
            {u"id"_s, id},
            {u"method"_s, question.method},
            {u"params"_s, question.params}};
}

} // namespace

QByteArray requestBody(const NodeQuestion& question)
{
    return QJsonDocument(callObject(question, 0)).toJson(QJsonDocument::Compact);
}

QByteArray requestBody(const std::vector<NodeQuestion>& questions)
{
    QJsonArray calls;
    for (const NodeQuestion& question : questions)
        calls.append(callObject(question, int(calls.size())));
    return QJsonDocument(calls).toJson(QJsonDocument::Compact);
}

} // namespace holdline
