// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace holdline {

class FlatButton;

/// The one place where the window says what went wrong, in one sentence, with the act that mends it.
/// Hidden while there is nothing to say.
class NoticeBar final : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Without words for an act there is no button.
    void say(const QString& sentence, const QString& actText = {}, std::function<void()> act = {});
    void clear();
    [[nodiscard]] QString sentence() const;
    void setTheme(const Theme& theme);

private:
    QLabel* m_sentence = nullptr;
    FlatButton* m_act = nullptr;
    FlatButton* m_close = nullptr;
    std::function<void()> m_mend;
};

} // namespace holdline
