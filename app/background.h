// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace holdline {

/// Runs work on one other thread, one piece after the other, and hands each result back on the interface's.
/// Values in, values out. Its end waits for the work that runs, forgets the rest, and then runs the last act.
class Background final : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr) : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1); // what the work keeps, it keeps on this thread
    }
    ~Background() override
    {
        m_pool.clear();
        if (m_last)
            m_pool.start(m_last);
        m_pool.waitForDone();
    }

    /// What is still to be done on the other thread at the end.
    void setLast(std::function<void()> last) { m_last = std::move(last); }

    template <typename Work, typename Use>
    void run(Work work, Use use)
    {
        m_pool.start([this, work = std::move(work), use = std::move(use)] {
            auto result = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                this, [use, result] { use(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    std::function<void()> m_last;
    QThreadPool m_pool;
};

} // namespace holdline
