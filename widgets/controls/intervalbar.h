// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

class QLineEdit;

namespace holdline {

class FlatButton;

/// The intervals as a row of buttons, and a field for typing one while it is wanted.
class IntervalBar final : public QWidget {
    Q_OBJECT

public:
    explicit IntervalBar(QWidget* parent = nullptr);

    [[nodiscard]] Interval interval() const { return m_interval; }
    void setInterval(Interval interval); ///< shows it; says nothing
    void setTheme(const Theme& theme);
    /// Opens the field with what was typed so far.
    void beginEntry(const QString& text);

signals:
    void intervalChosen(holdline::Interval interval);
    /// The field was left; the keyboard belongs to the timeline again.
    void entryEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildButtons();
    void acceptEntry();
    void endEntry();

    Interval m_interval = oneHour;
    std::vector<FlatButton*> m_buttons;
    QLineEdit* m_entry = nullptr;
};

} // namespace holdline
