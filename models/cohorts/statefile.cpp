// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/statefile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/sha256.h"
#include "models/foundation/savefile.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace holdline {

namespace {

constexpr QByteArrayView mark("HLCOINS\n", 8);
constexpr quint32 version = 1;
constexpr qsizetype digestBytes = 32;
constexpr qsizetype spendBytes = 24;

Error bad(const QString& reason)
{
    return cohortError(
        CohortFault::StateBad,
        QStringLiteral("The local copy of the node's coins cannot be used: %1. A new snapshot is "
                       "needed.")
            .arg(reason));
}

class Writer final {
public:
    template <typename Number>
    void add(Number n)
    {
        add(std::span<const Number>(&n, 1));
    }
    template <typename Number>
    void add(std::span<const Number> column)
    {
        const auto size = static_cast<qsizetype>(column.size_bytes());
        const auto at = m_bytes.size();
        m_bytes.resize(at + size);
        if (!column.empty())
            qToLittleEndian<Number>(column.data(), static_cast<qsizetype>(column.size()),
                                    m_bytes.data() + at);
    }
    void add(const BlockHash& hash) { add(std::span<const uchar>(hash.bytes)); }
    void add(const BlockChange& block)
    {
        add(block.hash);
        add(block.previous);
        add(block.height);
        add(block.time);
        add(block.created.value);
        add(block.created.count);
        add(block.created.coinbaseValue);
        add(static_cast<quint32>(block.spends.size()));
        for (const HeightSpend& spend : block.spends) {
            add(spend.height);
            add(spend.count);
            add(spend.value);
            add(spend.coinbaseValue);
        }
    }
    void reserve(qsizetype size) { m_bytes.reserve(size); }
    [[nodiscard]] QByteArray take()
    {
        const auto digest = sha256(m_bytes);
        add(std::span<const uchar>(digest));
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
};

/// Zeros and a note when more is wanted than there is.
class Reader final {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    template <typename Number>
    Number number()
    {
        Number n = 0;
        if (const auto bytes = taken(sizeof n); !bytes.isEmpty())
            n = qFromLittleEndian<Number>(bytes.data());
        return n;
    }
    template <typename Number>
    std::vector<Number> column(quint32 count)
    {
        const auto bytes = taken(qsizetype{count} * static_cast<qsizetype>(sizeof(Number)));
        std::vector<Number> numbers(static_cast<std::size_t>(bytes.size()) / sizeof(Number));
        if (!numbers.empty())
            qFromLittleEndian<Number>(bytes.data(), static_cast<qsizetype>(numbers.size()), numbers.data());
        return numbers;
    }
    BlockHash hash()
    {
        const auto bytes = taken(digestBytes);
        return bytes.isEmpty() ? BlockHash{}
                               : BlockHash::fromBytes(reinterpret_cast<const uchar*>(bytes.data()));
    }
    BlockChange block()
    {
        BlockChange block;
        block.hash = hash();
        block.previous = hash();
        block.height = number<quint32>();
        block.time = number<quint32>();
        block.created.value = number<qint64>();
        block.created.count = number<qint64>();
        block.created.coinbaseValue = number<qint64>();
        const auto spends = number<quint32>();
        if (qsizetype{spends} > m_rest.size() / spendBytes)
            m_isShort = true;
        for (quint32 i = 0; i < spends && !m_isShort; ++i) {
            HeightSpend spend;
            spend.height = number<quint32>();
            spend.count = number<quint32>();
            spend.value = number<qint64>();
            spend.coinbaseValue = number<qint64>();
            block.spends.push_back(spend);
        }
        return block;
    }
    QByteArrayView taken(qsizetype size)
    {
        if (m_isShort || size > m_rest.size()) {
            m_isShort = true;
            return {};
        }
        const auto bytes = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return bytes;
    }
    [[nodiscard]] bool isShort() const { return m_isShort; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isShort = false;
};

/// What cannot be in the columns would overflow sums before it is looked at.
bool isPlausible(const BlockChange& block)
{
    constexpr qint64 most = qint64{1} << 61;
    qint64 moved = 0;
    const auto fits = [&moved](qint64 value, qint64 coinbase) {
        const bool isWithin = value >= 0 && value <= most - moved && coinbase >= 0 && coinbase <= value;
        moved += isWithin ? value : 0;
        return isWithin;
    };
    return fits(block.created.value, block.created.coinbaseValue) && block.created.count >= 0 &&
           block.created.count <= most &&
           std::all_of(block.spends.begin(), block.spends.end(),
                       [&fits](const HeightSpend& spend) { return fits(spend.value, spend.coinbaseValue); });
}

bool isPlausible(const std::vector<qint64>& values)
{
    qint64 sum = 0;
    return std::all_of(values.begin(), values.end(), [&sum](qint64 value) {
        constexpr qint64 most = qint64{1} << 61;
        const bool isWithin = value >= 0 && value <= most - sum;
        sum += isWithin ? value : 0;
        return isWithin;
    });
}

Result<ChainState> decodeBody(Reader reader, BitcoinNetwork network)
{
    ChainState::Parts parts{network, {}, {}, {}, {}};
    const auto heights = reader.number<quint32>();
    const auto hashes = reader.number<quint32>();
    const auto blocks = reader.number<quint32>();
    auto values = reader.column<qint64>(heights);
    auto coinbaseValues = reader.column<qint64>(heights);
    auto counts = reader.column<quint32>(heights);
    auto times = reader.column<quint32>(heights);
    for (quint32 i = 0; i < hashes && !reader.isShort(); ++i)
        parts.hashes.push_back(reader.hash());
    bool isSound = isPlausible(values) && isPlausible(coinbaseValues);
    for (quint32 i = 0; i < blocks && !reader.isShort() && isSound; ++i) {
        parts.journal.push_back(reader.block());
        isSound = isPlausible(parts.journal.back());
    }
    if (reader.isShort() || !isSound || !reader.isAtEnd())
        return bad(QStringLiteral("its numbers cannot be"));
    parts.table = HeightTable(std::move(values), std::move(counts), std::move(coinbaseValues));
    parts.times = BlockTimes(std::move(times));
    return ChainState::fromParts(std::move(parts));
}

} // namespace

QByteArray encodeState(const ChainState& state)
{
    const ChainState::Parts& parts = state.parts();
    const NetworkMagic network = networkMagic(parts.network);
    Writer writer;
    writer.reserve(static_cast<qsizetype>(parts.table.heights()) * 24 + (16 << 20));
    writer.add(std::span(reinterpret_cast<const uchar*>(mark.data()), static_cast<std::size_t>(mark.size())));
    writer.add(version);
    writer.add(std::span<const uchar>(network));
    writer.add(static_cast<quint32>(parts.table.heights()));
    writer.add(static_cast<quint32>(parts.hashes.size()));
    writer.add(static_cast<quint32>(parts.journal.size()));
    writer.add(parts.table.values());
    writer.add(parts.table.coinbaseValues());
    writer.add(parts.table.counts());
    writer.add(parts.times.times());
    for (const BlockHash& hash : parts.hashes)
        writer.add(hash);
    for (const BlockChange& block : parts.journal)
        writer.add(block);
    return writer.take();
}

Result<ChainState> decodeState(QByteArrayView bytes, BitcoinNetwork network)
{
    if (!bytes.startsWith(mark))
        return bad(QStringLiteral("it is another kind of file"));
    if (bytes.size() < mark.size() + digestBytes)
        return bad(QStringLiteral("it is cut"));
    Reader reader(bytes.first(bytes.size() - digestBytes));
    reader.taken(mark.size());
    const auto digest = sha256(bytes.first(bytes.size() - digestBytes));
    if (std::memcmp(digest.data(), bytes.last(digestBytes).data(), digest.size()) != 0)
        return bad(QStringLiteral("it is not as it was written"));
    if (const auto found = reader.number<quint32>(); found != version)
        return bad(QStringLiteral("it is of version %1, and version %2 is readable").arg(found).arg(version));
    const auto magic = reader.column<uchar>(4);
    const NetworkMagic wanted = networkMagic(network);
    if (!std::equal(magic.begin(), magic.end(), wanted.begin(), wanted.end()))
        return bad(QStringLiteral("it is not of the network “%1”").arg(chainName(network)));
    return decodeBody(reader, network);
}

Result<Done> saveState(const QString& path, const ChainState& state)
{
    return saveFile(path, encodeState(state));
}

Result<ChainState> loadState(const QString& path, BitcoinNetwork network)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    return decodeState(file.readAll(), network);
}

} // namespace holdline
