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
                names.append(contentOfCard(entry.id));
    return names;
}

std::optional<QString> parseContentName(const QString& name)
{
    const QString plain = name.section(u'/', 0, 0);
    if (plain == cardPrefix + briefName)
        return briefName;
    if (!contentNames().contains(plain) || (name != plain && !plain.startsWith(cardPrefix)))
        return std::nullopt;
    return name == timelineName ? QString() : name;
}

QString contentOfCard(const QString& id, const QString& choice)
{
    if (id == briefName)
        return briefName;
    return cardPrefix + id + (choice.isEmpty() ? QString() : u'/' + choice);
}

QString cardOfContent(const QString& content)
{
    const QString plain = content.section(u'/', 0, 0);
    return plain.startsWith(cardPrefix) ? plain.mid(cardPrefix.size()) : plain;
}

QString choiceOfContent(const QString& content)
{
    return content.section(u'/', 1);
}

} // namespace holdline
