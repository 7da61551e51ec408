// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedinstrument.h"

namespace holdline {

const std::vector<QByteArray>& followedAssets()
{
    static const std::vector<QByteArray> assets{"BTC", "ETH", "XRP", "ADA", "SOL"};
    return assets;
}

} // namespace holdline
