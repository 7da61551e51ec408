// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QSize>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace holdline {

/// How a person's words are set.
struct TextSetting {
    QFont font;
    int width = 0;     ///< lines break at words, else anywhere; device px
    int step = 0;      ///< from line to line, whatever the letters
    int mostLines = 1; ///< what is more is left out, and the last line ends with an ellipsis
};

/// Words of a person, laid out by Qt, each paragraph in its own direction: one that is written from right to
/// left stands at the right.
class TextBlock final {
public:
    TextBlock() = default;
    TextBlock(const QString& text, const TextSetting& setting);

    [[nodiscard]] bool isEmpty() const { return m_size.isEmpty(); }
    /// Of the longest line and all lines.
    [[nodiscard]] QSize size() const { return m_size; }
    /// Lines in a room of that width, from its left or its right end.
    void draw(QPainter& painter, QPoint topLeft, int width, const QColor& colour) const;

private:
    struct Line {
        std::shared_ptr<QTextLayout> layout; ///< of one line
        int width = 0;
        bool isRightToLeft = false;
    };
    void add(const QString& text, bool isRightToLeft, const TextSetting& setting);

    std::vector<Line> m_lines;
    QSize m_size;
    int m_step = 0;
};

} // namespace holdline
