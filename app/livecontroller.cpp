// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/livecontroller.h"

#include "widgets/timeline/timelinewidget.h"

#include <algorithm>
#include <utility>

namespace holdline {

namespace {

constexpr int storePause = 2000; ///< ms from the first wish to the question
constexpr int statePause = 1000; ///< ms between two states that are told

bool canBeLive(const View& view)
{
    return view.episode.isEmpty() && !view.asOf;
}

} // namespace

LiveController::LiveController(const WindowServices& services, TimelineWidget& timeline, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_timeline(timeline)
{
    m_state.clock = &services.clock;
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(0); // after all news that wait already
    m_storeSoon.setSingleShot(true);
    m_storeSoon.setInterval(storePause);
    m_stateSoon.setSingleShot(true);
    m_stateSoon.setInterval(statePause);
    connect(&m_showSoon, &QTimer::timeout, this, &LiveController::show);
    connect(&m_stateSoon, &QTimer::timeout, this, &LiveController::tellState);
    connect(&m_storeSoon, &QTimer::timeout, this,
            [this] { m_isStandIn ? emit dataStored() : emit reloadWanted(); });
}

LiveController::~LiveController()
{
    if (m_source)
        m_source->stop();
}

void LiveController::ask(const View& view)
{
    m_asked = view;
    if (m_source)
        m_source->setShown(view.instrument);
    if (m_source || !m_services.live || !canBeLive(view))
        return;
    m_source = m_services.live(view);
    if (!m_source)
        return;
    connect(m_source.get(), &LiveSource::news, this, &LiveController::take);
    m_source->start();
    m_source->setShown(view.instrument);
}

std::shared_ptr<const ViewData> LiveController::adopt(const View& view,
                                                      std::shared_ptr<const ViewData> loaded)
{
    m_isStandIn = m_source && canBeLive(m_asked) && !view.episode.isEmpty();
    m_isLive = m_source && canBeLive(view);
    m_timeline.setLive(m_isLive);
    if (!m_isLive)
        return loaded;
    if (m_view && m_view->data()->instrument == loaded->instrument)
        m_view->reload(view, *loaded);
    else
        m_view.emplace(view, *loaded);
    static_cast<void>(m_view->takeChange());
    m_state.figures.clear();
    checkVenue();
    return m_view->data();
}

std::shared_ptr<const ViewData> LiveController::adoptAgain(const View& view,
                                                           std::shared_ptr<const ViewData> loaded)
{
    if (!m_isLive || !m_view)
        return loaded;
    m_view->reload(view, *loaded);
    show();
    return m_view->data();
}

void LiveController::setMarks(const std::vector<Mark>& marks)
{
    if (!m_isLive || !m_view)
        return;
    m_view->setMarks(marks);
    show();
}

std::shared_ptr<const ViewData> LiveController::snapshot() const
{
    return m_isLive && m_view ? m_view->snapshot() : nullptr;
}

FeedSummary LiveController::summary() const
{
    return summaryOf(m_state.feeds, providerOf(m_asked.instrument, m_state.feeds));
}

void LiveController::take(const LiveNews& news)
{
    emit newsCame(news);
    if (m_view)
        m_view->apply(news);
    noticeStored(news);
    takeFigures(news);
    if (!news.feeds.empty()) {
        m_state.feeds = news.feeds;
        m_stateChanged = true;
    }
    if (std::exchange(m_notice, news.notice) != news.notice)
        emit noticeCame(news.notice);
    if (!m_showSoon.isActive())
        m_showSoon.start();
}

void LiveController::takeFigures(const LiveNews& news)
{
    m_stateChanged = addFigures(m_state.figures, news, m_asked.instrument) || m_stateChanged;
    for (const LiveCandle& candle : news.candles)
        if (!m_seen.contains(candle.instrument))
            m_seen.append(candle.instrument);
}

void LiveController::noticeStored(const LiveNews& news)
{
    const bool hasClosed =
        std::any_of(news.candles.begin(), news.candles.end(), [this](const LiveCandle& candle) {
            return candle.isClosed && candle.instrument == m_asked.instrument;
        });
    if (m_isStandIn && (hasClosed || news.hasGrownBack))
        wantStore();
}

void LiveController::wantStore()
{
    if (!m_storeSoon.isActive())
        m_storeSoon.start();
}

/// The market goes on elsewhere: told once an instrument.
void LiveController::checkVenue()
{
    const QString provider = providerOf(m_asked.instrument, m_state.feeds);
    const auto feed = std::find_if(m_state.feeds.begin(), m_state.feeds.end(),
                                   [&](const FeedStatus& one) { return one.id == provider; });
    if (feed == m_state.feeds.end() || !isRefused(*feed) || m_refusedFor == m_asked.instrument ||
        !canBeLive(m_asked))
        return;
    const QString other = standInFor(m_asked.instrument, m_seen, m_state.feeds);
    if (other.isEmpty())
        return;
    m_refusedFor = m_asked.instrument;
    emit venueRefused(feed->title, other);
}

void LiveController::show()
{
    const LiveChange change = m_view ? m_view->takeChange() : LiveChange{};
    if (m_isLive && change.isAny) {
        if (change.isWhole)
            m_timeline.refresh(m_view->data());
        else
            m_timeline.refreshLast(m_view->data());
        emit ticked();
    }
    if (m_isLive && change.wantsReload)
        wantStore();
    if (!m_stateSoon.isActive())
        tellState();
}

void LiveController::tellState()
{
    if (!std::exchange(m_stateChanged, false))
        return;
    m_stateSoon.start();
    checkVenue();
    emit stateChanged();
}

} // namespace holdline
