// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/lossandsoprcard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/stepchart.h"

#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int lossChartHeight = 92;

QString soprTitle(const QString& name)
{
    if (name == QStringLiteral("sth"))
        return LossAndSoprCard::tr("STH-SOPR");
    return name == QStringLiteral("adjusted") ? LossAndSoprCard::tr("adjusted SOPR")
                                              : LossAndSoprCard::tr("SOPR");
}

} // namespace

LossAndSoprCard::LossAndSoprCard(QWidget* parent)
    : Card(tr("Supply in loss and SOPR"),
           tr("No supply in loss and no SOPR in this range yet. They come from a provider, from your own "
              "node, "
              "or from a file."),
           parent)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_loss = new StepChart(ValueFormat::Plain, 0, body);
    m_loss->setShares(true);
    m_loss->setValues(0, 1);
    m_loss->setTimeLabels(false);
    m_sopr = new StepChart(ValueFormat::Plain, 3, body);
    m_sopr->setRule(1);
    for (StepChart* chart : {m_loss, m_sopr}) {
        chart->setMinimumHeight(lossChartHeight);
        column->addWidget(chart, 1);
    }
    m_legend = new LegendRow(body);
    column->addWidget(m_legend);
    setBody(body);
    setAct(QStringLiteral("node"), tr("Your own node…"));
    setEmpty(true);
    LossAndSoprCard::setTheme(theme());
}

void LossAndSoprCard::setData(const CardData& data)
{
    m_history = data.history;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    for (StepChart* chart : {m_loss, m_sopr})
        chart->setRange(m_history.range, m_zone, m_year);
    showLines();
}

void LossAndSoprCard::showLines()
{
    const HistoryLine& loss = m_history.lossShare;
    setEmpty(loss.isEmpty() && m_history.sopr.empty());
    showLoss();
    showSopr();
    if (isEmpty())
        return;
    QStringList parts{tr("as of %1").arg(dayTimeText(*first().lastAt, m_zone, m_year)), first().definition,
                      first().source};
    parts.removeAll(QString());
    setNote(parts.join(QStringLiteral(" · ")));
}

void LossAndSoprCard::showLoss()
{
    const HistoryLine& loss = m_history.lossShare;
    const QString caption =
        loss.isEmpty() ? tr("Supply in loss: no record") : tr("Share of short-term holders’ supply in loss");
    m_loss->setCaption(caption);
    m_loss->setLines({{caption, theme().down, 1.6, loss.runs, loss.last}});
    m_loss->setDescription(tr("Supply in loss"),
                           loss.last ? tr("%1 %").arg(numberText(*loss.last * 100, 0)) : tr("no record"));
}

QColor LossAndSoprCard::soprColour(const QString& name) const
{
    return name == QStringLiteral("sth") ? theme().resistanceHolders : theme().accent;
}

/// The series that the title line is about: as of when, and from where.
const HistoryLine& LossAndSoprCard::first() const
{
    return m_history.lossShare.isEmpty() ? m_history.sopr.front() : m_history.lossShare;
}

/// A line that ends at another time than the title line tells says when.
QString LossAndSoprCard::soprText(const HistoryLine& line) const
{
    const QString text = tr("%1 %2").arg(soprTitle(line.name), numberText(*line.last, 3));
    return line.lastAt == first().lastAt
               ? text
               : tr("%1 as of %2").arg(text, dayTimeText(*line.lastAt, m_zone, m_year));
}

void LossAndSoprCard::showSopr()
{
    std::vector<ChartLine> lines;
    std::vector<LegendEntry> legend;
    QStringList spoken;
    for (const HistoryLine& line : m_history.sopr) {
        const QColor colour = soprColour(line.name);
        lines.push_back({soprTitle(line.name), colour, 1.6, line.runs, line.last});
        legend.push_back({colour, soprText(line), LegendEntry::Mark::Line});
        spoken.append(legend.back().text);
    }
    m_sopr->setCaption(lines.empty() ? tr("SOPR: no record") : tr("SOPR, in profit above 1"));
    m_sopr->setLines(std::move(lines));
    m_sopr->setDescription(tr("SOPR"), spoken.join(QStringLiteral(", ")));
    m_legend->setVisible(!legend.empty());
    m_legend->setEntries(std::move(legend));
}

void LossAndSoprCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    for (StepChart* chart : {m_loss, m_sopr})
        chart->setTheme(theme);
    m_legend->setTheme(theme);
    showLines();
}

} // namespace holdline
