// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/blockbody.h"

#include "models/cohorts/cohorterror.h"

namespace holdline {

void BlockBody::begin()
{
    m_scanner.reset();
    m_hasFailed = false;
}

bool BlockBody::take(QByteArrayView piece)
{
    if (m_hasFailed)
        return false;
    if (const auto fed = m_scanner.feed(piece); fed.hasError()) {
        m_block = fed.error();
        m_hasFailed = true;
    }
    return !m_hasFailed;
}

bool BlockBody::end()
{
    if (!m_hasFailed)
        m_block = m_scanner.finish();
    return m_block.hasValue() || !isFault(m_block.error(), CohortFault::RpcCut);
}

} // namespace holdline
