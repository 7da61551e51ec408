// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/sourcepanel.h"

#include "widgets/cards/plaintable.h"
#include "widgets/theme/contrast.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int tickLength = 1000; ///< ms
constexpr int mostFeedRows = 12;
constexpr int leastFeedsHeight = 100; ///< title line and three providers
constexpr int ageWidth = 58;          ///< so that nothing moves while ages grow

} // namespace

SourcePanel::SourcePanel(QWidget* parent) : Card(tr("Sources"), tr("Nothing is stored yet."), parent)
{
    buildBody();
    m_tick.setParent(this);
    m_tick.setObjectName(QStringLiteral("age"));
    m_tick.setInterval(tickLength);
    connect(&m_tick, &QTimer::timeout, this, &SourcePanel::showFeeds);
    setEmpty(true);
    SourcePanel::setTheme(theme());
}

void SourcePanel::buildBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(8);
    m_feeds = new PlainTable(m_feedTable, body);
    m_feeds->setAccessibleName(tr("Providers and their streams"));
    m_feeds->setSortingEnabled(false); // streams stay below their provider
    m_feeds->setRowsShown(mostFeedRows);
    m_feeds->horizontalHeader()->setSectionResizeMode(FeedTable::NameColumn, QHeaderView::Stretch);
    m_feeds->horizontalHeader()->setSectionResizeMode(FeedTable::AgeColumn, QHeaderView::Fixed);
    m_feeds->horizontalHeader()->resizeSection(FeedTable::AgeColumn, ageWidth);
    connect(m_feeds, &PlainTable::rowActivated, &m_feedTable, &FeedTable::toggle);
    m_problems = new QLabel(body);
    m_problems->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problems->setAccessibleName(tr("What is wrong with the sources"));
    m_view = new PlainTable(m_table, body);
    m_view->setAccessibleName(tr("Stored series and their sources"));
    m_feeds->setMinimumHeight(leastFeedsHeight);
    column->addWidget(m_feeds, 3);
    column->addWidget(m_problems);
    column->addWidget(m_view, 1);
    m_feeds->hide();
    m_problems->hide();
    setBody(body);
}

void SourcePanel::setData(const CardData& data)
{
    m_table.setRows(data.sources);
    m_series = static_cast<int>(data.sources.size());
    showNote();
}

void SourcePanel::setLive(const LiveState& live)
{
    m_live = live;
    if (!isVisible())
        return; // it is told again when it shows
    showFeeds();
    if (!m_tick.isActive() && !m_live.feeds.empty())
        m_tick.start();
}

void SourcePanel::showFeeds()
{
    m_feedTable.setFeeds(m_live.feeds);
    if (m_live.clock)
        m_feedTable.setNow(m_live.clock->now());
    m_feeds->setVisible(!m_live.feeds.empty());
    m_problems->setText(problems());
    m_problems->setAccessibleDescription(m_problems->text());
    m_problems->setVisible(!m_problems->text().isEmpty());
    showNote();
}

void SourcePanel::showNote()
{
    setEmpty(m_series == 0 && m_live.feeds.empty());
    if (!isEmpty())
        setNote(tr("%n series", nullptr, m_series));
}

QString SourcePanel::problems() const
{
    QStringList lines;
    for (const FeedStatus& feed : m_live.feeds)
        if (!feed.problem.isEmpty())
            lines.append(feed.problem.startsWith(feed.title)
                             ? feed.problem
                             : QStringLiteral("%1: %2").arg(feed.title, feed.problem));
    return lines.join(QLatin1Char('\n'));
}

void SourcePanel::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    showFeeds();
    if (!m_live.feeds.empty())
        m_tick.start();
}

void SourcePanel::hideEvent(QHideEvent* event)
{
    m_tick.stop();
    Card::hideEvent(event);
}

void SourcePanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_feeds->setTheme(theme);
    m_view->setTheme(theme);
    m_problems->setFont(themeFont(TextSize::Annotation));
    QPalette colours = m_problems->palette();
    colours.setColor(QPalette::WindowText, readableOn(theme.defenseBand, theme.panel));
    m_problems->setPalette(colours);
}

} // namespace holdline
