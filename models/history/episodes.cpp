// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodes.h"

#include "models/history/episodearchive.h"
#include "models/history/episodeloader.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

using std::chrono::sys_days;
using std::chrono::year;

Result<Done> expectKnown(const QString& name)
{
    QStringList names;
    for (const EpisodeInfo& episode : episodeCatalog())
        names.append(episode.name);
    if (names.contains(name))
        return Done{};
    return Error{Error::Kind::Unavailable,
                 u"There is no episode \"%1\"; there is: %2."_s.arg(name, names.join(u", "_s))};
}

Result<EpisodeFiles> unpackEpisode(const QString& name)
{
    const auto known = expectKnown(name);
    if (known.hasError())
        return known.error();
    QFile file(u":/holdline/episodes/%1.tar.zst"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     u"The episode \"%1\" is not part of this program."_s.arg(name)};
    return unpackFiles(file.readAll());
}

} // namespace

std::vector<EpisodeInfo> episodeCatalog()
{
    return {{u"january-2026"_s,
             u"January 2026: bitcoin loses 90,000 dollars"_s,
             u"reconstruction between published figures"_s,
             u"binance:BTCUSDT"_s,
             {sys_days{year{2025} / 12 / 15}, sys_days{year{2026} / 1 / 27}},
             {sys_days{year{2026} / 1 / 13}, sys_days{year{2026} / 1 / 24}}}};
}

Result<std::unique_ptr<Store>> openEpisode(const QString& name, const Clock& clock)
{
    const auto files = unpackEpisode(name);
    if (files.hasError())
        return files.error();
    auto store = Store::openInMemory(clock);
    if (store.hasError())
        return store.error();
    const auto done = loadEpisode(files.value(), *store.value());
    if (done.hasError())
        return done.error();
    return store;
}

Result<std::vector<Citation>> episodeCitations(const QString& name)
{
    const auto files = unpackEpisode(name);
    if (files.hasError())
        return files.error();
    return readCitations(files.value());
}

} // namespace holdline
