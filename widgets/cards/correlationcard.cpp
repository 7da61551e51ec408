// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/correlationcard.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/views/cardfigures.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plaintable.h"
#include "widgets/cards/stepchart.h"
#include "widgets/theme/flatbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <map>

namespace holdline {

namespace {

constexpr int correlationChartHeight = 140;
constexpr Span oldestShown = std::chrono::hours{24 * 10}; ///< older ones say how old they are

/// One market keeps its colour when another is missing.
QColor marketColour(const Theme& theme, const QString& name)
{
    const std::map<QString, QColor> colours{{QStringLiteral("spx"), theme.accent},
                                            {QStringLiteral("us10y"), theme.resistanceHolders},
                                            {QStringLiteral("dxy"), theme.up},
                                            {QStringLiteral("gold"), theme.resistanceMonths},
                                            {QStringLiteral("jgb10y"), theme.text}};
    const auto found = colours.find(name);
    return found == colours.end() ? theme.dim : found->second;
}

QString dateText(UtcTime date, int year)
{
    return dayText(dateIn(date, QTimeZone::utc()), year);
}

} // namespace

CorrelationCard::CorrelationCard(QWidget* parent)
    : Card(tr("Correlations"),
           tr("Nothing to compare bitcoin with yet. It takes 31 dates of its price and of shares, a yield, "
              "the "
              "dollar or gold."),
           parent)
{
    setBody(makeBody(), makeMatrix());
    setEmpty(true);
    CorrelationCard::setTheme(theme());
}

QWidget* CorrelationCard::makeBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(makeHeading(tr("Bitcoin with"), body));
    m_chart = new StepChart(ValueFormat::Plain, 2, body);
    m_chart->setMinimumHeight(correlationChartHeight);
    m_chart->setRule(0);
    m_chart->setValues(-1, 1);
    column->addWidget(m_chart, 1);
    m_legend = new LegendRow(body);
    column->addWidget(m_legend);
    return body;
}

QWidget* CorrelationCard::makeMatrix()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(makeHeading(tr("All pairs"), page));
    m_table = new PlainTable(m_matrix, page);
    m_table->setAccessibleName(tr("Correlations of all pairs"));
    column->addWidget(m_table, 1);
    return page;
}

/// What is shown, and the switch at the same place in both pages.
QLayout* CorrelationCard::makeHeading(const QString& words, QWidget* parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    m_headings.push_back(new QLabel(words, parent));
    row->addWidget(m_headings.back(), 1);
    for (std::size_t number = 0; number < correlationLengths.size(); ++number) {
        auto* button = new FlatButton(tr("%1 d").arg(correlationLengths[number]), parent);
        button->setCheckable(true);
        button->setChecked(number == m_length);
        button->setAccessibleName(tr("Correlations of %1 daily changes").arg(correlationLengths[number]));
        button->setToolTip(button->accessibleName());
        connect(button, &FlatButton::clicked, this, [this, number] { setLength(number); });
        row->addWidget(button);
        m_switches.emplace_back(number, button);
    }
    return row;
}

void CorrelationCard::setLength(std::size_t number)
{
    m_length = number;
    for (const auto& [length, button] : m_switches)
        button->setChecked(length == number);
    showLength();
}

QString CorrelationCard::choice() const
{
    return m_length == 0 ? QString() : QString::number(correlationLengths[m_length]);
}

void CorrelationCard::setChoice(const QString& words)
{
    setLength(chosenLength(words));
}

void CorrelationCard::setData(const CardData& data)
{
    m_correlations = data.correlations;
    m_isReconstruction = data.isReconstruction;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    setEmpty(!m_correlations || m_correlations->isEmpty());
    if (!isEmpty())
        m_chart->setRange(m_correlations->range, m_zone, m_year);
    showLength();
}

void CorrelationCard::showLength()
{
    m_matrix.setTable(m_correlations ? *m_correlations : CorrelationTable{}, m_length);
    showLines();
    if (!isEmpty())
        setNote(note());
}

bool CorrelationCard::isOld(const DatedCorrelation& value) const
{
    return m_correlations->at - value.date > oldestShown;
}

std::optional<UtcTime> CorrelationCard::newestDate() const
{
    std::optional<UtcTime> newest;
    for (const CorrelationLine& line : m_correlations->sets[m_length].lines) {
        if (line.last && (!newest || *newest < line.last->date))
            newest = line.last->date;
    }
    return newest;
}

void CorrelationCard::showLines()
{
    std::vector<ChartLine> lines;
    std::vector<LegendEntry> legend;
    QStringList spoken;
    if (!isEmpty()) {
        for (const CorrelationLine& line : m_correlations->sets[m_length].lines) {
            const QColor colour = marketColour(theme(), line.market.name);
            const bool isTagged = line.last && !isOld(*line.last);
            lines.push_back({line.market.title, colour, 1.6, line.runs,
                             isTagged ? std::optional(line.last->value) : std::nullopt});
            legend.push_back({colour, legendText(line), LegendEntry::Mark::Line});
            spoken.append(legend.back().text);
        }
    }
    m_chart->setLines(std::move(lines));
    m_chart->setDescription(tr("Correlations of bitcoin over the last year"),
                            spoken.join(QStringLiteral(", ")));
    m_legend->setEntries(std::move(legend));
}

/// A line that ends before the newest one says when.
QString CorrelationCard::legendText(const CorrelationLine& line) const
{
    if (!line.last)
        return tr("%1: fewer than %2 changes").arg(line.market.title).arg(correlationLengths[m_length]);
    const QString text = tr("%1 %2").arg(line.market.title, numberText(line.last->value, 2, Sign::Always));
    return line.last->date == newestDate() ? text
                                           : tr("%1 on %2").arg(text, dateText(line.last->date, m_year));
}

/// As of when, the definition, the sources.
QString CorrelationCard::note() const
{
    QStringList parts;
    if (const auto newest = newestDate())
        parts.append(tr("as of %1").arg(dateText(*newest, m_year)));
    parts.append(tr("%1 daily changes between dates that both have; log returns, yields as differences")
                     .arg(correlationLengths[m_length]));
    QStringList sources;
    for (const CorrelatedMarket& market : m_correlations->markets)
        sources.append(market.source);
    sources.removeDuplicates();
    sources.removeAll(QString());
    parts.append(sources.join(QStringLiteral("; ")));
    if (m_isReconstruction)
        parts.append(tr("reconstruction"));
    return parts.join(QStringLiteral(" · "));
}

void CorrelationCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_chart->setTheme(theme);
    m_legend->setTheme(theme);
    m_table->setTheme(theme);
    for (const auto& [length, button] : m_switches)
        button->setTheme(theme);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme.dim);
    for (QLabel* heading : m_headings)
        heading->setPalette(quiet);
    showLines();
}

} // namespace holdline
