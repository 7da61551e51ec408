// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertactions.h"

#include "models/foundation/webaddress.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QProcess>
#include <QTimer>

#include <array>

namespace holdline {

namespace {

constexpr int commandLimit = 30'000; ///< ms
constexpr int webLimit = 10'000;
constexpr std::array webPauses{2000, 8000}; ///< before the second and the third attempt
constexpr int manyRequests = 429;
constexpr int firstServerError = 500;

bool mayHelpToTryAgain(const QNetworkReply& reply, int status)
{
    return status == 0 ? reply.error() != QNetworkReply::SslHandshakeFailedError
                       : status == manyRequests || status >= firstServerError;
}

} // namespace

QByteArray firingMessage(const AlertFiring& firing, UtcTime toldAt)
{
    const QString text = firing.name + QStringLiteral(": ") + firing.words;
    const QJsonObject object{
        {QStringLiteral("alert"), firing.alert},   {QStringLiteral("name"), firing.name},
        {QStringLiteral("words"), firing.words},   {QStringLiteral("at"), toIso(firing.at)},
        {QStringLiteral("toldAt"), toIso(toldAt)}, {QStringLiteral("text"), text},
        {QStringLiteral("content"), text},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

AlertActions::AlertActions(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_web.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void AlertActions::act(const Alert& alert, const AlertFiring& firing)
{
    const quint64 number = ++m_count;
    Running& running = m_running[number];
    running.firing = firing;
    running.open = 1; // until all are begun
    if (alert.onDesktop) {
        ++running.open;
        m_desktop.show(firing.name, firing.words, [this, number, firing](const QString& why) {
            const bool isShown = why.isEmpty() || (m_fallback && m_fallback(firing.name, firing.words));
            done(number, isShown ? QString() : why);
        });
    }
    if (!alert.command.isEmpty()) {
        ++running.open;
        runCommand(number, alert, firing);
    }
    if (!alert.webhook.isEmpty()) {
        ++running.open;
        callWeb(number, alert, firing, 0);
    }
    QMetaObject::invokeMethod(
        this, [this, number] { done(number, {}); }, Qt::QueuedConnection);
}

void AlertActions::done(quint64 number, const QString& sentence)
{
    const auto running = m_running.find(number);
    if (running == m_running.end())
        return;
    if (!sentence.isEmpty())
        running->second.sentences.append(sentence);
    if (--running->second.open > 0)
        return;
    const Running whole = running->second;
    m_running.erase(running);
    emit finished(whole.firing, whole.sentences.join(QLatin1Char(' ')));
}

/// Without a shell: what the firing says is never a part of the command.
void AlertActions::runCommand(quint64 number, const Alert& alert, const AlertFiring& firing)
{
    QStringList words = QProcess::splitCommand(alert.command);
    if (words.isEmpty())
        return done(number, tr("The command is empty."));
    auto* process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOLDLINE_ALERT_NAME"), firing.name);
    environment.insert(QStringLiteral("HOLDLINE_ALERT_WORDS"), firing.words);
    environment.insert(QStringLiteral("HOLDLINE_ALERT_AT"), toIso(firing.at));
    process->setProcessEnvironment(environment);
    process->setProgram(words.takeFirst());
    process->setArguments(words);
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    const auto end = [this, number, process](const QString& sentence) {
        process->disconnect(this);
        process->deleteLater();
        done(number, sentence);
    };
    connect(process, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        if (status == QProcess::CrashExit)
            end(tr("The command was ended before it was done."));
        else
            end(code == 0 ? QString() : tr("The command ended with %1.").arg(code));
    });
    connect(process, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(tr("The command could not be started."));
    });
    QTimer::singleShot(commandLimit, process, &QProcess::kill);
    process->start();
    process->write(firingMessage(firing, m_clock.now()));
    process->closeWriteChannel();
}

void AlertActions::callWeb(quint64 number, const Alert& alert, const AlertFiring& firing, int attempt)
{
    const auto address = parseWebAddress(alert.webhook);
    if (address.hasError())
        return done(number, tr("Nothing was sent: %1.").arg(address.error().message));
    QNetworkRequest request(address.value());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(webLimit);
    QNetworkReply* const reply = m_web.post(request, firingMessage(firing, m_clock.now()));
    connect(reply, &QNetworkReply::finished, this, [this, reply, number, alert, firing, attempt] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300)
            return done(number, {});
        if (mayHelpToTryAgain(*reply, status) && attempt < static_cast<int>(webPauses.size())) {
            QTimer::singleShot(
                webPauses[static_cast<std::size_t>(attempt)], this,
                [this, number, alert, firing, attempt] { callWeb(number, alert, firing, attempt + 1); });
            return;
        }
        const QString host = reply->url().host(); // the rest may be secret
        done(number, status > 0 ? tr("%1 answered %2.").arg(host).arg(status)
                                : tr("%1 could not be reached.").arg(host));
    });
}

} // namespace holdline
