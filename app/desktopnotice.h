// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace holdline {

/// A notification of the desktop (org.freedesktop.Notifications on the session bus).
class DesktopNotice final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `done` is told later: empty, or why nobody took it, as a sentence.
    void show(const QString& title, const QString& words, std::function<void(const QString&)> done);
};

} // namespace holdline
