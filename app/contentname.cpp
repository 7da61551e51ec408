// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contentname.h"

#include "widgets/panels/panelcatalog.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

const QString timelineName = u"timeline"_s;
const QString briefName = u"brief"_s;
const QString cardPrefix = u"card:"_s;

} // namespace

QStringList contentNames()
{
    QStringList names{timelineName, briefName};
    for (const auto& entries : {cardCatalog(), panelCatalog()})
        for (const CardEntry& entry : entries)
            if (entry.id != briefName)
                names.append(cardPrefix + entry.id);
    return names;
}

std::optional<QString> parseContentName(const QString& name)
{
    if (name == cardPrefix + briefName)
        return briefName;
    if (!contentNames().contains(name))
        return std::nullopt;
    return name == timelineName ? QString() : name;
}

QString cardOfContent(const QString& content)
{
    return content.startsWith(cardPrefix) ? content.mid(cardPrefix.size()) : content;
}

} // namespace holdline
