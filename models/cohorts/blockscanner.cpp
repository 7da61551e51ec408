// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockscanner.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/jsontokens.h"
#include "models/cohorts/satoshitext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace holdline {

namespace {

/// Where in the answer an object or array is.
enum class Place : uchar {
    Answer, ///< the outermost; a bare block too
    Block,
    Transactions,
    Transaction,
    Inputs,
    Input,
    Prevout,
    Outputs,
    Output,
    Script,
    Refusal,
    Other, ///< of no interest, with all that is in it
};

enum class Key : uchar {
    None,
    Result,
    Error,
    Hash,
    Height,
    Time,
    Previous,
    Transactions,
    Inputs,
    Outputs,
    Coinbase,
    Prevout,
    Value,
    Generated,
    Script,
    Hex,
    Code,
    Message,
};

template <std::size_t size>
bool is(QByteArrayView name, const char (&text)[size])
{
    return name.size() == size - 1 && std::memcmp(name.data(), text, size - 1) == 0;
}

Key blockKey(QByteArrayView name)
{
    return is(name, "tx")                  ? Key::Transactions
           : is(name, "hash")              ? Key::Hash
           : is(name, "height")            ? Key::Height
           : is(name, "time")              ? Key::Time
           : is(name, "previousblockhash") ? Key::Previous
                                           : Key::None;
}

Key keyOf(Place place, QByteArrayView name)
{
    switch (place) {
    case Place::Answer:
        return is(name, "result") ? Key::Result : is(name, "error") ? Key::Error : blockKey(name);
    case Place::Block:
        return blockKey(name);
    case Place::Transaction:
        return is(name, "vin") ? Key::Inputs : is(name, "vout") ? Key::Outputs : Key::None;
    case Place::Input:
        return is(name, "prevout") ? Key::Prevout : is(name, "coinbase") ? Key::Coinbase : Key::None;
    case Place::Prevout:
        return is(name, "value")       ? Key::Value
               : is(name, "height")    ? Key::Height
               : is(name, "generated") ? Key::Generated
                                       : Key::None;
    case Place::Output:
        return is(name, "value") ? Key::Value : is(name, "scriptPubKey") ? Key::Script : Key::None;
    case Place::Script:
        return is(name, "hex") ? Key::Hex : Key::None;
    case Place::Refusal:
        return is(name, "code") ? Key::Code : is(name, "message") ? Key::Message : Key::None;
    case Place::Transactions:
    case Place::Inputs:
    case Place::Outputs:
    case Place::Other:
        break;
    }
    return Key::None;
}

/// What kind of thing opens here; nothing when another kind of value belongs here.
std::optional<Place> opened(Place outer, Key key, bool isArray)
{
    switch (outer) {
    case Place::Transactions:
        return isArray ? std::nullopt : std::optional(Place::Transaction);
    case Place::Inputs:
        return isArray ? std::nullopt : std::optional(Place::Input);
    case Place::Outputs:
        return isArray ? std::nullopt : std::optional(Place::Output);
    default:
        break;
    }
    const auto place = [isArray](Place wanted, bool isArrayWanted) {
        return isArray == isArrayWanted ? std::optional(wanted) : std::nullopt;
    };
    switch (key) {
    case Key::None:
        return Place::Other;
    case Key::Result:
        return place(Place::Block, false);
    case Key::Error:
        return place(Place::Refusal, false);
    case Key::Transactions:
        return place(Place::Transactions, true);
    case Key::Inputs:
        return place(Place::Inputs, true);
    case Key::Outputs:
        return place(Place::Outputs, true);
    case Key::Prevout:
        return place(Place::Prevout, false);
    case Key::Script:
        return place(Place::Script, false);
    case Key::Hash:
    case Key::Height:
    case Key::Time:
    case Key::Previous:
    case Key::Coinbase:
    case Key::Value:
    case Key::Generated:
    case Key::Hex:
    case Key::Code:
    case Key::Message:
        break;
    }
    return std::nullopt;
}

/// A script that no one can spend: it is in no set of unspent outputs.
bool isUnspendable(QByteArrayView hex, qint64 length)
{
    constexpr qint64 mostDigits = 20'000;
    return length > mostDigits || (length >= 2 && hex[0] == '6' && (hex[1] == 'a' || hex[1] == 'A'));
}

QString unescaped(QByteArrayView bytes)
{
    const QByteArray array = "[\"" + bytes.toByteArray() + "\"]";
    const QString text = QJsonDocument::fromJson(array).array().at(0).toString();
    return text.isEmpty() ? QString::fromUtf8(bytes) : text;
}

/// More than this cannot be added up without care.
constexpr qint64 mostMoved = qint64{1} << 61;

/// Puts the tokens of an answer together to a block.
class BlockBuilder final {
public:
    bool open(bool isArray);
    bool close();
    bool key(QByteArrayView name)
    {
        m_key = keyOf(place(), name);
        return true;
    }
    bool text(QByteArrayView bytes, qint64 length);
    bool number(QByteArrayView digits);
    bool literal(char first);

    /// Of a complete answer.
    [[nodiscard]] Result<BlockChange> take();
    [[nodiscard]] const std::optional<RpcRefusal>& refusal() const { return m_refusal; }
    /// Why the reading was stopped.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    struct Transaction {
        bool hasInputs = false;
        bool hasOutputs = false;
        bool isCoinbase = false;
        CoinTotals made;
    };
    struct Input {
        bool isCoinbase = false;
        bool hasPrevout = false;
        std::optional<quint32> height;
        std::optional<qint64> value;
        std::optional<bool> isGenerated;
    };
    struct Output {
        std::optional<qint64> value;
        std::optional<bool> isUnspendable;
    };

    [[nodiscard]] Place place() const { return m_depth == 0 ? Place::Other : m_places[m_depth - 1]; }
    bool fail(const char* reason);
    bool begin(Place place);
    bool endTransaction();
    bool endInput();
    bool endOutput();
    [[nodiscard]] bool isMissing() const;

    std::array<Place, 256> m_places{};
    std::size_t m_depth = 0;
    Key m_key = Key::None;

    Transaction m_transaction;
    Input m_input;
    Output m_output;
    bool m_hasTransactions = false;
    std::optional<BlockHash> m_hash;
    std::optional<BlockHash> m_previous;
    std::optional<quint32> m_height;
    std::optional<quint32> m_time;
    CoinTotals m_created;
    std::vector<HeightSpend> m_spends;
    qint64 m_moved = 0;
    std::optional<RpcRefusal> m_refusal;
    std::optional<Error> m_error;
};

bool BlockBuilder::fail(const char* reason)
{
    m_error = cohortError(CohortFault::RpcAnswer,
                          QStringLiteral("The node's answer is no block with its spends: %1.")
                              .arg(QString::fromLatin1(reason)));
    return false;
}

bool BlockBuilder::begin(Place place)
{
    switch (place) {
    case Place::Transactions:
        return std::exchange(m_hasTransactions, true) ? fail("it has two lists of transactions") : true;
    case Place::Transaction:
        m_transaction = {};
        return true;
    case Place::Inputs:
        return std::exchange(m_transaction.hasInputs, true) ? fail("a transaction has two lists of inputs")
                                                            : true;
    case Place::Outputs:
        return std::exchange(m_transaction.hasOutputs, true) ? fail("a transaction has two lists of outputs")
                                                             : true;
    case Place::Input:
        m_input = {};
        return true;
    case Place::Prevout:
        m_input.hasPrevout = true;
        return true;
    case Place::Output:
        m_output = {};
        return true;
    case Place::Refusal:
        m_refusal = RpcRefusal{};
        return true;
    case Place::Answer:
    case Place::Block:
    case Place::Script:
    case Place::Other:
        break;
    }
    return true;
}

bool BlockBuilder::open(bool isArray)
{
    const bool isOutermost = m_depth == 0;
    const auto inner = isOutermost               ? (isArray ? std::nullopt : std::optional(Place::Answer))
                       : place() == Place::Other ? std::optional(Place::Other)
                                                 : opened(place(), m_key, isArray);
    if (!inner)
        return fail("a value is of the wrong kind");
    m_places[m_depth++] = *inner;
    m_key = Key::None;
    return begin(*inner);
}

bool BlockBuilder::close()
{
    m_key = Key::None;
    switch (m_places[--m_depth]) {
    case Place::Transaction:
        return endTransaction();
    case Place::Input:
        return endInput();
    case Place::Output:
        return endOutput();
    case Place::Answer:
    case Place::Block:
    case Place::Transactions:
    case Place::Inputs:
    case Place::Prevout:
    case Place::Outputs:
    case Place::Script:
    case Place::Refusal:
    case Place::Other:
        break;
    }
    return true;
}

bool BlockBuilder::endTransaction()
{
    if (!m_transaction.hasInputs || !m_transaction.hasOutputs)
        return fail("a transaction has no inputs or no outputs");
    m_created.value += m_transaction.made.value;
    m_created.count += m_transaction.made.count;
    if (m_transaction.isCoinbase)
        m_created.coinbaseValue += m_transaction.made.value;
    return true;
}

bool BlockBuilder::endInput()
{
    if (m_input.isCoinbase) {
        m_transaction.isCoinbase = true;
        return true;
    }
    if (!m_input.hasPrevout) {
        m_error =
            cohortError(CohortFault::RpcNoUndo,
                        QStringLiteral("The node does not say what this block spent: it no longer has the "
                                       "undo data of the block. A new snapshot is needed."));
        return false;
    }
    if (!m_input.height || !m_input.value || !m_input.isGenerated)
        return fail("an input does not say the height, the amount and the kind of what it spends");
    m_moved += *m_input.value;
    if (m_moved > mostMoved)
        return fail("more is moved than there is");
    m_spends.push_back({*m_input.height, *m_input.value, 1, *m_input.isGenerated ? *m_input.value : 0});
    return true;
}

bool BlockBuilder::endOutput()
{
    if (!m_output.value || !m_output.isUnspendable)
        return fail("an output has no amount or no script");
    if (*m_output.isUnspendable)
        return true;
    m_moved += *m_output.value;
    if (m_moved > mostMoved)
        return fail("more is moved than there is");
    m_transaction.made.value += *m_output.value;
    ++m_transaction.made.count;
    return true;
}

bool BlockBuilder::text(QByteArrayView bytes, qint64 length)
{
    switch (m_key) {
    case Key::None:
        // Verbosity 1 lists transactions by their names alone.
        return place() == Place::Transactions || place() == Place::Inputs || place() == Place::Outputs
                   ? fail("its transactions are not spelled out")
                   : true;
    case Key::Hash:
        m_hash = BlockHash::fromRpc(bytes);
        return m_hash ? true : fail("its hash is none");
    case Key::Previous:
        m_previous = BlockHash::fromRpc(bytes);
        return m_previous ? true : fail("the hash before it is none");
    case Key::Hex:
        m_output.isUnspendable = isUnspendable(bytes, length);
        return true;
    case Key::Coinbase:
        m_input.isCoinbase = true;
        return true;
    case Key::Message:
        m_refusal->message = unescaped(bytes);
        return true;
    case Key::Error:
        m_refusal = RpcRefusal{0, unescaped(bytes)};
        return true;
    case Key::Result:
    case Key::Height:
    case Key::Time:
    case Key::Transactions:
    case Key::Inputs:
    case Key::Outputs:
    case Key::Prevout:
    case Key::Value:
    case Key::Generated:
    case Key::Script:
    case Key::Code:
        break;
    }
    return fail("a text stands where none belongs");
}

bool BlockBuilder::number(QByteArrayView digits)
{
    switch (m_key) {
    case Key::None:
        return place() == Place::Transactions || place() == Place::Inputs || place() == Place::Outputs
                   ? fail("a number stands where none belongs")
                   : true;
    case Key::Value: {
        const auto satoshi = parseSatoshi(digits);
        (place() == Place::Output ? m_output.value : m_input.value) = satoshi;
        return satoshi ? true : fail("an amount is not written with up to eight decimals");
    }
    case Key::Height: {
        const auto height = parseWhole(digits);
        (place() == Place::Prevout ? m_input.height : m_height) = height;
        return height ? true : fail("a height is no whole number");
    }
    case Key::Time:
        m_time = parseWhole(digits);
        return m_time ? true : fail("its time is no whole number");
    case Key::Code:
        m_refusal->code = digits.toByteArray().toInt();
        return true;
    case Key::Result:
    case Key::Error:
    case Key::Hash:
    case Key::Previous:
    case Key::Transactions:
    case Key::Inputs:
    case Key::Outputs:
    case Key::Coinbase:
    case Key::Prevout:
    case Key::Generated:
    case Key::Script:
    case Key::Hex:
    case Key::Message:
        break;
    }
    return fail("a number stands where none belongs");
}

bool BlockBuilder::literal(char first)
{
    if (m_key == Key::Generated && first != 'n') {
        m_input.isGenerated = first == 't';
        return true;
    }
    const bool isNothing =
        first == 'n' && (m_key == Key::Result || m_key == Key::Error || m_key == Key::Message);
    const bool isOther = m_key == Key::None && place() != Place::Transactions && place() != Place::Inputs &&
                         place() != Place::Outputs;
    return isNothing || isOther ? true : fail("a value is of the wrong kind");
}

bool BlockBuilder::isMissing() const
{
    return !m_hasTransactions || !m_hash || !m_height || !m_time || (!m_previous && *m_height > 0);
}

Result<BlockChange> BlockBuilder::take()
{
    if (m_refusal)
        return refusalError(*m_refusal);
    if (isMissing()) {
        fail("it lacks its hash, height, time, the hash before it or its transactions");
        return *m_error;
    }
    BlockChange block;
    block.hash = *m_hash;
    block.previous = m_previous.value_or(BlockHash{});
    block.height = *m_height;
    block.time = *m_time;
    block.created = m_created;
    block.spends = summedSpends(std::move(m_spends));
    return block;
}

} // namespace

class BlockScanner::Private final {
public:
    BlockBuilder builder;
    JsonTokens<BlockBuilder> tokens{builder};
    std::optional<Error> error;
};

BlockScanner::BlockScanner() : d(std::make_unique<Private>()) {}
BlockScanner::~BlockScanner() = default;

void BlockScanner::reset()
{
    d = std::make_unique<Private>();
}

Result<Done> BlockScanner::feed(QByteArrayView piece)
{
    using State = JsonTokens<BlockBuilder>::State;
    if (!d->error) {
        const State state = d->tokens.feed(piece);
        if (state == State::Stopped)
            d->error = d->builder.error();
        else if (state == State::Bad)
            d->error = cohortError(
                CohortFault::RpcAnswer,
                QStringLiteral("The node's answer is no JSON at byte %1.").arg(d->tokens.bytes()));
    }
    if (d->error)
        return *d->error;
    return Done{};
}

Result<BlockChange> BlockScanner::finish()
{
    using State = JsonTokens<BlockBuilder>::State;
    if (d->error)
        return *d->error;
    if (d->tokens.state() != State::Complete)
        return cohortError(
            CohortFault::RpcCut,
            QStringLiteral("The node's answer ends at byte %1, before its end.").arg(d->tokens.bytes()));
    return d->builder.take();
}

const std::optional<RpcRefusal>& BlockScanner::refusal() const
{
    return d->builder.refusal();
}

Result<BlockChange> scanBlock(QByteArrayView answer)
{
    BlockScanner scanner;
    const auto fed = scanner.feed(answer);
    if (fed.hasError())
        return fed.error();
    return scanner.finish();
}

} // namespace holdline
