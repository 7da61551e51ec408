// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/restfaults.h"

#include <QRegularExpression>

namespace holdline::testing {

std::optional<HttpReply> replyInstead(const HttpRequest& request, const Venue& venue, const Faults& faults)
{
    if (const ScenarioEvent* fault = faults.active(u"html"))
        return htmlReply(static_cast<int>(fault->number("status", 200)));
    if (const ScenarioEvent* fault = faults.active(u"redirect")) {
        HttpReply reply{301, {}, "text/html"};
        reply.headers.emplace_back("Location", fault->text("location", "http://127.0.0.1:9/elsewhere"));
        return reply;
    }
    if (const ScenarioEvent* fault = faults.active(u"status"); fault && fault->fits("path", request.path)) {
        HttpReply reply = htmlReply(static_cast<int>(fault->number("code", 503)));
        if (fault->options.contains(QStringLiteral("body")))
            reply = {reply.status, fault->text("body")};
        if (fault->options.contains(QStringLiteral("retry-after")))
            reply.headers.emplace_back("Retry-After",
                                       QByteArray::number(static_cast<int>(fault->number("retry-after", 1))));
        return reply;
    }
    if (faults.active(u"error-body"))
        return venue.errorBody();
    return std::nullopt;
}

QByteArray mixedNumbers(const QByteArray& json, int bad)
{
    static const QRegularExpression decimal(QStringLiteral("\"(-?[0-9]+\\.[0-9]+)\""));
    static const QStringList wrong{QStringLiteral("null"), QStringLiteral("\"-\""), QStringLiteral("\"NaN\""),
                                   QStringLiteral("\".\""), QStringLiteral("\"null\"")};
    const QString whole = QString::fromUtf8(json);
    QString mixed;
    qsizetype done = 0;
    int count = 0;
    for (auto found = decimal.globalMatch(whole); found.hasNext(); ++count) {
        const auto match = found.next();
        mixed += whole.mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const int dice = count * 617 % 1000;
        if (dice < bad)
            mixed += wrong[count % wrong.size()];
        else
            mixed += dice % 3 == 0 ? match.captured(1) : match.captured(0);
    }
    return (mixed + whole.mid(done)).toUtf8();
}

void spoilReply(HttpReply& reply, const Faults& faults)
{
    if (const ScenarioEvent* fault = faults.active(u"number-mix"))
        reply.body = mixedNumbers(reply.body, static_cast<int>(fault->number("bad", 0)));
    if (faults.active(u"bom"))
        reply.body.prepend("\xEF\xBB\xBF");
    if (faults.active(u"gzip")) {
        reply.body = gzipped(reply.body);
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
}

} // namespace holdline::testing
