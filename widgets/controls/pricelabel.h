// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace holdline {

/// What the price label says; absent numbers are left out.
struct PriceLine {
    QString instrument; ///< `BTC-USDT`
    QString venue;      ///< `Binance spot`
    std::optional<double> price;
    std::optional<double> dayPercent;
    std::optional<double> yearPercent;
    int year = 0;

    bool operator==(const PriceLine&) const = default;
};

/// Instrument, venue, price and its changes on one line.
class PriceLabel final : public QWidget {
    Q_OBJECT

public:
    explicit PriceLabel(QWidget* parent = nullptr);

    void setLine(const PriceLine& line);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Piece {
        QString text;
        QFont font;
        QColor colour;
        int space = 0; ///< before it, device-independent px
    };
    [[nodiscard]] std::vector<Piece> pieces() const;
    [[nodiscard]] QColor changeColour(double percent) const;

    PriceLine m_line;
    Theme m_theme;
};

} // namespace holdline
