// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/steadyclock.h"
#include "models/history/collector.h"
#include "tests/support/standinthread.h"

#include <QTemporaryDir>
#include <QtTest>

namespace holdline::testing {

/// A collector against a stand-in venue that has a thread of its own, with a new data folder.
class LiveRun final {
public:
    explicit LiveRun(const QString& provider, std::vector<ScenarioEvent> events = {})
        : m_standIn({.provider = provider, .seed = 5, .events = std::move(events)})
    {
        m_settings.dataDir = m_folder.path();
        m_settings.sources = {provider};
        m_settings.assets = {"BTC"};
        m_settings.endpoints = Endpoints::from(m_standIn.endpoints(provider)).value();
        m_settings.rules.backfill = std::chrono::hours{3};
        m_settings.rules.deep.clear();
        m_settings.link.backoff = {.first = std::chrono::milliseconds{5},
                                   .longest = std::chrono::milliseconds{20}};
        m_settings.rest.backoff = {.first = std::chrono::milliseconds{50},
                                   .longest = std::chrono::milliseconds{500}};
    }
    ~LiveRun() { finish(); }

    [[nodiscard]] CollectorSettings& settings() { return m_settings; }
    [[nodiscard]] StandIn& server() { return m_standIn.server(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    void start()
    {
        m_collector = std::make_unique<Collector>(m_settings, m_clock);
        QVERIFY(m_collector->start().hasValue());
    }
    /// Ends it and waits until all is written.
    void finish()
    {
        if (!m_collector)
            return;
        QSignalSpy finished(m_collector.get(), &Collector::finished);
        m_collector->stop();
        if (finished.isEmpty())
            finished.wait(20'000);
        m_collector.reset();
    }
    [[nodiscard]] Collector& collector() { return *m_collector; }
    [[nodiscard]] FeedStatus status() const { return m_collector->statuses().front(); }

    [[nodiscard]] std::unique_ptr<Store> store() const
    {
        auto opened = Store::open(m_folder.path(), m_clock);
        return opened.hasValue() ? std::move(opened.value()) : nullptr;
    }

private:
    QTemporaryDir m_folder;
    SteadyClock m_clock;
    StandInThread m_standIn;
    CollectorSettings m_settings;
    std::unique_ptr<Collector> m_collector;
};

} // namespace holdline::testing
