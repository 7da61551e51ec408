// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/venue.h"

namespace holdline::testing {

void StreamSession::greet(const VenueState&, Messages&) {}

bool StreamSession::isPing(const QByteArray&) const
{
    return false;
}

QByteArray StreamSession::goodbye(UtcTime) const
{
    return {};
}

QByteArrayList StreamSession::unknownMessages(UtcTime) const
{
    return {QByteArrayLiteral("{\"event\":\"channel-conn-count\",\"channel\":\"x\",\"connCount\":\"1\"}"),
            QByteArrayLiteral(
                "{\"type\":\"news\",\"topic\":\"news\",\"channel\":\"news\",\"e\":\"news\",\"data\":{}}")};
}

QByteArray StreamSession::floodTemplate(const QByteArray&, const VenueState&) const
{
    return {};
}

QByteArray StreamSession::tradeText(QByteArrayView, QByteArrayView, UtcTime) const
{
    return {};
}

int Venue::weight(const HttpRequest&) const
{
    return 1;
}

} // namespace holdline::testing
