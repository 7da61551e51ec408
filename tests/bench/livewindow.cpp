// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/livewindow.h"

#include "app/livecollector.h"
#include "tests/bench/harness.h"
#include "widgets/timeline/timelinewidget.h"

#include <QEvent>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace holdline::bench {

namespace {

constexpr double patienceMs = 120'000;

} // namespace

LiveWindow::LiveWindow(const QString& provider, const QStringList& endpoints)
    : m_provider(provider),
      m_services(windowServices(m_folder.path(), m_clock))
{
    CollectorSettings settings;
    settings.dataDir = m_folder.path();
    settings.sources = {provider};
    settings.assets = {"BTC"};
    settings.endpoints = Endpoints::from(endpoints).value();
    settings.rules.backfill = std::chrono::hours{2};
    settings.rules.deep.clear();
    m_services.live = [this, settings](const View&) {
        auto source = std::make_unique<LiveCollector>(settings);
        connect(source.get(), &LiveSource::news, this, [this](const LiveNews& news) {
            if (!news.feeds.empty())
                m_feeds = news.feeds;
        });
        return source;
    };
}

LiveWindow::~LiveWindow() = default;

bool LiveWindow::begin()
{
    View view;
    view.instrument = m_provider + QStringLiteral(":BTCUSDT");
    m_window = std::make_unique<MainWindow>(m_services, view);
    m_window->resize(1920, 1080);
    m_window->timeline().installEventFilter(this);
    m_window->show();
    return runUntil(patienceMs, [this] { return isComplete(); });
}

bool LiveWindow::isComplete() const
{
    const bool isFilled = std::all_of(m_feeds.begin(), m_feeds.end(), [](const FeedStatus& feed) {
        return feed.isConnected && feed.wantedMinutes > 0 && feed.missingMinutes == 0;
    });
    return !m_feeds.empty() && isFilled && m_window->history().view().episode.isEmpty() &&
           m_window->timeline().bounds().liveEdge;
}

QString LiveWindow::state() const
{
    QString text = m_window->liveText() + QStringLiteral("; ") + m_window->history().view().episode;
    for (const FeedStatus& feed : m_feeds)
        text += QStringLiteral("; %1: %2 of %3 missing, %4")
                    .arg(feed.id)
                    .arg(feed.missingMinutes)
                    .arg(feed.wantedMinutes)
                    .arg(feed.problem);
    return text;
}

void LiveWindow::end()
{
    m_window.reset();
}

bool LiveWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        ++m_paints;
        QMetaObject::invokeMethod(this, &LiveWindow::painted, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

bool runUntil(double milliseconds, const std::function<bool()>& isDone)
{
    QEventLoop loop;
    QTimer look;
    const double end = nowMs() + milliseconds;
    bool done = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        done = isDone && isDone();
        if (done || nowMs() >= end)
            loop.quit();
    });
    look.start(50);
    loop.exec();
    return done;
}

} // namespace holdline::bench
