// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/pricelabel.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

class QMenu;

namespace holdline {

class FlatButton;
class IntervalBar;

/// The line above everything: price at the left, then interval and scale, pictures and menus at the right.
class TopStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TopStrip(QWidget* parent = nullptr);

    [[nodiscard]] PriceLabel& priceLabel() { return *m_price; }
    [[nodiscard]] IntervalBar& intervalBar() { return *m_intervals; }
    void setLogarithmic(bool isOn);
    void setZoneText(const QString& text);
    void setThemeText(const QString& text); ///< of the theme that the button brings
    void setTheme(const Theme& theme);
    void setMenus(QMenu* zone, QMenu* picture, QMenu* file, QMenu* view, QMenu* draw); ///< borrowed

signals:
    void logRequested();
    void goToRequested();
    void themeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FlatButton* addButton(const QString& text, const QString& accessibleName);

    Theme m_theme;
    PriceLabel* m_price = nullptr;
    IntervalBar* m_intervals = nullptr;
    FlatButton* m_log = nullptr;
    FlatButton* m_zone = nullptr;
    FlatButton* m_draw = nullptr;
    FlatButton* m_goTo = nullptr;
    FlatButton* m_picture = nullptr;
    FlatButton* m_file = nullptr;
    FlatButton* m_view = nullptr;
    FlatButton* m_look = nullptr;
    std::vector<FlatButton*> m_buttons;
};

} // namespace holdline
