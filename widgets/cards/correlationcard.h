// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/correlationmatrix.h"
#include "widgets/cards/card.h"

namespace holdline {

class FlatButton;
class LegendRow;
class PlainTable;
class StepChart;

/// How bitcoin moves with other markets: a line each over the last year, and all pairs as a table. Two
/// lengths of correlation to choose from.
class CorrelationCard final : public Card {
    Q_OBJECT

public:
    explicit CorrelationCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString choice() const override; ///< `90`
    void setChoice(const QString& words) override;

    /// The one of that number among correlationLengths.
    void setLength(std::size_t number);
    [[nodiscard]] std::size_t length() const { return m_length; }

private:
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeMatrix();
    [[nodiscard]] QLayout* makeHeading(const QString& words, QWidget* parent);
    void showLength();
    void showLines();
    [[nodiscard]] bool isOld(const DatedCorrelation& value) const;
    [[nodiscard]] std::optional<UtcTime> newestDate() const;
    [[nodiscard]] QString legendText(const CorrelationLine& line) const;
    [[nodiscard]] QString note() const;

    std::shared_ptr<const CorrelationTable> m_correlations;
    bool m_isReconstruction = false;
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    std::size_t m_length = 0;
    StepChart* m_chart = nullptr;
    LegendRow* m_legend = nullptr;
    CorrelationMatrix m_matrix;
    PlainTable* m_table = nullptr;
    std::vector<QLabel*> m_headings;
    std::vector<std::pair<std::size_t, FlatButton*>> m_switches; ///< with the length that each chooses
};

} // namespace holdline
