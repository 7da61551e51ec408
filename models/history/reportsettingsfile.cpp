// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/reportsettingsfile.h"

#include "models/foundation/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QString reportFile(const QString& dataDir)
{
    return QDir(dataDir).filePath(u"report.json"_s);
}

Error reportError(const QString& words)
{
    return {Error::Kind::Malformed, u"report.json: %1."_s.arg(words)};
}

/// An empty object without a file.
Result<QJsonObject> reportObject(const QString& dataDir)
{
    QFile file(reportFile(dataDir));
    if (!file.open(QIODevice::ReadOnly))
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return reportError(u"it is no JSON object"_s);
    return document.object();
}

/// A name without a folder: pictures show nothing from elsewhere on the disk.
bool isLogoName(const QString& name)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    return name == QFileInfo(name).fileName() && !name.contains(u'\\') &&
           (ending == u"png"_s || ending == u"svg"_s);
}

Result<Done> checkSettings(const ReportSettings& settings)
{
    if (settings.author.size() > longestAuthor)
        return reportError(u"author is a text of at most %1 characters"_s.arg(longestAuthor));
    if (!settings.logo.isEmpty() && !isLogoName(settings.logo))
        return reportError(u"logo is the name of a .png or .svg file in the data folder"_s);
    return Done{};
}

} // namespace

Result<ReportSettings> loadReportSettings(const QString& dataDir)
{
    const auto object = reportObject(dataDir);
    if (object.hasError())
        return object.error();
    for (const QString& key : {u"author"_s, u"logo"_s}) {
        const QJsonValue value = object.value().value(key);
        if (!value.isUndefined() && !value.isString())
            return reportError(key + u" is a text"_s);
    }
    ReportSettings settings{.author = object.value().value(u"author"_s).toString(),
                            .logo = object.value().value(u"logo"_s).toString()};
    if (const auto done = checkSettings(settings); done.hasError())
        return done.error();
    return settings;
}

Result<Done> saveReportSettings(const QString& dataDir, const ReportSettings& settings)
{
    if (const auto done = checkSettings(settings); done.hasError())
        return done;
    const auto before = reportObject(dataDir);
    if (before.hasError())
        return before.error();
    QJsonObject object = before.value();
    const auto put = [&object](const QString& key, const QString& value) {
        if (value.isEmpty())
            object.remove(key);
        else
            object.insert(key, value);
    };
    put(u"author"_s, settings.author);
    put(u"logo"_s, settings.logo);
    return saveFile(reportFile(dataDir), QJsonDocument(object).toJson());
}

Result<QByteArray> loadLogo(const QString& dataDir, const ReportSettings& settings)
{
    if (settings.logo.isEmpty())
        return QByteArray();
    QFile file(QDir(dataDir).filePath(settings.logo));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     u"The logo %1 could not be read: %2."_s.arg(settings.logo, file.errorString())};
    if (file.size() > mostLogoBytes)
        return Error{Error::Kind::Malformed,
                     u"The logo %1 is larger than %2 MB."_s.arg(settings.logo).arg(mostLogoBytes >> 20)};
    return file.read(mostLogoBytes);
}

} // namespace holdline
