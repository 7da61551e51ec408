// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/cardpicture.h"

#include "widgets/report/cardstage.h"
#include "widgets/report/sheetframe.h"

namespace holdline {

namespace {

constexpr QSize firstCardSize{960, 600}; ///< device-independent px
constexpr int leastCardWidth = 480;

QStringList cardNotes(const Card& card, const CardNumbers& numbers)
{
    QStringList notes;
    if (!card.note().isEmpty())
        notes.append(card.note());
    const QStringList sources = sourcesOf(numbers);
    if (!sources.isEmpty())
        notes.append(QStringLiteral("Sources: ") + sources.join(QStringLiteral("; ")));
    return notes;
}

} // namespace

Sheet cardSheet(const CardEntry& entry, const CardFacts& facts, const View& view, const ViewData& data)
{
    const auto stage = std::make_shared<CardStage>(entry, facts, themeByName(view.theme));
    const bool isAsked = !view.size.isEmpty();
    const int asked = isAsked ? std::max(view.size.width(), leastCardWidth) : firstCardSize.width();
    const int width = std::max(asked, stage->leastWidth());
    const SheetFrame frame(view, data, stage->card().title(), cardNotes(stage->card(), entry.numbers(facts)),
                           width);
    const int around = frame.around();
    const int wanted = isAsked ? view.size.height() : stage->wantsRoom() ? firstCardSize.height() : 0;
    const int height = std::max(wanted, around + stage->leastHeight(width));
    Sheet sheet{.size = {width, height},
                .scale = view.scale,
                .info = sheetInfo(view, data, stage->card().title()),
                .paint = {}};
    sheet.paint = [=, whole = sheet.deviceSize()](QPainter& painter) {
        frame.paint(painter, whole);
        painter.save();
        painter.translate(0, frame.top());
        painter.scale(view.scale, view.scale);
        stage->paint(painter, QRect(0, 0, width, height - around));
        painter.restore();
    };
    return sheet;
}

} // namespace holdline
