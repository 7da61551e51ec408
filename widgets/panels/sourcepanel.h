// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/feedtable.h"
#include "models/tables/sourcetable.h"
#include "widgets/cards/card.h"

#include <QTimer>

class QLabel;

namespace holdline {

class PlainTable;

/// Where everything comes from: how each provider does now, what is wrong in words, and below all that is
/// stored and what it covers.
class SourcePanel final : public Card {
    Q_OBJECT

public:
    explicit SourcePanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;
    void setLive(const LiveState& live) override;

    /// What is wrong, one sentence a line; empty when nothing is.
    [[nodiscard]] QString problems() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildBody();
    void showFeeds();
    void showNote();

    FeedTable m_feedTable;
    SourceTable m_table;
    LiveState m_live;
    QTimer m_tick; ///< ages grow while someone looks
    PlainTable* m_feeds = nullptr;
    QLabel* m_problems = nullptr;
    PlainTable* m_view = nullptr;
    int m_series = 0;
};

} // namespace holdline
