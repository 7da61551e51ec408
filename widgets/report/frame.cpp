// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/frame.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "models/market/periods.h"
#include "models/views/panestreams.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/timelinearrangement.h"
#include "widgets/report/logo.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr double mostLogoHeight = 24; ///< device-independent px
constexpr double mostLogoWidth = 160;
const QString noteDivider = QStringLiteral("   ·   ");

/// Against the close of the year's first candle: `+2.62 % 2026`; empty when that is not known.
QString yearChange(const ViewData& data, UtcTime end, double last)
{
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(end - Span{1})};
    const UtcTime begin = std::chrono::sys_days{date.year() / std::chrono::January / 1};
    const auto first = data.candles->closeAt(begin + data.candles->interval().length);
    if (!first)
        return {};
    return percentText((last / *first - 1) * 100, 2) +
           QStringLiteral(" %1").arg(static_cast<int>(date.year()));
}

void setPrice(PictureFrame& frame, const View& view, const ViewData& data)
{
    if (!data.candles || data.candles->candleCount() == 0)
        return;
    const UtcTime end = std::min(view.range.to, data.candles->range().to);
    const auto last = data.candles->closeAt(end);
    if (!last)
        return;
    frame.lastPrice = priceText(*last, true);
    const auto before = data.candles->closeAt(end - std::chrono::hours{24});
    if (!before)
        return;
    frame.isUp = *last >= *before;
    frame.change = percentText((*last / *before - 1) * 100, 2) + QStringLiteral(" 24 h");
    frame.yearChange = yearChange(data, end, *last);
}

QString stampText(const View& view, UtcTime asOf)
{
    QString stamp = toIso(asOf).left(16);
    stamp[10] = QLatin1Char(' ');
    return QStringLiteral("times in %1 · as of %2 UTC").arg(view.zone, stamp);
}

QString sourceText(const Provenance& provenance)
{
    return provenance.definition.isEmpty()
               ? provenance.source
               : QStringLiteral("%1 (%2)").arg(provenance.source, provenance.definition);
}

void addSources(QStringList& notes, const QString& title, const std::vector<Provenance>& provenance)
{
    QStringList sources;
    for (const Provenance& entry : provenance)
        if (const QString text = sourceText(entry); !text.isEmpty() && !sources.contains(text))
            sources.append(text);
    if (!sources.isEmpty())
        notes.append(title + QStringLiteral(": ") + sources.join(QStringLiteral("; ")));
}

bool hasUnknown(const std::vector<Coverage>& coverage, TimeRange visible)
{
    return std::any_of(coverage.begin(), coverage.end(), [&](const Coverage& stretch) {
        return stretch.state != CoverageState::Known && stretch.state != CoverageState::Sampled &&
               stretch.range.from < visible.to && stretch.range.to > visible.from;
    });
}

std::vector<Provenance> priceProvenance(const ViewData& data)
{
    std::vector<Provenance> price;
    std::copy_if(data.provenance.begin(), data.provenance.end(), std::back_inserter(price),
                 [](const Provenance& entry) { return entry.series.startsWith(QStringLiteral("price/")); });
    return price;
}

/// `ETF net flow: 1 day without a session of New York: 2026-01-19, hatched and in no sum`
void addSessionless(QStringList& notes, const PaneData& pane, TimeRange visible)
{
    QStringList dates;
    for (const TimeRange& day : pane.sessionless)
        if (day.to > visible.from && day.from < visible.to)
            dates.append(dateIn(day.from + day.length() / 2, newYork()).toString(Qt::ISODate));
    if (dates.isEmpty())
        return;
    constexpr qsizetype mostNamed = 5;
    const qsizetype count = dates.size();
    QString named = dates.first(std::min(count, mostNamed)).join(QStringLiteral(", "));
    if (count > mostNamed)
        named += QStringLiteral(" and %1 more").arg(count - mostNamed);
    notes.append(QStringLiteral("%1: %2 without a session of New York: %3, hatched and in no sum")
                     .arg(pane.title,
                          count == 1 ? QStringLiteral("1 day") : QStringLiteral("%1 days").arg(count),
                          named));
}

QStringList notesOf(const View& view, const ViewData& data)
{
    const QTimeZone zone = zoneByName(view.zone);
    QStringList notes;
    QStringList incomplete;
    addSources(notes, QStringLiteral("Price"), priceProvenance(data));
    if (hasUnknown(data.priceCoverage, view.range))
        incomplete.append(QStringLiteral("Price"));
    for (const PaneData& pane : data.panes) {
        addSources(notes, pane.title, pane.provenance);
        if (!pane.note.isEmpty() && !notes.isEmpty())
            notes.last() += QStringLiteral(", ") + pane.note;
        if (const auto since = recordingSince(pane.streams); since && !notes.isEmpty())
            notes.last() +=
                QStringLiteral(", ") + recordingText(*since, zone, dateIn(data.asOf, zone).year());
        if ((!pane.flows.empty() || !pane.samples.empty()) && hasUnknown(pane.coverage, view.range))
            incomplete.append(pane.title);
        addSessionless(notes, pane, view.range);
    }
    if (!incomplete.isEmpty())
        notes.append(QStringLiteral("Hatched time is not known: ") + incomplete.join(QStringLiteral(", ")));
    return notes;
}

void setWords(PictureFrame& frame, const PictureWords& words)
{
    frame.title = words.title;
    frame.subtitle = words.subtitle;
    frame.caption = words.caption;
    frame.author = words.author;
    frame.logo = words.logo;
}

/// At the right end of the header; returns where the room left of it ends.
int paintLogoAt(const Canvas& canvas, const PictureFrame& frame, int right, int centre)
{
    const QSize size = logoSize(frame.logo, {canvas.grid.px(mostLogoWidth), canvas.grid.px(mostLogoHeight)});
    if (size.isEmpty())
        return right;
    const QRect place(QPoint(right - size.width(), centre - size.height() / 2), size);
    paintLogo(canvas.painter, frame.logo, place);
    return place.left() - canvas.grid.px(16);
}

/// A line that ends at the right; what begins farther left than `least` is shortened.
void paintAtRight(const Canvas& canvas, const QString& words, TextRole role, const QColor& colour, int least,
                  int right, int centre)
{
    const QString shown = canvas.text.elided(words, role, std::max(0, right - least));
    canvas.text.drawCentred(canvas.painter, right - canvas.text.width(shown, role), centre, shown, role,
                            colour);
}

} // namespace

int headerHeight(const PictureFrame& frame, PixelGrid grid)
{
    return grid.px(frame.subtitle.isEmpty() ? 45 : 64);
}

TextBlock captionOf(const PictureFrame& frame, TextPainter& text, PixelGrid grid, int width)
{
    constexpr int mostCaptionLines = 6;
    return {frame.caption,
            {.font = text.font(TextRole::Text),
             .width = width,
             .step = grid.px(18),
             .mostLines = mostCaptionLines}};
}

PictureFrame frameOf(const View& view, const ViewData& data)
{
    PictureFrame frame;
    frame.instrument = data.instrumentTitle;
    frame.venue = data.venueTitle;
    setWords(frame, wordsOf(view, data));
    setPrice(frame, view, data);
    frame.stamp = stampText(view, data.asOf);
    frame.notes = notesOf(view, data) + wordsOf(view, data).notes;
    if (data.isReconstruction)
        frame.notes.prepend(QStringLiteral("This is a %1, not a record of a market.").arg(data.statement));
    return frame;
}

QStringList wrappedNotes(const PictureFrame& frame, TextPainter& text, int width)
{
    QStringList lines;
    for (const QString& note : frame.notes) {
        const QString joined = lines.isEmpty() ? note : lines.last() + noteDivider + note;
        if (!lines.isEmpty() && text.width(joined, TextRole::Annotation) <= width)
            lines.last() = joined;
        else
            lines.append(text.elided(note, TextRole::Annotation, width));
    }
    return lines;
}

void paintHeader(const Canvas& canvas, const PictureFrame& frame, const QRect& rect)
{
    const Theme& theme = canvas.inks.theme;
    const bool isDouble = !frame.subtitle.isEmpty();
    const int centre = isDouble ? rect.top() + rect.height() * 35 / 100 : rect.center().y();
    const int right = rect.right() - canvas.grid.px(lengths::margin);
    const int end = paintLogoAt(canvas, frame, right, rect.center().y());
    const int left = rect.left() + canvas.grid.px(lengths::margin);
    int x = rect.left() + canvas.grid.px(lengths::margin);
    const auto put = [&](const QString& words, TextRole role, const QColor& colour, int gap) {
        if (words.isEmpty() || x + canvas.text.width(words, role) > end)
            return;
        x = canvas.text.drawCentred(canvas.painter, x, centre, words, role, colour) + canvas.grid.px(gap);
    };
    put(frame.instrument, TextRole::Title, theme.text, 10);
    put(frame.venue, TextRole::Text, theme.dim, 24);
    put(frame.lastPrice, TextRole::Title, theme.text, 12);
    put(frame.change, TextRole::Text, frame.isUp ? canvas.inks.up.text : canvas.inks.down.text, 12);
    const bool isYearDown = frame.yearChange.startsWith(QChar(0x2212));
    put(frame.yearChange, TextRole::Text, isYearDown ? canvas.inks.down.text : canvas.inks.up.text, 32);
    paintAtRight(canvas, frame.title, TextRole::TextBold, theme.text, x, end, centre);
    paintAtRight(canvas, frame.subtitle, TextRole::Text, theme.dim, left, end,
                 rect.top() + rect.height() * 70 / 100);
}

void paintFooter(const Canvas& canvas, const PictureFrame& frame, const QStringList& lines, const QRect& rect)
{
    const Theme& theme = canvas.inks.theme;
    const int step = canvas.grid.px(16);
    const int left = rect.left() + canvas.grid.px(lengths::margin);
    int centre = rect.top() + canvas.grid.px(15);
    for (const QString& line : lines) {
        canvas.text.drawCentred(canvas.painter, left, centre, line, TextRole::Annotation, theme.dim);
        centre += step;
    }
    const QString maker = QStringLiteral("Holdline " HOLDLINE_VERSION);
    const int end =
        rect.right() - canvas.grid.px(lengths::margin) - canvas.text.width(maker, TextRole::Annotation);
    canvas.text.drawCentred(canvas.painter, end, centre, maker, TextRole::Annotation, theme.dim);
    int x =
        canvas.text.drawCentred(canvas.painter, left, centre, frame.stamp, TextRole::Annotation, theme.dim);
    if (frame.author.isEmpty())
        return;
    x = canvas.text.drawCentred(canvas.painter, x, centre, noteDivider, TextRole::Annotation, theme.dim);
    const int room = std::max(0, end - canvas.grid.px(24) - x);
    canvas.text.drawCentred(canvas.painter, x, centre,
                            canvas.text.elided(frame.author, TextRole::Annotation, room),
                            TextRole::Annotation, theme.text);
}

} // namespace holdline
