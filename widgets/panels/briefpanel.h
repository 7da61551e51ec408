// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/brieftext.h"
#include "widgets/cards/card.h"

class QTextBrowser;
class QToolButton;

namespace holdline {

/// The readings that stand out at the moment shown, as sentences. A sentence is a link to its place on the
/// axis; they are copied with their sources as footnotes.
class BriefPanel final : public Card {
    Q_OBJECT

public:
    explicit BriefPanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

    /// What the copy buttons put onto the clipboard; empty without a brief.
    [[nodiscard]] QString text(BriefForm form) const;

private:
    QWidget* buildBody();
    void copy(BriefForm form);
    void showSentences();

    std::shared_ptr<const Brief> m_brief;
    std::vector<MarketReading> m_told;
    QTextBrowser* m_sentences = nullptr;
    QToolButton* m_all = nullptr;
};

} // namespace holdline
