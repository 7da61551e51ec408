// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templatefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostTemplateBytes = 1 << 20;

QDir templateFolder(const QString& dataDir)
{
    return QDir(QDir(dataDir).filePath(u"templates"_s));
}

Result<ReportTemplate> readTemplateFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable, u"%1 could not be read: %2"_s.arg(path, file.errorString())};
    if (file.size() > mostTemplateBytes)
        return Error{Error::Kind::Malformed, u"%1 is larger than any template"_s.arg(path)};
    QJsonParseError reason;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &reason);
    if (!document.isObject())
        return Error{Error::Kind::Malformed,
                     u"%1 is not a template: %2"_s.arg(path, reason.error ? reason.errorString()
                                                                          : u"it should be a JSON object"_s)};
    auto pattern = templateFromJson(document.object());
    if (pattern.hasError())
        return Error{pattern.error().kind, path + u": "_s + pattern.error().message};
    return pattern;
}

} // namespace

Result<ReportTemplate> findTemplate(const QString& name, const QString& dataDir)
{
    if (name.endsWith(u".json"_s))
        return readTemplateFile(name);
    const QString own = templateFolder(dataDir).filePath(name + u".json"_s);
    if (!name.contains(u'/') && QFile::exists(own))
        return readTemplateFile(own);
    const auto& bundled = bundledTemplates();
    const auto found = std::find_if(bundled.begin(), bundled.end(),
                                    [&](const ReportTemplate& each) { return each.name == name; });
    if (found != bundled.end())
        return *found;
    return Error{Error::Kind::Unavailable,
                 u"there is no template “%1”; there are %2, and files that end in .json"_s.arg(
                     name, templateNames(dataDir).join(u", "_s))};
}

QStringList templateNames(const QString& dataDir)
{
    QStringList names;
    for (const ReportTemplate& each : bundledTemplates())
        names << each.name;
    for (const QString& file : templateFolder(dataDir).entryList({u"*.json"_s}, QDir::Files)) {
        const QString name = file.chopped(5);
        if (!names.contains(name))
            names << name;
    }
    names.sort();
    return names;
}

} // namespace holdline
