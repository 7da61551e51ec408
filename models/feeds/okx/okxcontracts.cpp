// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxcontracts.h"

#include "models/feeds/okx/okxproduct.h"

#include <utility>

namespace holdline {

namespace {

OkxContract linear(const char* value)
{
    return {Amount::parse(value).value_or(Amount{}), false};
}

OkxContract inverse(const char* value)
{
    return {Amount::parse(value).value_or(Amount{}), true};
}

/// A multiplier that is not given is 1.
std::optional<Amount> valueOf(const OkxContractTokens& tokens)
{
    const auto value = tokens.value.amount();
    if (!value || value->units <= 0)
        return std::nullopt;
    if (tokens.multiplier.plain().empty())
        return value;
    const auto multiplier = tokens.multiplier.amount();
    const auto whole = multiplier ? okxProduct(*value, *multiplier) : std::nullopt;
    return whole && whole->units > 0 ? whole : std::nullopt;
}

} // namespace

const OkxContracts& okxContractsAtFirst()
{
    static const OkxContracts contracts{
        {"BTC-USDT-SWAP", linear("0.01")}, {"ETH-USDT-SWAP", linear("0.1")}, {"SOL-USDT-SWAP", linear("1")},
        {"XRP-USDT-SWAP", linear("100")},  {"ADA-USDT-SWAP", linear("100")}, {"BTC-USD-SWAP", inverse("100")},
        {"ETH-USD-SWAP", inverse("10")},
    };
    return contracts;
}

void addOkxContract(const OkxContractTokens& tokens, OkxContracts& contracts, FeedRecords& records)
{
    const std::string_view instrument = tokens.instrument.text();
    const std::string_view kind = tokens.kind.text();
    const std::string_view base = instrument.substr(0, instrument.find('-'));
    const bool isLinear = kind == "linear" && tokens.valueAsset.text() == base;
    const auto value = valueOf(tokens);
    if (instrument.empty() || !value || (!isLinear && kind != "inverse")) {
        records.rejects.push_back(
            QStringLiteral("a contract whose size is not told in base asset or dollars"));
        return;
    }
    contracts.insert_or_assign(std::string(instrument), OkxContract{*value, !isLinear});
}

} // namespace holdline
