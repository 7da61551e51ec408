// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/syntheticcoins.h"

#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/cohorts/snapshotwriter.h"

#include <cmath>
#include <random>

namespace holdline::testing {

namespace {

class Mix final {
public:
    quint64 coinsOfTransaction()
    {
        const auto of100 = m_random() % 100;
        return of100 < 80 ? 1 : of100 < 95 ? 2 : of100 < 99 ? 3 + m_random() % 6 : 20;
    }
    quint32 height()
    {
        constexpr quint32 tip = 944'999;
        return m_random() % 3 ? tip - static_cast<quint32>(m_random() % 300'000)
                              : 100'000 + static_cast<quint32>(m_random() % 800'000);
    }
    /// Evenly by magnitude from a few hundred satoshi to some hundredths of a bitcoin; some are round, many
    /// dust.
    quint64 satoshi()
    {
        const auto kind = m_random() % 8;
        if (kind == 0)
            return 546;
        const auto amount = static_cast<quint64>(std::exp(6 + static_cast<double>(m_random() % 1'000) / 100));
        return kind < 3 ? amount / 1000 * 1000 : amount;
    }
    QByteArray script()
    {
        const auto of10 = m_random() % 10;
        if (of10 < 4)
            return static_cast<char>(of10 / 2) + QByteArray(20, 'h');
        return plainScript(QByteArray(of10 < 8 ? 22 : 34, 's'));
    }
    QByteArray txid()
    {
        QByteArray bytes;
        for (int i = 0; i < 4; ++i)
            bytes += littleEndian(m_random(), 8);
        return bytes;
    }

private:
    std::mt19937_64 m_random{1};
};

} // namespace

QByteArray syntheticCoins(quint64 coins)
{
    Mix mix;
    QByteArray body;
    body.reserve(static_cast<qsizetype>(coins * 60));
    while (coins > 0) {
        const quint64 count = std::min(mix.coinsOfTransaction(), coins);
        const quint32 height = mix.height();
        body += mix.txid() + compactSize(count);
        for (quint64 vout = 0; vout < count; ++vout)
            body += writtenCoin({vout, height, vout == 0 && height % 300 == 0, mix.satoshi(), mix.script()});
        coins -= count;
    }
    return body;
}

} // namespace holdline::testing
