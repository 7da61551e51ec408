// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace holdline {

// https://specifications.freedesktop.org/notification-spec/1.2/protocol.html
void DesktopNotice::show(const QString& title, const QString& words, std::function<void(const QString&)> done)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            this, [done] { done(tr("There is no desktop that shows notifications.")); },
            Qt::QueuedConnection);
        return;
    }
    const QString name = QStringLiteral("org.freedesktop.Notifications");
    QDBusMessage call = QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/Notifications"),
                                                       name, QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("holdline")}};
    call << QStringLiteral("Holdline") << 0U << QString() << title << words.toHtmlEscaped() << QStringList()
         << hints << -1;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, done] {
        const QDBusPendingReply<uint> reply = *watcher;
        done(reply.isError() ? tr("The desktop took no notification: %1.").arg(reply.error().message())
                             : QString());
        watcher->deleteLater();
    });
}

} // namespace holdline
