// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"

#include <QObject>

namespace holdline {

/// Where the window's news come from: the collector of the data folder, on a thread of its own. It may go on
/// while nothing is shown; it ends with its destruction.
class LiveSource : public QObject {
    Q_OBJECT

public:
    virtual void start() = 0;
    /// No news come after it.
    virtual void stop() = 0;
    /// News of this instrument come at once.
    virtual void setShown(const QString& /*instrument*/) {}

signals:
    /// In the order of their happening, at most some sixty times a second.
    void news(const holdline::LiveNews& news);

protected:
    using QObject::QObject;
};

} // namespace holdline
