// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/snapshotreader.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/corenumbers.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace holdline {

namespace {

constexpr uchar magic[] = {'u', 't', 'x', 'o', 0xff};
constexpr quint32 readableVersion = 2;
constexpr std::size_t versionAt = 5;
constexpr std::size_t networkAt = 7;
constexpr std::size_t hashAt = 11;
constexpr std::size_t headerSize = 51;
constexpr std::size_t legacyHeaderSize = 40;
/// More coins than this are the sign of another kind of file.
constexpr quint64 plausibleCoins = quint64{1} << 36;

constexpr quint32 heightLimit = 10'000'000;
constexpr std::size_t txidBytes = 32;

/// A coin or the head of a transaction, without its script, is shorter than this even when it is invalid.
constexpr std::size_t longestItem = 96;

/// What is summed up for one height; a row lies in one line of the cache.
struct alignas(16) Row {
    qint64 value = 0;
    quint64 count = 0;
};

/// Sums are made for this many heights together, when the first of them is met.
constexpr quint32 pageHeights = 4096;
struct Page {
    std::array<Row, pageHeights> rows{};
    std::array<qint64, pageHeights> coinbaseValues{};
};

/// A coin whose row was asked for, so that it is in the cache by the time it is added.
struct AwaitedCoin {
    Row* row = nullptr;
    qint64 amount = 0;
};
constexpr std::size_t awaitedCoins = 64;

enum class Flaw {
    None,
    Count,      ///< outputs of a transaction
    Number,     ///< not in its one form
    Height,     ///< above the base
    Amount,     ///< above 21 million
    Sum,        ///< above 21 million
    ScriptSize, ///< above what can be spent
};

QString flawText(Flaw flaw)
{
    switch (flaw) {
    case Flaw::None:
        break;
    case Flaw::Count:
        return QStringLiteral("a transaction has no coins, or more than are left");
    case Flaw::Number:
        return QStringLiteral("a number is not written as it must be");
    case Flaw::Height:
        return QStringLiteral("a coin is from a block after the snapshot's own");
    case Flaw::Amount:
        return QStringLiteral("a coin holds more than 21 million bitcoin");
    case Flaw::Sum:
        return QStringLiteral("the coins hold more than 21 million bitcoin together");
    case Flaw::ScriptSize:
        return QStringLiteral("a script is longer than any that can be spent");
    }
    return {};
}

Error notASnapshot()
{
    return cohortError(
        CohortFault::SnapKind,
        QStringLiteral("This is no snapshot of unspent outputs. Readable is what dumptxoutset of "
                       "Bitcoin Core 22 and later writes."));
}

/// A coin as it stands in the file.
struct Coin {
    quint32 code = 0; ///< twice the height, and one more for a coinbase
    qint64 amount = 0;
    quint32 script = 0; ///< bytes that follow
};

/// A coin from its height on.
inline Flaw readCoin(const uchar*& at, quint32 lastHeight, Coin& coin)
{
    if (!readVarint(at, coin.code))
        return Flaw::Number;
    if (coin.code >> 1 > lastHeight)
        return Flaw::Height;
    quint64 compressed = 0;
    if (!readVarint(at, compressed))
        return Flaw::Number;
    if (!decodeAmount(compressed, coin.amount))
        return Flaw::Amount;
    quint32 selector = 0;
    if (!readVarint(at, selector))
        return Flaw::Number;
    coin.script = scriptBytes(selector);
    return coin.script > mostScriptBytes ? Flaw::ScriptSize : Flaw::None;
}

enum class Layout { Unknown, Grouped, Legacy };

} // namespace

class SnapshotReader::Private final {
public:
    explicit Private(const SnapshotOptions& options);

    std::optional<Error> feed(const uchar* at, const uchar* end);
    Result<Snapshot> finish();

    qint64 bytes = 0;  ///< taken
    quint64 coins = 0; ///< read, but perhaps for the script of the last
    quint64 count = 0; ///< as the header says

private:
    std::optional<Error> takeHeader(const uchar*& at, const uchar* end);
    [[nodiscard]] std::optional<Error> headerFault() const;
    template <Layout layoutOfFile>
    Flaw takeItem(const uchar*& at, const uchar* realEnd);
    template <Layout layoutOfFile>
    void takeWholeItems(const uchar*& at, const uchar* end);
    void takeCutItem(const uchar*& at, const uchar* end);
    void skipScript(const uchar*& at, const uchar* end);
    Flaw add(const Coin& coin);
    Page& pageOf(quint32 height);
    void await(Row* row, qint64 amount);
    void addAwaited();
    std::optional<Error> takeBody(const uchar* at, const uchar* end);
    [[nodiscard]] Error corrupt(const QString& reason) const;
    [[nodiscard]] Error tooShort() const;
    [[nodiscard]] quint32 largestHeight() const;
    [[nodiscard]] Result<Snapshot> reduced() const;

    BitcoinNetwork network;
    bool knowsBase;
    quint32 lastHeight; ///< the largest that is allowed
    Layout layout = Layout::Unknown;
    BlockHash baseHash;
    std::vector<std::unique_ptr<Page>> pages;
    Row nowhere; ///< of a coin that is none
    std::array<AwaitedCoin, awaitedCoins> awaited;
    qint64 sum = 0;
    quint64 groupLeft = 0;  ///< coins left in the transaction
    quint32 scriptLeft = 0; ///< bytes to pass over
    Flaw flaw = Flaw::None;
    /// Bytes of the header or of an item whose end is still to come. Zeros behind them.
    std::array<uchar, 2 * longestItem> carried{};
    std::size_t carriedSize = 0;
};

SnapshotReader::Private::Private(const SnapshotOptions& options)
    : network(options.network),
      knowsBase(options.baseHeight.has_value()),
      lastHeight(std::min(options.baseHeight.value_or(heightLimit - 1), heightLimit - 1)),
      pages(lastHeight / pageHeights + 1)
{
    awaited.fill({&nowhere, 0});
}

Error SnapshotReader::Private::corrupt(const QString& reason) const
{
    return cohortError(CohortFault::SnapCorrupt,
                       QStringLiteral("The file is damaged before byte %1, after %2 of %3 coins: %4.")
                           .arg(bytes)
                           .arg(coins)
                           .arg(count)
                           .arg(reason));
}

Error SnapshotReader::Private::tooShort() const
{
    if (layout == Layout::Unknown)
        return cohortError(CohortFault::SnapShort,
                           QStringLiteral("The file ends at byte %1, within its header.").arg(bytes));
    return cohortError(CohortFault::SnapShort,
                       QStringLiteral("The file ends at byte %1, after %2 of %3 coins.")
                           .arg(bytes)
                           .arg(scriptLeft > 0 ? coins - 1 : coins)
                           .arg(count));
}

/// What the part of the header that is here says against the file.
std::optional<Error> SnapshotReader::Private::headerFault() const
{
    if (carriedSize < networkAt)
        return std::nullopt;
    const auto version = littleEndian(carried.data() + versionAt, 2);
    if (version != readableVersion)
        return cohortError(CohortFault::SnapVersion,
                           QStringLiteral("The snapshot is of version %1. Version 2 is readable, written by "
                                          "Bitcoin Core 28 and later, and the layout without a version of "
                                          "Bitcoin Core 22 to 27.")
                               .arg(version));
    if (carriedSize < hashAt)
        return std::nullopt;
    NetworkMagic found;
    std::copy_n(carried.begin() + networkAt, found.size(), found.begin());
    const auto foundNetwork = networkOfMagic(found);
    if (foundNetwork == network)
        return std::nullopt;
    return cohortError(
        CohortFault::SnapNetwork,
        QStringLiteral("The snapshot is of the network “%1”, but “%2” is selected.")
            .arg(foundNetwork ? chainName(*foundNetwork) : QStringLiteral("unknown"), chainName(network)));
}

/// Takes as much of the header as there is; the layout is known when all of it was.
std::optional<Error> SnapshotReader::Private::takeHeader(const uchar*& at, const uchar* end)
{
    const auto hold = [&](std::size_t size) {
        const auto taken = std::min(size - std::min(size, carriedSize), static_cast<std::size_t>(end - at));
        std::copy_n(at, taken, carried.begin() + static_cast<std::ptrdiff_t>(carriedSize));
        at += taken;
        bytes += static_cast<qint64>(taken);
        carriedSize += taken;
        return carriedSize >= size;
    };
    if (!hold(sizeof magic))
        return std::nullopt;
    const bool isLegacy = std::memcmp(carried.data(), magic, sizeof magic) != 0;
    const bool isWhole = hold(isLegacy ? legacyHeaderSize : headerSize);
    const std::size_t beforeHash = isLegacy ? 0 : hashAt;
    if (!isLegacy) {
        if (auto fault = headerFault())
            return fault;
    }
    if (!isWhole)
        return std::nullopt;
    baseHash = BlockHash::fromBytes(carried.data() + beforeHash);
    count = littleEndian(carried.data() + beforeHash + baseHash.bytes.size(), 8);
    if (isLegacy && (count == 0 || count >= plausibleCoins))
        return notASnapshot();
    layout = isLegacy ? Layout::Legacy : Layout::Grouped;
    carried.fill(0);
    carriedSize = 0;
    return std::nullopt;
}

inline Page& SnapshotReader::Private::pageOf(quint32 height)
{
    std::unique_ptr<Page>& page = pages[height / pageHeights];
    if (!page) [[unlikely]]
        page = std::make_unique<Page>();
    return *page;
}

/// Heights come in no order, so that nearly every row is far away: coins are added some coins later.
inline void SnapshotReader::Private::await(Row* row, qint64 amount)
{
    __builtin_prefetch(row, 1);
    AwaitedCoin& slot = awaited[coins % awaitedCoins];
    slot.row->value += slot.amount;
    slot.row->count += 1;
    slot = {row, amount};
}

void SnapshotReader::Private::addAwaited()
{
    for (AwaitedCoin& slot : awaited) {
        slot.row->value += slot.amount;
        slot.row->count += 1;
        slot = {&nowhere, 0};
    }
}

inline Flaw SnapshotReader::Private::add(const Coin& coin)
{
    if (coin.amount > mostSatoshi - sum)
        return Flaw::Sum;
    sum += coin.amount;
    const quint32 height = coin.code >> 1;
    Page& page = pageOf(height);
    if (coin.code & 1)
        page.coinbaseValues[height % pageHeights] += coin.amount;
    await(&page.rows[height % pageHeights], coin.amount);
    ++coins;
    return Flaw::None;
}

/// The head of a transaction, or a coin but for its script: `longestItem` bytes must be readable. What is
/// read is added only when it ends at `realEnd` or before.
template <Layout layoutOfFile>
inline Flaw SnapshotReader::Private::takeItem(const uchar*& at, const uchar* realEnd)
{
    quint64 number = 0;
    if constexpr (layoutOfFile == Layout::Legacy) {
        at += txidBytes + 4;
    } else {
        if (groupLeft == 0) {
            at += txidBytes;
            if (!readCompactSize(at, number))
                return Flaw::Number;
            if (number == 0 || number > count - coins)
                return Flaw::Count;
            if (at <= realEnd)
                groupLeft = number;
            return Flaw::None;
        }
        if (!readCompactSize(at, number))
            return Flaw::Number;
    }
    Coin coin;
    const Flaw found = readCoin(at, lastHeight, coin);
    if (found != Flaw::None || at > realEnd)
        return found;
    scriptLeft = coin.script;
    groupLeft -= layoutOfFile == Layout::Grouped;
    return add(coin);
}

inline void SnapshotReader::Private::skipScript(const uchar*& at, const uchar* end)
{
    const auto skipped =
        std::min(scriptLeft, static_cast<quint32>(std::min<std::ptrdiff_t>(end - at, mostScriptBytes)));
    at += skipped;
    scriptLeft -= skipped;
}

/// As long as the longest item would be there whole.
template <Layout layoutOfFile>
void SnapshotReader::Private::takeWholeItems(const uchar*& at, const uchar* end)
{
    while (coins != count && end - at >= static_cast<std::ptrdiff_t>(longestItem)) {
        flaw = takeItem<layoutOfFile>(at, end);
        if (flaw != Flaw::None)
            return;
        skipScript(at, end);
    }
}

/// One item that was cut, or may be: looked at together with what was carried, and zeros behind it. Nothing
/// is left of the piece when it is still cut.
void SnapshotReader::Private::takeCutItem(const uchar*& at, const uchar* end)
{
    const auto added = std::min(static_cast<std::size_t>(end - at), longestItem);
    std::copy_n(at, added, carried.begin() + static_cast<std::ptrdiff_t>(carriedSize));
    const uchar* item = carried.data();
    const uchar* const realEnd = item + carriedSize + added;
    const Flaw found = layout == Layout::Legacy ? takeItem<Layout::Legacy>(item, realEnd)
                                                : takeItem<Layout::Grouped>(item, realEnd);
    if (item > realEnd) {
        at += added;
        carriedSize += added;
        return;
    }
    flaw = found;
    at += item - carried.data() - static_cast<std::ptrdiff_t>(carriedSize);
    carried.fill(0);
    carriedSize = 0;
    skipScript(at, end);
}

std::optional<Error> SnapshotReader::Private::takeBody(const uchar* at, const uchar* end)
{
    const uchar* const begin = at;
    skipScript(at, end);
    while (flaw == Flaw::None && at != end && coins != count) {
        if (carriedSize > 0 || end - at < static_cast<std::ptrdiff_t>(longestItem))
            takeCutItem(at, end);
        else if (layout == Layout::Legacy)
            takeWholeItems<Layout::Legacy>(at, end);
        else
            takeWholeItems<Layout::Grouped>(at, end);
    }
    bytes += at - begin;
    if (flaw != Flaw::None)
        return corrupt(flawText(flaw));
    if (at == end)
        return std::nullopt;
    return cohortError(
        CohortFault::SnapLong,
        QStringLiteral("The file goes on at byte %1, after the last of its %2 coins.").arg(bytes).arg(count));
}

std::optional<Error> SnapshotReader::Private::feed(const uchar* at, const uchar* end)
{
    if (layout == Layout::Unknown) {
        if (auto fault = takeHeader(at, end); fault || layout == Layout::Unknown)
            return fault;
    }
    return at == end ? std::nullopt : takeBody(at, end);
}

Result<Snapshot> SnapshotReader::Private::finish()
{
    // Nothing of fewer bytes than the old header can be told from another kind of file but by the mark.
    if (layout == Layout::Unknown && std::memcmp(carried.data(), magic, std::min(carriedSize, sizeof magic)))
        return notASnapshot();
    if (layout == Layout::Unknown || coins != count || scriptLeft > 0)
        return tooShort();
    addAwaited();
    return reduced();
}

/// The largest height with a coin; 0 without any.
quint32 SnapshotReader::Private::largestHeight() const
{
    for (std::size_t page = pages.size(); page-- > 0;) {
        for (quint32 row = pageHeights; pages[page] && row-- > 0;) {
            if (pages[page]->rows[row].count > 0)
                return static_cast<quint32>(page) * pageHeights + row;
        }
    }
    return 0;
}

Result<Snapshot> SnapshotReader::Private::reduced() const
{
    Snapshot snapshot;
    snapshot.baseHash = baseHash;
    snapshot.isLegacy = layout == Layout::Legacy;
    snapshot.baseHeight = knowsBase ? lastHeight : largestHeight();
    if (sum > issuedSatoshi(network, snapshot.baseHeight))
        return corrupt(QStringLiteral("the coins hold more than was ever issued up to height %1")
                           .arg(snapshot.baseHeight));
    const std::size_t heights = std::size_t{snapshot.baseHeight} + 1;
    std::vector<qint64> values(heights);
    std::vector<quint32> counts(heights);
    std::vector<qint64> coinbaseValues(heights);
    for (std::size_t h = 0; h < heights; ++h) {
        const auto& page = pages[h / pageHeights];
        if (!page)
            continue;
        const Row& row = page->rows[h % pageHeights];
        if (row.count > std::numeric_limits<quint32>::max())
            return corrupt(QStringLiteral("a block has more coins than a block can make"));
        values[h] = row.value;
        counts[h] = static_cast<quint32>(row.count);
        coinbaseValues[h] = page->coinbaseValues[h % pageHeights];
    }
    snapshot.table = HeightTable(std::move(values), std::move(counts), std::move(coinbaseValues));
    return snapshot;
}

SnapshotReader::SnapshotReader(const SnapshotOptions& options) : d(std::make_unique<Private>(options)) {}
SnapshotReader::~SnapshotReader() = default;

Result<Done> SnapshotReader::feed(QByteArrayView piece)
{
    if (m_error)
        return *m_error;
    const auto* const at = reinterpret_cast<const uchar*>(piece.data());
    m_error = d->feed(at, at + piece.size());
    if (m_error)
        return *m_error;
    return Done{};
}

Result<Snapshot> SnapshotReader::finish()
{
    if (m_error)
        return *m_error;
    return d->finish();
}

qint64 SnapshotReader::bytesRead() const
{
    return d->bytes;
}

quint64 SnapshotReader::coinsRead() const
{
    return d->coins;
}

quint64 SnapshotReader::coinCount() const
{
    return d->count;
}

} // namespace holdline
