// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dockcontroller.h"
#include "app/livecontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "models/foundation/timetext.h"
#include "models/tables/feedrows.h"
#include "widgets/controls/feedlight.h"
#include "widgets/controls/noticebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/timeline/timelinewidget.h"

namespace holdline {

namespace {

FeedLight::Colour colourOf(FeedSummary::State state)
{
    switch (state) {
    case FeedSummary::State::Connecting:
        return FeedLight::Colour::Off;
    case FeedSummary::State::Live:
        return FeedLight::Colour::Good;
    case FeedSummary::State::Partly:
        return FeedLight::Colour::Partly;
    case FeedSummary::State::NoNetwork:
        return FeedLight::Colour::Bad;
    }
    return FeedLight::Colour::Off;
}

} // namespace

void MainWindow::reload()
{
    if (!m_live->isLive())
        return;
    if (m_loader.isLoading())
        return m_live->wantStore();
    load(m_history.view(), Reason::Again);
}

void MainWindow::adoptAgain(const LoadedView& loaded)
{
    const bool isSame = loaded.view.episode == m_history.view().episode &&
                        loaded.view.instrument == m_history.view().instrument;
    if (!isSame)
        return;
    m_loaded.storeBytes = loaded.storeBytes;
    m_loaded.data = m_live->adoptAgain(loaded.view, loaded.data);
    if (!m_live->isLive())
        m_timeline->refresh(m_loaded.data);
    m_marks->adopt(loaded);
    if (!m_marks->isSaved())
        showMarks();
    showPrice();
    showReading();
    m_loader.loadCards(m_history.view(), [this] { return stillData(); });
}

/// From what stood in for it to what was asked for, as soon as that is there.
void MainWindow::goOver()
{
    if (!m_live->isStandIn())
        return;
    if (m_loader.isLoading())
        return m_live->wantStore();
    View view = m_history.view();
    view.episode.clear();
    view.instrument = m_asked.instrument;
    view.range = m_asked.range;
    load(view, Reason::GoOver);
}

void MainWindow::sayOfCollector(const QString& sentence)
{
    if (!sentence.isEmpty())
        m_notice->say(sentence);
    else if (m_notice->sentence() == m_saidOfCollector)
        m_notice->clear();
    m_saidOfCollector = sentence;
}

/// Where nothing of the venue is stored the next one is shown at once; else what is stored stays until the
/// user wants the other.
void MainWindow::passOver(const QString& venue, const QString& otherInstrument)
{
    if (m_live->isStandIn()) {
        m_notice->say(tr("%1 does not serve this region; %2 is shown.").arg(venue, otherInstrument));
        showInstrument(otherInstrument);
        return;
    }
    m_notice->say(tr("%1 does not serve this region.").arg(venue), tr("Show %1").arg(otherInstrument),
                  [this, otherInstrument] { showInstrument(otherInstrument); });
}

void MainWindow::showInstrument(const QString& instrument)
{
    View view = m_history.view();
    view.episode.clear();
    view.range = {};
    view.instrument = instrument;
    load(view);
}

std::shared_ptr<const ViewData> MainWindow::stillData() const
{
    auto still = m_live->snapshot();
    return still ? still : m_loaded.data;
}

void MainWindow::showTick()
{
    showPrice();
    if (m_loaded.data->asOf != m_toldAsOf)
        showReading();
}

void MainWindow::showLive()
{
    m_docks->setLive(m_live->state());
    FeedLight& light = m_status->light();
    const FeedSummary summary = m_live->summary();
    const QString more = summary.lines.join(QLatin1Char('\n'));
    const View& view = m_history.view();
    if (!m_services.live)
        return;
    if (m_live->isStandIn() && summary.state != FeedSummary::State::NoNetwork) {
        light.setLight(FeedLight::Colour::Off,
                       tr("waiting for the first candle of %1").arg(m_asked.instrument), more);
    } else if (!m_live->isLive() && !m_live->isStandIn()) {
        const QString why =
            !view.episode.isEmpty() ? tr("not live: an episode")
            : view.asOf ? tr("not live: as of %1").arg(dayTimeText(*view.asOf, zoneByName(view.zone), 0))
                        : tr("not live");
        light.setLight(FeedLight::Colour::Off, why, more);
    } else {
        light.setLight(colourOf(summary.state), liveWords(summary), more);
    }
}

QString MainWindow::liveWords(const FeedSummary& summary) const
{
    if (summary.state == FeedSummary::State::Connecting)
        return tr("connecting…");
    if (summary.state == FeedSummary::State::NoNetwork)
        return m_live->isStandIn()
                   ? tr("No network: showing the episode")
                   : tr("No network: showing what is stored up to %1")
                         .arg(dayTimeText(m_loaded.data->asOf, zoneByName(m_history.view().zone), 0));
    QString words = tr("live · %1 of %2 venues").arg(summary.connected).arg(summary.lines.size());
    if (summary.last)
        words += QStringLiteral(" · ") + ageText(std::max(Span{0}, m_services.clock.now() - *summary.last));
    return words;
}

QString MainWindow::liveText() const
{
    return m_status->light().words();
}

} // namespace holdline
