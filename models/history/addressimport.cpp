// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/addressimport.h"

#include "models/foundation/webaddress.h"

#include <QFile>
#include <QTemporaryDir>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QString shownAddress(const QString& address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() ? url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
                         : address.section(u':', 0, 0) + u"://…"_s;
}

/// The address's last part, which may tell what is in the file, in letters that no file system minds.
QString localName(const QUrl& url)
{
    QString name = url.fileName().right(100);
    for (QChar& c : name) {
        const bool isPlain =
            c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
        if (!isPlain)
            c = u'_';
    }
    return name.isEmpty() || name.startsWith(u'.') ? u"download"_s + name : name;
}

Result<Done> fetch(const QUrl& url, const QString& path, const DownloadLimits& limits,
                   const Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::Storage, u"the file cannot be kept: %1"_s.arg(file.errorString())};
    const auto fetched = download(url, file, limits, progress);
    if (fetched.hasError())
        return fetched;
    if (!file.flush())
        return Error{Error::Kind::Storage, u"the file cannot be kept: %1"_s.arg(file.errorString())};
    return Done{};
}

} // namespace

bool isWebAddress(const QString& name)
{
    return name.startsWith("https://"_L1, Qt::CaseInsensitive) ||
           name.startsWith("http://"_L1, Qt::CaseInsensitive);
}

std::vector<FileOutcome> importAddress(Store& store, const QString& address, const ImportOptions& options,
                                       const Progress& progress, const DownloadLimits& limits)
{
    const QString shown = shownAddress(address);
    const auto url = parseWebAddress(address);
    if (url.hasError())
        return {{shown, url.error()}};
    const QTemporaryDir folder;
    if (!folder.isValid())
        return {
            {shown, Error{Error::Kind::Storage, u"the file cannot be kept: %1"_s.arg(folder.errorString())}}};
    const QString path = folder.filePath(localName(url.value()));
    const auto fetched = fetch(url.value(), path, limits, progress);
    if (fetched.hasError())
        return {{shown, fetched.error()}};
    auto outcomes = importFile(store, path, options, progress);
    for (FileOutcome& outcome : outcomes) {
        outcome.file.replace(path, shown);
        if (outcome.report.hasValue())
            outcome.report.value().file.replace(path, shown);
    }
    return outcomes;
}

} // namespace holdline
