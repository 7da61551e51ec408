// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cardfacts.h"
#include "widgets/cards/cardcatalog.h"

#include <memory>

class QPainter;
class QTableView;

namespace holdline {

/// A card that no one sees, made ready to be painted. Lengths in device-independent px. On the interface's
/// thread alone.
class CardStage final {
public:
    CardStage(const CardEntry& entry, const CardFacts& facts, const Theme& theme);
    ~CardStage();
    Q_DISABLE_COPY_MOVE(CardStage)

    [[nodiscard]] const Card& card() const { return *m_card; }
    /// Whether it has a chart that grows with its room.
    [[nodiscard]] bool wantsRoom() const;
    /// That its tables take without being cut.
    [[nodiscard]] int leastWidth() const;
    [[nodiscard]] int leastHeight(int width) const;
    void paint(QPainter& painter, const QRect& rect) const;

    /// Those that are shown; of a card without any the one behind its switch.
    [[nodiscard]] std::vector<const QTableView*> tables() const;
    /// What stands there beside its tables, from top to bottom: sentences, and a line a legend.
    [[nodiscard]] QStringList words() const;

private:
    void clear();
    void fitTables();
    void settle(QSize size) const;

    std::unique_ptr<QStyle> m_style; ///< outlives the widgets that it draws
    std::unique_ptr<Card> m_card;
};

} // namespace holdline
