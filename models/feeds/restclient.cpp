// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/restclient.h"

#include "models/feeds/linksentences.h"
#include "models/feeds/ratemeter.h"
#include "models/feeds/resttransfer.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QRandomGenerator>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span restWhenUnknown = std::chrono::hours{1}; ///< no key becomes right by asking again
constexpr Span firstBan = std::chrono::minutes{2};      ///< Binance's, where it tells no end

std::optional<int> numberOf(const QByteArray& header)
{
    bool isNumber = false;
    const int number = header.trimmed().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

struct RestClient::Parts {
    Parts(QString a, RateRules r, RestSettings s, const Clock& c)
        : address(std::move(a)),
          rules(std::move(r)),
          settings(std::move(s)),
          clock(c),
          meter(rules, settings.weightShare),
          failures(settings.backoff, QRandomGenerator::global()->generate()),
          limits(settings.limitedBackoff, QRandomGenerator::global()->generate()),
          refusals(settings.limitedBackoff, QRandomGenerator::global()->generate())
    {
    }

    [[nodiscard]] Result<RestAnswer> judge(const Result<HttpAnswer>& outcome, int weight, AnswerForm form);
    [[nodiscard]] Result<RestAnswer> judgeAnswer(const HttpAnswer& answer, std::optional<UtcTime> date,
                                                 AnswerForm form);
    [[nodiscard]] Error judgeStatus(const HttpAnswer& answer, std::optional<UtcTime> date);
    [[nodiscard]] std::optional<Span> toldSpan(const HttpAnswer& answer, std::optional<UtcTime> date) const;
    [[nodiscard]] Span limitedSpan(const HttpAnswer& answer, std::optional<UtcTime> date);
    [[nodiscard]] Span banSpan(const HttpAnswer& answer, std::optional<UtcTime> date);
    [[nodiscard]] Error refusal() const;
    [[nodiscard]] bool isKeyed() const { return !settings.key.key.isEmpty(); }
    [[nodiscard]] bool isOfKey(const HttpAnswer& answer) const;
    [[nodiscard]] QByteArray withoutKey(QByteArray body) const;
    Error keyRefused(Error error);
    Error rest(Error error);
    Error pauseFor(Span span, Error error);
    void pauseUntil(UtcTime until, const QString& why);
    [[nodiscard]] bool isPaused() const { return pausedUntil && *pausedUntil > clock.now(); }

    QString address;
    RateRules rules;
    RestSettings settings;
    const Clock& clock;
    RateMeter meter;
    Backoff failures; ///< answers that are none
    Backoff limits;   ///< of 429 that tell no span
    Backoff refusals; ///< the same within answers
    std::optional<UtcTime> pausedUntil;
    QString pauseReason;
    UtcTime restsUntil{}; ///< after a failure
    bool isRegionRefused = false;
    int inFlight = 0;
    QNetworkAccessManager network; ///< the last member: its end aborts what is on its way
};

/// Of a refusal with HTTP 400: whether it names the part of the query that is the key.
bool RestClient::Parts::isOfKey(const HttpAnswer& answer) const
{
    const QByteArray& parameter = settings.key.parameter;
    return isKeyed() && !parameter.isEmpty() && answer.body.contains(parameter);
}

/// Some repeat it when they refuse it.
QByteArray RestClient::Parts::withoutKey(QByteArray body) const
{
    for (const QByteArray& written : {settings.key.key, settings.key.key.toPercentEncoding()})
        body.replace(written, "(key)");
    return body;
}

/// Of this run only: the next one may have another key.
Error RestClient::Parts::keyRefused(Error error)
{
    restsUntil = clock.now() + restWhenUnknown;
    return error;
}

Result<RestAnswer> RestClient::Parts::judge(const Result<HttpAnswer>& outcome, int weight, AnswerForm form)
{
    if (outcome.hasError()) {
        meter.answered(weight, {}, {}, clock.now());
        return rest(outcome.error());
    }
    HttpAnswer answer = outcome.value();
    if (isKeyed())
        answer.body = withoutKey(answer.body);
    const auto date = parseHttpDate(answer.date);
    meter.answered(weight, date, numberOf(answer.usedWeight), clock.now());
    return judgeAnswer(answer, date, form);
}

Result<RestAnswer> RestClient::Parts::judgeAnswer(const HttpAnswer& answer, std::optional<UtcTime> date,
                                                  AnswerForm form)
{
    if (answer.status == 404 && form == AnswerForm::Page)
        return RestAnswer{{}, date};
    if (answer.status != 200)
        return judgeStatus(answer, date);
    limits.lasted(settings.limitedBackoff.forgive);
    if (form == AnswerForm::Data && isHtml(answer))
        return rest({Error::Kind::Malformed, u"The venue answered a web page instead of data."_s,
                     excerpt(QString::fromUtf8(answer.body.left(600)), 300)});
    const QByteArray body = withoutMark(answer.body);
    if (body.isEmpty())
        return rest({Error::Kind::Malformed, u"The venue's answer is empty."_s});
    failures.lasted(settings.backoff.forgive);
    return RestAnswer{body, date};
}

Error RestClient::Parts::judgeStatus(const HttpAnswer& answer, std::optional<UtcTime> date)
{
    const QString detail = excerpt(QString::fromUtf8(answer.body.left(600)), 300);
    const auto error = [&](Error::Kind kind, const QString& message) { return Error{kind, message, detail}; };
    const auto asked = parseRetryAfter(answer.retryAfter, date, clock.now());
    switch (answer.status) {
    case 429:
        return pauseFor(limitedSpan(answer, date),
                        error(Error::Kind::RateLimited, u"The venue was asked too often (HTTP 429)."_s));
    case 418:
        return pauseFor(
            banSpan(answer, date),
            error(Error::Kind::RateLimited, u"The venue bans this address for a while (HTTP 418)."_s));
    case 401:
        if (!isKeyed())
            break;
        return keyRefused(error(Error::Kind::Unavailable, u"The key is not accepted (HTTP 401)."_s));
    case 400:
        if (!isOfKey(answer))
            break;
        return keyRefused(error(Error::Kind::Unavailable, u"The key is not accepted (HTTP 400)."_s));
    case 403:
        if (isKeyed())
            return error(Error::Kind::Unavailable,
                         u"What was asked for is not part of the key's plan (HTTP 403)."_s);
        return pauseFor(std::max(rules.pauseWhenForbidden, asked.value_or(Span::zero())),
                        error(Error::Kind::Unavailable, u"The venue refused to answer (HTTP 403)."_s));
    case 451:
        isRegionRefused = true;
        pauseUntil(latestTime, u"The venue is not offered where this program runs (HTTP 451)."_s);
        return error(Error::Kind::Unavailable, pauseReason);
    default:
        break;
    }
    if (answer.status >= 500 || answer.status == 408) {
        const QString why = u"The venue is out of order for now (HTTP %1)."_s.arg(answer.status);
        if (asked)
            pauseUntil(clock.now() + *asked, why);
        return rest(error(Error::Kind::Network, why));
    }
    const bool isRefused = answer.status >= 400;
    return rest(error(isRefused ? Error::Kind::Unavailable : Error::Kind::Malformed,
                      u"The venue answered HTTP %1."_s.arg(answer.status)));
}

std::optional<Span> RestClient::Parts::toldSpan(const HttpAnswer& answer, std::optional<UtcTime> date) const
{
    auto span = parseRetryAfter(answer.retryAfter, date, clock.now());
    if (!span)
        span = parseReset(answer.reset, date, clock.now());
    if (const auto until = parseBannedUntil(answer.body))
        span = std::max(span.value_or(Span::zero()), *until - date.value_or(clock.now()));
    if (!span || *span <= Span::zero())
        return std::nullopt;
    return std::min<Span>(*span, longestPause);
}

/// As the venue says; when it does not, by the back-off.
Span RestClient::Parts::limitedSpan(const HttpAnswer& answer, std::optional<UtcTime> date)
{
    const auto told = toldSpan(answer, date);
    return told ? *told : limits.next();
}

Span RestClient::Parts::banSpan(const HttpAnswer& answer, std::optional<UtcTime> date)
{
    const auto told = toldSpan(answer, date);
    return told ? *told : std::max(firstBan, limits.next());
}

Error RestClient::Parts::rest(Error error)
{
    restsUntil = std::max(restsUntil, clock.now() + failures.next());
    return error;
}

Error RestClient::Parts::pauseFor(Span span, Error error)
{
    pauseUntil(clock.now() + span, error.message);
    return error;
}

void RestClient::Parts::pauseUntil(UtcTime until, const QString& why)
{
    if (isPaused() && *pausedUntil >= until)
        return;
    pausedUntil = until;
    pauseReason = why;
}

Error RestClient::Parts::refusal() const
{
    if (isRegionRefused)
        return {Error::Kind::Unavailable, pauseReason};
    if (isPaused())
        return {Error::Kind::RateLimited, pauseReason};
    return {Error::Kind::RateLimited, u"The venue was not asked, as its limits do not allow it now."_s};
}

RestClient::RestClient(QString address, RateRules rules, RestSettings settings, const Clock& clock,
                       QObject* parent)
    : QObject(parent),
      m_parts(std::make_unique<Parts>(std::move(address), std::move(rules), std::move(settings), clock))
{
}

RestClient::~RestClient()
{
    const auto transfers = findChildren<RestTransfer*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(transfers); // before the network that they use
}

bool RestClient::canAsk(int weight) const
{
    const auto chance = nextChance(weight);
    return chance && *chance <= m_parts->clock.now();
}

void RestClient::ask(const QString& path, int weight, Use use, AnswerForm form)
{
    Parts& parts = *m_parts;
    if (!canAsk(weight)) {
        QMetaObject::invokeMethod(
            this, [use = std::move(use), error = parts.refusal()] { use(error); }, Qt::QueuedConnection);
        return;
    }
    ++parts.inFlight;
    parts.meter.asked(weight, parts.clock.now());
    const RestSettings& settings = parts.settings;
    auto* transfer = new RestTransfer(parts.network, QUrl(parts.address + path),
                                      {settings.connectLimit, settings.idleLimit, settings.totalLimit,
                                       settings.mostBytes, parts.rules.usedHeader, parts.rules.resetHeader},
                                      settings.key, this);
    // Later, as `use` may destroy this client and with it the reply whose signal this is.
    connect(
        transfer, &RestTransfer::finished, this,
        [this, transfer, weight, form, use = std::move(use)] {
            transfer->deleteLater();
            --m_parts->inFlight;
            use(m_parts->judge(transfer->outcome(), weight, form));
        },
        Qt::QueuedConnection);
}

void RestClient::pause(Span span, const QString& why)
{
    m_parts->pauseUntil(m_parts->clock.now() + span, why);
}

void RestClient::limited(const QString& why)
{
    pause(m_parts->refusals.next(), why);
}

void RestClient::accepted()
{
    m_parts->refusals.lasted(m_parts->settings.limitedBackoff.forgive);
}

void RestClient::setPausedUntil(UtcTime until, const QString& why)
{
    if (until > m_parts->clock.now())
        m_parts->pauseUntil(until, why);
}

std::optional<UtcTime> RestClient::pausedUntil() const
{
    return m_parts->isPaused() ? m_parts->pausedUntil : std::nullopt;
}

QString RestClient::pauseReason() const
{
    return m_parts->isPaused() ? m_parts->pauseReason : QString();
}

bool RestClient::isRegionRefused() const
{
    return m_parts->isRegionRefused;
}

int RestClient::usedWeight() const
{
    return m_parts->meter.used(m_parts->clock.now());
}

int RestClient::weightLimit() const
{
    return m_parts->rules.weight;
}

std::optional<UtcTime> RestClient::nextChance(int weight) const
{
    const Parts& parts = *m_parts;
    const auto paused = pausedUntil();
    if (parts.inFlight >= parts.settings.atOnce || (paused && *paused >= latestTime))
        return {};
    const UtcTime chance = parts.meter.nextChance(weight, parts.clock.now());
    return std::max({chance, parts.restsUntil, paused.value_or(chance)});
}

} // namespace holdline
