// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/httpanswer.h"
#include "models/feeds/keyrule.h"
#include "models/foundation/result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace holdline {

/// One question over HTTP, from its being put to its last byte. Errors: Network (no connection, cut, too
/// slow, refused certificate), Malformed (too long, redirected elsewhere).
class RestTransfer final : public QObject {
    Q_OBJECT

public:
    struct Limits {
        Span connect{};
        Span idle{};
        Span total{};
        qint64 mostBytes = 0;
        QByteArray usedHeader;
        QByteArray resetHeader;
    };

    RestTransfer(QNetworkAccessManager& network, const QUrl& url, Limits limits, const ShownKey& key,
                 QObject* parent);
    ~RestTransfer() override;

    [[nodiscard]] const Result<HttpAnswer>& outcome() const { return m_outcome; }

signals:
    /// Once; outcome() is known. Destroy it from the event loop only, by deleteLater().
    void finished();

private:
    void watch();
    void startTimers();
    void checkRedirect(const QUrl& target);
    void checkLength();
    void readSome();
    void readEnd();
    void fail(Error::Kind kind, const QString& message);
    void settle();
    void settleWithAnswer();
    [[nodiscard]] QString networkSentence() const;
    [[nodiscard]] bool isCutShort() const;
    [[nodiscard]] HttpAnswer answer() const;

    QUrl m_url;
    Limits m_limits;
    QPointer<QNetworkReply> m_reply;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    QByteArray m_body;
    Result<HttpAnswer> m_outcome;
    bool m_isSettled = false;
};

} // namespace holdline
