// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/sosovalue/sosovaluefeed.h"

#include "models/feeds/dailyfeed.h"
#include "models/feeds/etfvalues.h"
#include "models/feeds/sosovalue/sosovalueanswers.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr UtcTime firstSession{std::chrono::sys_days{std::chrono::year{2024} / 1 / 11}};
constexpr qsizetype mostFunds = 40; ///< a list that is longer is none

enum Question { Total, Funds };

QString sosovalueName()
{
    return QStringLiteral("sosovalue");
}

QString listPath()
{
    return QStringLiteral("/openapi/v1/etfs?symbol=BTC&country_code=US");
}

QString fundPath(const QString& fund)
{
    return QStringLiteral("/openapi/v1/etfs/%1/history?limit=300").arg(fund);
}

/// The fund that a question is about; empty when it is the list.
QString fundAsked(const RestRequest& request)
{
    const QString path = request.path.section(QLatin1Char('?'), 0, 0);
    return path.endsWith(QStringLiteral("/history")) ? path.section(QLatin1Char('/'), -2, -2) : QString();
}

/// Which funds there are is told by the provider: they are asked for one after the other. A round ends with
/// the last of them, so the next one begins there, goes on with the list, and then through all. One that is
/// refused comes first then, so that a round ends with one that answers.
class SosovalueFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return sosovalueTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;
    void wasRefused(const RestRequest& request, const QString& words) override;

private:
    Reading readTotal(QByteArrayView bytes, FeedRecords& records);
    Reading readFunds(QByteArrayView bytes, FeedRecords& records);
    Reading readFund(const QString& fund, QByteArrayView bytes, FeedRecords& records);
    void goOnAfter(const QString& fund);
    void judgeNewest(FeedRecords& records);

    QStringList m_funds;            ///< as last told, those first that were refused
    QStringList m_refused;          ///< since then
    QString m_asked;                ///< the fund that is asked for next; empty: the list
    bool m_isRoundOver = false;     ///< all funds were asked for, and nothing since
    bool m_areFundsRead = false;    ///< … and the newest day was not judged by them yet
    FundValues m_flows;             ///< of all funds, as last told
    std::vector<DayValue> m_newest; ///< the total's newest day, until it is judged
    std::vector<DayValue> m_values; ///< of one answer
    JsonReader m_json;
};

/// A free key has 10 questions a minute and 10,000 a month; a round takes one for each fund and three more.
DailyPlan SosovalueFeed::dailyPlan() const
{
    return {.questions = {{QStringLiteral("etfs/summary-history"), etfTotalKey(sosovalueName())},
                          {QStringLiteral("etfs"), etfTotalKey(sosovalueName())}},
            .every = 4h,
            .after = 5min,
            .apart = 1h,
            .again = 10min,
            .tail = 14 * 24h,
            .first = firstSession};
}

/// Always all that there is: no more than 300 days, and mostly a month.
RestRequest SosovalueFeed::dailyRequest(int question, UtcTime) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    if (question == Total)
        request.path =
            QStringLiteral("/openapi/v1/etfs/summary-history?symbol=BTC&country_code=US&limit=300");
    else
        request.path = m_asked.isEmpty() ? listPath() : fundPath(m_asked);
    return request;
}

void SosovalueFeed::goOnAfter(const QString& fund)
{
    const auto at = m_funds.indexOf(fund);
    if (std::exchange(m_isRoundOver, false) || at < 0) {
        m_asked.clear();
        return;
    }
    if (at + 1 < m_funds.size()) {
        m_asked = m_funds[at + 1];
        return;
    }
    m_asked = fund;
    m_isRoundOver = true;
    m_areFundsRead = true;
}

/// The total's newest day, once it and all funds have been told.
void SosovalueFeed::judgeNewest(FeedRecords& records)
{
    if (!m_areFundsRead || m_newest.empty())
        return;
    m_areFundsRead = false;
    std::vector<DayValue> newest = std::exchange(m_newest, {});
    holdBackNewest(newest, m_flows, records.rejects);
    if (!newest.empty())
        records.dailies.push_back(etfFlowRecord(etfTotalKey(sosovalueName()), std::move(newest)));
}

Reading SosovalueFeed::readTotal(QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readSosovalueFlows(m_json, "total_net_inflow", bytes, records, m_values);
    if (reading.kind != Reading::Kind::Data || m_values.empty())
        return reading;
    m_newest = {m_values.back()};
    m_values.pop_back();
    if (!m_values.empty())
        records.dailies.push_back(etfFlowRecord(etfTotalKey(sosovalueName()), m_values));
    judgeNewest(records);
    return reading;
}

Reading SosovalueFeed::readFunds(QByteArrayView bytes, FeedRecords& records)
{
    QStringList funds;
    const Reading reading = readSosovalueFunds(m_json, bytes, records, funds);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    if (funds.isEmpty() || funds.size() > mostFunds)
        return {Reading::Kind::Rejected, -1,
                QStringLiteral("the list of funds holds %1 of them").arg(funds.size())};
    std::stable_partition(funds.begin(), funds.end(),
                          [this](const QString& fund) { return m_refused.contains(fund); });
    m_refused.clear();
    m_funds = funds;
    m_asked = m_funds.front();
    m_isRoundOver = false;
    std::erase_if(m_flows, [this](const auto& fund) { return !m_funds.contains(fund.first); });
    return reading;
}

Reading SosovalueFeed::readFund(const QString& fund, QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readSosovalueFlows(m_json, "net_inflow", bytes, records, m_values);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    if (!m_values.empty())
        records.dailies.push_back(etfFlowRecord(etfFlowKey(fund, sosovalueName()), m_values));
    m_flows[fund] = m_values;
    goOnAfter(fund);
    judgeNewest(records);
    return reading;
}

Reading SosovalueFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const QString fund = fundAsked(request);
    if (request.question == Total)
        return readTotal(bytes, records);
    return fund.isEmpty() ? readFunds(bytes, records) : readFund(fund, bytes, records);
}

/// What is not told of one fund is no reason not to ask for the others; but where a round begins so, there is
/// nothing to be had now.
void SosovalueFeed::wasRefused(const RestRequest& request, const QString&)
{
    const QString fund = fundAsked(request);
    if (request.question != Funds || fund.isEmpty() || m_isRoundOver)
        return;
    m_refused.append(fund);
    goOnAfter(fund);
}

} // namespace

const FeedTraits& sosovalueTraits()
{
    static const FeedTraits traits{
        .id = sosovalueName(),
        .title = QStringLiteral("SoSoValue"),
        .gives = QStringLiteral("flows of the US funds on bitcoin"),
        .rest = QStringLiteral("https://openapi.sosovalue.com"),
        .stream = {},
        .rate = {10, 1min, {}, 6500ms},
        .samplingRule = {},
        .key = {QByteArrayLiteral("x-soso-api-key"), {}},
    };
    return traits;
}

std::unique_ptr<Feed> makeSosovalueFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<SosovalueFeed>();
}

} // namespace holdline
