// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/leveltable.h"
#include "widgets/cards/card.h"

class QLineEdit;
class QMenu;

namespace holdline {

class PlainTable;

/// Levels with distance and state, to be sorted, filtered and edited; what is selected here is selected on
/// the timeline, and the other way round.
class LevelPanel final : public Card {
    Q_OBJECT

public:
    explicit LevelPanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;
    void setSelection(const QStringList& ids) override;

private:
    void buildView();
    void connectTable();
    void showColumns();
    void showSelection();
    void showMenu(QPoint at);
    void fillColumnMenu(QMenu& menu);
    [[nodiscard]] QStringList selectedIds() const;

    LevelTable m_table;
    PlainTable* m_view = nullptr;
    QLineEdit* m_filter = nullptr;
    QStringList m_selection; ///< as the timeline has it
    bool m_isTelling = false;
};

} // namespace holdline
