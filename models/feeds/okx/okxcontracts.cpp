// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxcontracts.h"

#include "models/feeds/okx/okxproduct.h"

#include <utility>

namespace holdline {

namespace {

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
