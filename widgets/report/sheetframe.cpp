// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/sheetframe.h"

#include "models/foundation/timetext.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double sheetFooterLine = 16; ///< device-independent px
constexpr double sheetFooterAir = 14;
constexpr double sheetCaptionAir = 10; ///< above it

/// A note in as many pieces as it has lines.
QStringList brokenNote(const QString& note, TextPainter& text, int width)
{
    QStringList lines;
    for (const QString& word : note.split(u' ', Qt::SkipEmptyParts)) {
        const QString joined = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (!lines.isEmpty() && text.width(joined, TextRole::Annotation) <= width)
            lines.last() = joined;
        else
            lines.append(word);
    }
    return lines;
}

QString sheetMoment(const View& view, UtcTime at)
{
    return QStringLiteral("%1 %2").arg(dayTimeText(at, zoneByName(view.zone), 0), view.zone);
}

} // namespace

SheetFrame::SheetFrame(const View& view, const ViewData& data, const QString& title, QStringList notes,
                       int width)
    : m_frame(frameOf(view, data)),
      m_inks(inksOf(themeByName(view.theme))),
      m_grid{view.scale}
{
    const UtcTime at = view.range.isEmpty() ? data.asOf : std::min(view.range.to, data.asOf);
    m_frame.instrument = title;
    m_frame.venue =
        QStringLiteral("%1, %2 · %3").arg(data.instrumentTitle, data.venueTitle, sheetMoment(view, at));
    m_frame.lastPrice.clear();
    m_frame.change.clear();
    m_frame.yearChange.clear();
    if (data.isReconstruction)
        notes.prepend(QStringLiteral("This is a %1, not a record of a market.").arg(data.statement));
    notes += wordsOf(view, data).notes;
    TextPainter text;
    text.setRatio(view.scale);
    const int room = m_grid.px(width) - 2 * m_grid.px(lengths::margin);
    m_frame.notes.clear();
    for (const QString& note : notes)
        m_frame.notes += brokenNote(note, text, room);
    m_lines = wrappedNotes(m_frame, text, room);
    m_caption = captionOf(m_frame, text, m_grid, room);
    if (!m_caption.isEmpty())
        m_captionHeight = m_grid.px(sheetCaptionAir) + m_caption.size().height();
    m_top = headerHeight(m_frame, m_grid);
    m_bottom = m_captionHeight +
               m_grid.px(sheetFooterAir + sheetFooterLine * static_cast<double>(m_lines.size() + 1));
}

int SheetFrame::around() const
{
    return static_cast<int>(std::ceil((m_top + m_bottom) / m_grid.ratio));
}

void SheetFrame::paint(QPainter& painter, QSize whole) const
{
    painter.save(); // words of any direction leave theirs behind
    TextPainter text;
    text.setRatio(m_grid.ratio);
    const Canvas canvas{painter, text, m_inks, m_grid, QRect({0, 0}, whole)};
    const int line = m_grid.line();
    const int margin = m_grid.px(lengths::margin);
    const QRect footer(0, whole.height() - m_bottom, whole.width(), m_bottom);
    canvas.fill(canvas.clip, theme().panel);
    paintHeader(canvas, m_frame, QRect(0, 0, whole.width(), m_top - line));
    m_caption.draw(painter, footer.topLeft() + QPoint(margin, m_grid.px(sheetCaptionAir)),
                   whole.width() - 2 * margin, theme().text);
    paintFooter(canvas, m_frame, m_lines, footer.adjusted(0, m_captionHeight, 0, 0));
    canvas.fill(QRect(0, m_top - line, whole.width(), line), theme().hairline);
    canvas.fill(QRect(0, footer.top(), whole.width(), line), theme().hairline);
    painter.restore();
}

PdfInfo sheetInfo(const View& view, const ViewData& data, const QString& title)
{
    QString subject = QStringLiteral("%1 of %2, %3, as of %4")
                          .arg(title, data.instrumentTitle, data.venueTitle, toIso(data.asOf));
    if (data.isReconstruction)
        subject += QStringLiteral("; a %1, not a record of a market").arg(data.statement);
    const PictureWords words = wordsOf(view, data);
    return {.title = words.title.isEmpty() ? QStringLiteral("%1, %2").arg(title, data.instrumentTitle)
                                           : words.title,
            .author = words.author.isEmpty() ? QStringLiteral("Holdline") : words.author,
            .subject = subject,
            .creator = QStringLiteral("Holdline " HOLDLINE_VERSION),
            .created = data.asOf};
}

} // namespace holdline
