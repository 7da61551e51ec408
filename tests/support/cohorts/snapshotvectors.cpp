// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/snapshotvectors.h"

#include "tests/support/cohorts/coinencoding.h"

#include <algorithm>
#include <functional>

namespace holdline::testing {

namespace {

// Source: Bitcoin Core test/functional/test_framework, src/test/util/mining.cpp, src/kernel/chainparams.cpp.
constexpr quint32 genesisTime = 1'296'688'602;
constexpr quint32 easiestBits = 0x207fffff;

struct ChainRules {
    int blocks = 100;
    quint32 blockVersion = 0x20000000;
    bool hasMedianTimes = true;  ///< else genesis time plus height
    bool hasHeightLock = true;   ///< sequence and lock time by BIP 54
    bool padsEveryScript = true; ///< else only scripts of heights up to 16
    bool hasWitnessCommitment = true;
    QByteArray script;
};

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

/// The height as a script pushes it.
QByteArray push(int height)
{
    if (height <= 16)
        return QByteArray(1, static_cast<char>(0x50 + height));
    QByteArray number;
    for (int rest = height; rest > 0; rest >>= 8)
        number.append(static_cast<char>(rest & 0xff));
    if (static_cast<uchar>(number.back()) & 0x80)
        number.append('\0');
    return static_cast<char>(number.size()) + number;
}

QByteArray output(quint64 satoshi, const QByteArray& script)
{
    return littleEndian(satoshi, 8) + compactSize(static_cast<quint64>(script.size())) + script;
}

/// Regtest halves every 150 blocks.
quint64 subsidy(int height)
{
    return 5'000'000'000ULL >> (height / 150);
}

QByteArray coinbase(const ChainRules& rules, int height)
{
    QByteArray signature = push(height);
    if (rules.padsEveryScript || height <= 16)
        signature.append('\0');
    QByteArray outputs = output(subsidy(height), rules.script);
    if (rules.hasWitnessCommitment)
        outputs +=
            output(0, hex("6a24aa21a9ede2f61c3f71d1defd3fa999dfa36953755c690689799962b48bebd836974e8cf9"));
    const auto lock = static_cast<quint64>(height - 1);
    return littleEndian(2, 4) + compactSize(1) + QByteArray(32, '\0') + littleEndian(0xffffffff, 4) +
           compactSize(static_cast<quint64>(signature.size())) + signature +
           littleEndian(rules.hasHeightLock ? 0xfffffffe : 0xffffffff, 4) +
           compactSize(rules.hasWitnessCommitment ? 2 : 1) + outputs +
           littleEndian(rules.hasHeightLock ? lock : 0, 4);
}

/// The easiest target of all: 0x7fffff followed by 29 zero bytes.
bool isMined(const QByteArray& hash)
{
    const QByteArray number = reversed(hash);
    return number <= hex("7fffff") + QByteArray(29, '\0');
}

QByteArray mined(quint32 version, const QByteArray& previous, const QByteArray& merkle, quint32 time)
{
    for (quint32 nonce = 0;; ++nonce) {
        const QByteArray header = littleEndian(version, 4) + previous + merkle + littleEndian(time, 4) +
                                  littleEndian(easiestBits, 4) + littleEndian(nonce, 4);
        if (isMined(doubleSha256Of(header)))
            return header;
    }
}

quint32 timeAfter(const std::vector<quint32>& times)
{
    std::vector<quint32> last(
        times.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(times.size(), 11)), times.end());
    std::sort(last.begin(), last.end());
    return std::max(last[last.size() / 2] + 1, genesisTime + 1);
}

QByteArray genesisHeader()
{
    return littleEndian(1, 4) + QByteArray(32, '\0') +
           reversed(hex("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b")) +
           littleEndian(genesisTime, 4) + littleEndian(easiestBits, 4) + littleEndian(2, 4);
}

DeterministicChain chain(const ChainRules& rules)
{
    DeterministicChain chain;
    chain.snapshot.network = BitcoinNetwork::Regtest;
    chain.headers.push_back(genesisHeader());
    std::vector<quint32> times{genesisTime};
    for (int height = 1; height <= rules.blocks; ++height) {
        times.push_back(rules.hasMedianTimes ? timeAfter(times) : genesisTime + static_cast<quint32>(height));
        const QByteArray txid = doubleSha256Of(coinbase(rules, height));
        chain.headers.push_back(
            mined(rules.blockVersion, doubleSha256Of(chain.headers.back()), txid, times.back()));
        // Scripts to a key's hash are stored as selector 0 and the hash alone.
        const bool isToKeyHash = rules.script.startsWith(hex("76a914"));
        const QByteArray stored = isToKeyHash ? '\0' + rules.script.mid(3, 20) : plainScript(rules.script);
        chain.snapshot.transactions.push_back(
            {txid, {{0, static_cast<quint32>(height), true, subsidy(height), stored}}});
    }
    chain.snapshot.baseHash = doubleSha256Of(chain.headers.back());
    std::sort(chain.snapshot.transactions.begin(), chain.snapshot.transactions.end(),
              [](const WrittenTransaction& a, const WrittenTransaction& b) { return a.txid < b.txid; });
    return chain;
}

ChainRules frameworkRules()
{
    ChainRules rules;
    rules.script = hex("76a9142b4569203694fc997e13f2c0a1383b9e16c77a0d88ac");
    return rules;
}

/// A script that is stored as a selector and a hash or key.
QByteArray selected(char selector, const QByteArray& key)
{
    return selector + sha256Of(key).first(selector < 2 ? 20 : 32);
}

QByteArray raw(int size, const QByteArray& key)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += sha256Of(key + '-' + QByteArray::number(i));
    return plainScript(bytes.first(size));
}

std::vector<WrittenCoin> threeHundredCoins()
{
    std::vector<WrittenCoin> coins;
    for (int i = 0; i < 300; ++i)
        coins.push_back({static_cast<quint64>(i), 800'000, false, static_cast<quint64>(1000 + i),
                         raw(34, 'p' + QByteArray::number(i))});
    return coins;
}

} // namespace

DeterministicChain chainOfCore28()
{
    ChainRules rules = frameworkRules();
    rules.hasHeightLock = false;
    return chain(rules);
}

DeterministicChain chainOfCore30()
{
    return chain(frameworkRules());
}

DeterministicChain chainOfCore32()
{
    ChainRules rules = frameworkRules();
    rules.padsEveryScript = false;
    return chain(rules);
}

DeterministicChain chainOfFuzzing()
{
    ChainRules rules;
    rules.blocks = 200;
    rules.blockVersion = 4;
    rules.hasMedianTimes = false;
    rules.hasWitnessCommitment = false;
    rules.script = hex("00204ae81572f06e1b88fd5ced7a1a000945432e83e1551e6f721ee9c00b8cc33260");
    return chain(rules);
}

WrittenSnapshot variedSnapshot()
{
    const std::vector<std::vector<WrittenCoin>> coins{
        {{0, 1, true, 5'000'000'000, selected(4, "k0")}},
        {{0, 170, false, 1'000'000'000, selected(5, "k1")}},
        {{0, 100'000, false, 1, selected(2, "k2")}, {1, 100'000, false, 12'345, selected(3, "k3")}},
        {{253, 400'000, false, 546, selected(0, "k4")}, {65'536, 400'000, false, 330, selected(1, "k5")}},
        {{255, 500'000, false, 99'999'999, raw(34, "s0")},
         {16'512, 500'000, false, 0, raw(22, "s1")},
         {256, 500'000, false, 100'000'000, raw(22, "s2")}},
        threeHundredCoins(),
        {{0, 840'000, true, 312'500'000, raw(10'000, "big")}},
        {{0, 944'999, true, 312'512'345, raw(22, "s3")}},
    };
    WrittenSnapshot snapshot;
    snapshot.baseHash = sha256Of("holdline-base");
    for (std::size_t i = 0; i < coins.size(); ++i)
        snapshot.transactions.push_back(
            {sha256Of("holdline-tx-" + QByteArray::number(static_cast<int>(i))), coins[i]});
    std::sort(snapshot.transactions.begin(), snapshot.transactions.end(),
              [](const WrittenTransaction& a, const WrittenTransaction& b) { return a.txid < b.txid; });
    return snapshot;
}

} // namespace holdline::testing
