// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/card.h"

#include <QStringList>

class QMenu;

namespace holdline {

class FlatButton;
class LegendRow;
class StepChart;

/// What holders paid over time, against the price: a step line a band, of bands that are chosen from a menu.
class BasisCard final : public Card {
    Q_OBJECT

public:
    explicit BasisCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString choice() const override; ///< `1d-1w,sth`
    void setChoice(const QString& words) override;

    [[nodiscard]] const QStringList& bands() const { return m_bands; }
    void setBands(const QStringList& bands);

private:
    void buildMenu();
    void showLines();
    [[nodiscard]] std::vector<HistoryLine> chosenLines() const;
    [[nodiscard]] QString legendText(const HistoryLine& line, std::optional<UtcTime> asOf) const;
    [[nodiscard]] QString note(const std::vector<HistoryLine>& lines, std::optional<UtcTime> asOf) const;

    HolderHistory m_history;
    std::optional<double> m_price;
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    QStringList m_bands;
    StepChart* m_chart = nullptr;
    LegendRow* m_legend = nullptr;
    QMenu* m_menu = nullptr;
    FlatButton* m_choose = nullptr;
};

} // namespace holdline
