// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/endpoints.h"

#include "models/foundation/webaddress.h"

#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array providers{"binance"_L1,      "binance-futures"_L1,
                               "bybit"_L1,        "okx"_L1,
                               "coinbase"_L1,     "kraken"_L1,
                               "bitstamp"_L1,     "deribit"_L1,
                               "bitmex"_L1,       "coinglass"_L1,
                               "cryptoquant"_L1,  "glassnode"_L1,
                               "sosovalue"_L1,    "bitview"_L1,
                               "bitcoin-data"_L1, "coinmetrics"_L1,
                               "mof"_L1,          "fred"_L1,
                               "treasury"_L1,     "alternative"_L1};
constexpr std::array doors{"rest"_L1, "ws"_L1};

Error refusal(const QString& sentence)
{
    return {Error::Kind::Usage, sentence};
}

bool isPlain(const QString& scheme)
{
    return scheme == "http"_L1 || scheme == "ws"_L1;
}

/// Why an address that QUrl understands is none of ours, or empty.
QString objection(const QUrl& url, const QString& text)
{
    const QString scheme = url.scheme();
    if (!isPlain(scheme) && scheme != "https"_L1 && scheme != "wss"_L1)
        return u"the address %1 begins with none of https://, wss://, http://, ws://"_s.arg(text);
    if (url.host().isEmpty() || url.port() == 0)
        return u"the address %1 names no host and port that can be reached"_s.arg(text);
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment())
        return u"the address %1 has more than scheme, host and port; paths are Holdline's own"_s.arg(text);
    if (isPlain(scheme) && !isLoopback(url.host()))
        return u"the address %1 is not encrypted; %2 is accepted for this machine only (localhost, 127.0.0.1, ::1)"_s
            .arg(text, scheme + "://"_L1);
    return {};
}

/// The address of a door: `rest` wants http or https, `ws` wants ws or wss.
Result<QString> addressOf(QStringView door, const QString& text)
{
    const auto url = parseAddress(text);
    if (url.hasError())
        return url.error();
    const bool isStream = url.value().scheme().startsWith("ws"_L1);
    if (isStream != (door == "ws"_L1))
        return refusal(u"the address %1 should begin with %2"_s.arg(
            text, isStream ? u"https://, as REST does"_s : u"wss://, as a stream does"_s));
    return url.value().toString(QUrl::FullyEncoded | QUrl::RemovePath);
}

bool isKnown(const QString& key)
{
    for (const auto provider : providers) {
        for (const auto door : doors) {
            if (key == provider + QLatin1Char('.') + door)
                return true;
        }
    }
    return false;
}

QByteArray environmentName(const QString& key)
{
    QString name = "HOLDLINE_"_L1 + key.toUpper();
    name.replace(QLatin1Char('-'), QLatin1Char('_'));
    name.replace(QLatin1Char('.'), QLatin1Char('_'));
    return name.toLatin1();
}

using Addresses = std::map<QString, QString>;

/// Keeps what is there already: it was said with more right.
Result<Done> add(Addresses& addresses, const QString& key, const QString& text, const QString& whoSaid)
{
    if (addresses.contains(key))
        return Done{};
    const auto address = addressOf(QStringView(key).mid(key.lastIndexOf(QLatin1Char('.')) + 1), text);
    if (address.hasError())
        return refusal(u"%1: %2"_s.arg(whoSaid, address.error().message));
    addresses.emplace(key, address.value());
    return Done{};
}

Result<Done> addOption(Addresses& addresses, const QString& option)
{
    const auto equals = option.indexOf(QLatin1Char('='));
    if (equals < 0)
        return refusal(u"--endpoint wants provider.rest=URL or provider.ws=URL"_s);
    const QString key = option.left(equals);
    if (!isKnown(key))
        return refusal(
            u"--endpoint %1: there is no such provider and interface; an example is binance.rest"_s.arg(key));
    return add(addresses, key, option.mid(equals + 1), "--endpoint "_L1 + key);
}

Result<Done> addEnvironment(Addresses& addresses, const QString& key)
{
    const QByteArray name = environmentName(key);
    const QString text = qEnvironmentVariable(name.constData());
    return text.isEmpty() ? Result<Done>(Done{}) : add(addresses, key, text, QString::fromLatin1(name));
}

Result<Done> addSetting(Addresses& addresses, const QString& key, const std::map<QString, QString>& settings)
{
    const auto setting = settings.find(key);
    if (setting == settings.end() || setting->second.isEmpty())
        return Done{};
    return add(addresses, key, setting->second, u"the setting %1"_s.arg(key));
}

QString withoutSlash(QString address)
{
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address;
}

} // namespace

Result<QUrl> parseAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    // Before anything that repeats the text: it may hold a password.
    if (text.contains(QLatin1Char('@')))
        return refusal(u"an address holds no user and no password"_s);
    if (!url.isValid() || url.isRelative())
        return refusal(u"%1 is no address; one looks like https://example.org:8443"_s.arg(
            text.isEmpty() ? u"an empty text"_s : text));
    const QString reason = objection(url, text);
    if (!reason.isEmpty())
        return refusal(reason);
    return url;
}

Result<Endpoints> Endpoints::from(const QStringList& options, const std::map<QString, QString>& settings)
{
    Endpoints endpoints;
    auto& addresses = endpoints.m_addresses;
    for (auto option = options.crbegin(); option != options.crend(); ++option) { // the last one is meant
        if (const auto done = addOption(addresses, *option); done.hasError())
            return done.error();
    }
    for (const auto provider : providers) {
        for (const auto door : doors) {
            const QString key = provider + QLatin1Char('.') + door;
            if (const auto done = addEnvironment(addresses, key); done.hasError())
                return done.error();
            if (const auto done = addSetting(addresses, key, settings); done.hasError())
                return done.error();
        }
    }
    return endpoints;
}

QString Endpoints::rest(const QString& provider, const QString& fallback) const
{
    const auto address = m_addresses.find(provider + ".rest"_L1);
    return address == m_addresses.end() ? withoutSlash(fallback) : address->second;
}

QString Endpoints::stream(const QString& provider, const QString& fallback) const
{
    const auto address = m_addresses.find(provider + ".ws"_L1);
    return address == m_addresses.end() ? withoutSlash(fallback) : address->second;
}

} // namespace holdline
