// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feednames.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t longestAsset = 32;

/// Venues name coins beyond ASCII too.
bool isNamePart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

int instrumentCalled(std::span<const FeedInstrument> instruments, QByteArrayView symbol)
{
    const auto found = std::find_if(instruments.begin(), instruments.end(),
                                    [&](const FeedInstrument& i) { return i.symbol == symbol; });
    return found == instruments.end() ? -1 : static_cast<int>(found - instruments.begin());
}

int streamCalled(const Route& route, QByteArrayView name)
{
    const QLatin1StringView wanted(name);
    const auto found = std::find_if(route.streams.begin(), route.streams.end(),
                                    [&](const StreamSpec& stream) { return stream.name == wanted; });
    return found == route.streams.end() ? -1 : static_cast<int>(found - route.streams.begin());
}

std::string assetNamed(std::string_view base)
{
    if (base.size() > longestAsset || !std::ranges::all_of(base, isNamePart))
        return {};
    std::string asset(base);
    for (char& letter : asset)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    return asset;
}

QString liquidationSeries(const QString& provider, const QByteArray& asset)
{
    const QString series = QStringLiteral("liquidations/") + provider;
    return asset == "BTC" ? series : series + QLatin1Char('/') + QString::fromLatin1(asset).toLower();
}

QByteArray jsonTexts(std::span<const QByteArray> texts)
{
    QByteArray list;
    for (const QByteArray& text : texts) {
        list += list.isEmpty() ? "\"" : ",\"";
        list += text + '"';
    }
    return list;
}

} // namespace holdline
