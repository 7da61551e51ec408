// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/basiscard.h"

#include "models/cohorts/agebands.h"
#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/views/cardfigures.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/stepchart.h"
#include "widgets/theme/flatbutton.h"
#include "widgets/theme/levelcolour.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace holdline {

namespace {

constexpr int basisChartHeight = 170;

QColor colourOf(const Theme& theme, const QString& band)
{
    return bandColour(theme, static_cast<int>(cohortNames().indexOf(band)));
}

/// When all of them end together, that moment.
std::optional<UtcTime> commonEnd(const std::vector<HistoryLine>& lines)
{
    std::set<UtcTime> ends;
    for (const HistoryLine& line : lines)
        ends.insert(*line.lastAt);
    return ends.size() == 1 ? std::optional(*ends.begin()) : std::nullopt;
}

} // namespace

BasisCard::BasisCard(QWidget* parent)
    : Card(tr("Cost bases"),
           tr("No cost bases in this range yet. They come from a provider, from your own node, or from a "
              "file."),
           parent),
      m_bands(firstBands())
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(6);
    m_chart = new StepChart(ValueFormat::Price, 0, body);
    m_chart->setMinimumHeight(basisChartHeight);
    column->addWidget(m_chart, 1);
    auto* line = new QHBoxLayout;
    m_legend = new LegendRow(body);
    m_choose = new FlatButton(tr("Bands"), body);
    line->addWidget(m_legend, 1);
    line->addWidget(m_choose, 0, Qt::AlignTop);
    column->addLayout(line);
    buildMenu();
    setBody(body);
    setAct(QStringLiteral("node"), tr("Your own node…"));
    setEmpty(true);
    BasisCard::setTheme(theme());
}

void BasisCard::buildMenu()
{
    m_menu = new QMenu(this);
    m_choose->setAccessibleName(tr("Bands that are drawn"));
    m_choose->setMenu(m_menu);
    for (const QString& band : cohortNames()) {
        QAction* const action = m_menu->addAction(bandTitle(band));
        action->setCheckable(true);
        action->setChecked(m_bands.contains(band));
        action->setData(band);
        connect(action, &QAction::toggled, this, [this, band](bool isOn) {
            QStringList bands = m_bands;
            bands.removeAll(band);
            setBands(isOn ? bands << band : bands);
        });
    }
}

void BasisCard::setBands(const QStringList& bands)
{
    if (bands == m_bands)
        return;
    m_bands = bands;
    for (QAction* const action : m_menu->actions())
        action->setChecked(m_bands.contains(action->data().toString()));
    showLines();
}

QString BasisCard::choice() const
{
    return bandsText(m_bands);
}

void BasisCard::setChoice(const QString& words)
{
    if (const QStringList bands = chosenBands(words); !bands.isEmpty())
        setBands(bands);
}

void BasisCard::setData(const CardData& data)
{
    m_history = data.history;
    m_price = data.price;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    m_chart->setRange(m_history.range, m_zone, m_year);
    showLines();
}

std::vector<HistoryLine> BasisCard::chosenLines() const
{
    std::vector<HistoryLine> lines;
    std::ranges::copy_if(m_history.bases, std::back_inserter(lines),
                         [this](const HistoryLine& line) { return m_bands.contains(line.name); });
    return lines;
}

void BasisCard::showLines()
{
    setEmpty(m_history.bases.empty());
    const std::vector<HistoryLine> chosen = chosenLines();
    const auto asOf = commonEnd(chosen);
    std::vector<ChartLine> lines;
    std::vector<LegendEntry> legend;
    QStringList spoken;
    for (const HistoryLine& line : chosen) {
        const QColor colour = colourOf(theme(), line.name);
        lines.push_back({bandTitle(line.name), colour, 1.6, line.runs, line.last});
        legend.push_back({colour, legendText(line, asOf), LegendEntry::Mark::Line});
        spoken.append(legend.back().text);
    }
    // Last, so that it lies above the others.
    lines.push_back({tr("price"), theme().text, 1.2, m_history.price.runs, m_price});
    const QString price = m_price ? tr("price %1").arg(priceText(*m_price)) : tr("no price");
    legend.push_back({theme().text, price, LegendEntry::Mark::Line});
    m_chart->setLines(std::move(lines));
    m_legend->setEntries(std::move(legend));
    m_chart->setDescription(title(), spoken.join(QStringLiteral(", ")));
    if (!isEmpty())
        setNote(note(chosen, asOf));
}

/// A line that ends at another time than the others says when.
QString BasisCard::legendText(const HistoryLine& line, std::optional<UtcTime> asOf) const
{
    const QString text = tr("%1 %2").arg(bandTitle(line.name), priceText(*line.last));
    return asOf ? text : tr("%1 as of %2").arg(text, dayTimeText(*line.lastAt, m_zone, m_year));
}

QString BasisCard::note(const std::vector<HistoryLine>& lines, std::optional<UtcTime> asOf) const
{
    std::set<QString> origins;
    for (const HistoryLine& line : lines)
        origins.insert(line.definition.isEmpty() ? line.source
                                                 : tr("%1, %2").arg(line.definition, line.source));
    QStringList parts;
    if (asOf)
        parts.append(tr("as of %1").arg(dayTimeText(*asOf, m_zone, m_year)));
    if (origins.size() == 1)
        parts.append(*origins.begin());
    else if (!origins.empty())
        parts.append(tr("%n sources", nullptr, static_cast<int>(origins.size())));
    return parts.join(QStringLiteral(" · "));
}

void BasisCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    m_choose->setTheme(theme);
    showLines();
}

} // namespace holdline
