// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace holdline {

/// One dot and a few words that tell whether news come in; more in its tool tip. Hidden without words.
class FeedLight final : public QWidget {
    Q_OBJECT

public:
    enum class Colour { Good, Partly, Bad, Off };

    explicit FeedLight(QWidget* parent = nullptr);

    void setLight(Colour colour, const QString& words, const QString& more = {});
    [[nodiscard]] Colour colour() const { return m_colour; }
    [[nodiscard]] QString words() const { return m_words; }
    void setTheme(const Theme& theme);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QColor dotColour() const;

    Theme m_theme;
    Colour m_colour = Colour::Off;
    QString m_words;
};

} // namespace holdline
