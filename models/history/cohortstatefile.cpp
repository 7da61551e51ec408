// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohortstatefile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/statefile.h"

#include <QDir>
#include <QFileInfo>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span keepEvery = std::chrono::seconds{60};

} // namespace

QString cohortStatePath(const QString& dataDir, BitcoinNetwork network)
{
    return QDir(dataDir).filePath(u"cohorts/state-%1.bin"_s.arg(chainName(network)));
}

std::vector<BitcoinNetwork> networksWithState(const QString& dataDir)
{
    std::vector<BitcoinNetwork> networks;
    for (const BitcoinNetwork network : bitcoinNetworks) {
        if (QFileInfo::exists(cohortStatePath(dataDir, network)))
            networks.push_back(network);
    }
    return networks;
}

Result<ChainState> loadCohortState(const QString& dataDir, BitcoinNetwork network, const Clock& clock)
{
    const QString path = cohortStatePath(dataDir, network);
    auto state = loadState(path, network);
    if (state.hasValue() || !isFault(state.error(), CohortFault::StateBad))
        return state;
    const QString aside = u"%1.bad-%2"_s.arg(path).arg(toMsecs(clock.now()));
    Error error = state.error();
    if (QFile::rename(path, aside))
        error.message += u" The damaged file is kept as %1; a new snapshot is needed."_s.arg(aside);
    return error;
}

CohortStateKeeper::CohortStateKeeper(const QString& dataDir, BitcoinNetwork network, const Clock& clock)
    : m_path(cohortStatePath(dataDir, network)),
      m_clock(clock)
{
}

Result<Done> CohortStateKeeper::keep(const ChainState& state)
{
    m_keptAt = m_clock.now();
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return Error{Error::Kind::Storage, u"The folder %1 cannot be made."_s.arg(QFileInfo(m_path).path())};
    return saveState(m_path, state);
}

Result<Done> CohortStateKeeper::keepIfDue(const ChainState& state)
{
    const UtcTime now = m_clock.now();
    if (!m_keptAt)
        m_keptAt = now;
    return now - *m_keptAt < keepEvery ? Result<Done>(Done{}) : keep(state);
}

} // namespace holdline
