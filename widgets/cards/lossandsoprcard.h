// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/card.h"

namespace holdline {

class LegendRow;
class StepChart;

/// Share of the short-term holders' supply that is in loss, and below it SOPR: what was sold against what it
/// had cost, above 1 in profit, below 1 at a loss.
class LossAndSoprCard final : public Card {
    Q_OBJECT

public:
    explicit LossAndSoprCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void showLines();
    void showLoss();
    void showSopr();
    [[nodiscard]] const HistoryLine& first() const;
    [[nodiscard]] QString soprText(const HistoryLine& line) const;
    [[nodiscard]] QColor soprColour(const QString& name) const;

    HolderHistory m_history;
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    StepChart* m_loss = nullptr;
    StepChart* m_sopr = nullptr;
    LegendRow* m_legend = nullptr;
};

} // namespace holdline
