// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfolder.h"

#include "app/viewfile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestViewName = 80;

QDir viewFolder(const QString& dataDir)
{
    return QDir(QDir(dataDir).filePath(u"views"_s));
}

bool mayBeInName(QChar letter)
{
    return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate() || letter == u' ' ||
           letter == u'-';
}

bool isBefore(const QFileInfo& one, const QFileInfo& other)
{
    const int order = one.completeBaseName().compare(other.completeBaseName(), Qt::CaseInsensitive);
    return order != 0 ? order < 0 : one.fileName() < other.fileName();
}

QFileInfoList viewFiles(const QString& dataDir)
{
    QFileInfoList files = viewFolder(dataDir).entryInfoList({u"*.json"_s}, QDir::Files);
    std::sort(files.begin(), files.end(), isBefore);
    return files;
}

QString namesOf(const QFileInfoList& files)
{
    QStringList names;
    for (const QFileInfo& file : files)
        names.append(file.completeBaseName());
    return names.join(u", "_s);
}

} // namespace

std::vector<SavedView> savedViews(const QString& dataDir)
{
    std::vector<SavedView> views;
    for (const QFileInfo& file : viewFiles(dataDir)) {
        const auto view = readViewFile(file.filePath());
        views.push_back({.name = file.completeBaseName(),
                         .path = file.filePath(),
                         .problem = view.hasError() ? view.error().message : QString()});
    }
    return views;
}

QString savedViewPath(const QString& dataDir, const QString& name)
{
    return viewFolder(dataDir).filePath(name + u".json"_s);
}

Result<Done> checkViewName(const QString& name)
{
    if (name.isEmpty())
        return badUsage(u"A view needs a name."_s);
    if (name.size() > longestViewName)
        return badUsage(u"A name has %1 letters at most."_s.arg(longestViewName));
    if (!std::all_of(name.begin(), name.end(), mayBeInName))
        return badUsage(u"A name is made of letters, digits, blanks and dashes."_s);
    if (name != name.trimmed())
        return badUsage(u"A name begins and ends with no blank."_s);
    return Done{};
}

Result<QString> findViewFile(const QString& pathOrName, const QString& dataDir)
{
    if (QFile::exists(pathOrName))
        return pathOrName;
    if (pathOrName.contains(u'/') || pathOrName.endsWith(u".json"_s))
        return pathOrName; // reading it says why it cannot be
    const QString saved = savedViewPath(dataDir, pathOrName);
    if (QFile::exists(saved))
        return saved;
    const QString names = namesOf(viewFiles(dataDir));
    return Error{Error::Kind::Unavailable,
                 names.isEmpty()
                     ? u"there is no file and no saved view “%1”; no view is saved"_s.arg(pathOrName)
                     : u"there is no file and no saved view “%1”; there are %2"_s.arg(pathOrName, names)};
}

Result<Done> renameSavedView(const QString& dataDir, const QString& from, const QString& to)
{
    if (auto done = checkViewName(to); done.hasError())
        return done;
    const QString target = savedViewPath(dataDir, to);
    if (QFile::exists(target))
        return badUsage(u"There is a view “%1” already."_s.arg(to));
    QFile file(savedViewPath(dataDir, from));
    if (!file.rename(target))
        return Error{Error::Kind::Storage, u"“%1” could not be renamed: %2"_s.arg(from, file.errorString())};
    return Done{};
}

Result<Done> removeSavedView(const QString& dataDir, const QString& name)
{
    QFile file(savedViewPath(dataDir, name));
    if (!file.remove())
        return Error{Error::Kind::Storage, u"“%1” could not be deleted: %2"_s.arg(name, file.errorString())};
    return Done{};
}

} // namespace holdline
