// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/picturewords.h"

#include "models/foundation/harmlesstext.h"
#include "models/readings/placeholders.h"
#include "models/views/viewdata.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype mostNotes = 4;       ///< each is a line of the footer
constexpr qsizetype longestDrawn = 4000; ///< characters; no picture has room for more

/// Fills text after text and remembers what could not be.
class WordFiller final {
public:
    explicit WordFiller(const PlaceholderFacts& facts) : m_facts(facts) {}

    QString fill(const QString& text)
    {
        FilledText filled = holdline::filled(text, m_facts);
        for (const MissingReading& missing : filled.missing) {
            const bool isTold = std::any_of(m_missing.begin(), m_missing.end(),
                                            [&](const MissingReading& one) { return one.id == missing.id; });
            if (!isTold)
                m_missing.push_back(missing);
        }
        for (const QString& id : filled.unknown)
            if (!m_unknown.contains(id))
                m_unknown << id;
        return std::move(filled.text);
    }
    [[nodiscard]] QStringList notes() const
    {
        QStringList notes;
        for (const MissingReading& missing : m_missing)
            notes << QStringLiteral("Not known: %1 (%2)").arg(missing.id, missing.reason);
        if (notes.size() > mostNotes) {
            const auto more = notes.size() - mostNotes;
            notes.resize(mostNotes);
            notes.last() += QStringLiteral(", and %1 more").arg(more);
        }
        return notes;
    }
    [[nodiscard]] QStringList problems() const
    {
        QStringList problems;
        for (const QString& id : m_unknown)
            problems << unknownPlaceholderWords(id, m_facts);
        for (const MissingReading& missing : m_missing)
            problems << missingPlaceholderWords(missing, m_facts);
        return problems;
    }

private:
    const PlaceholderFacts& m_facts;
    std::vector<MissingReading> m_missing;
    QStringList m_unknown;
};

} // namespace

bool asksForReadings(const View& view)
{
    return asksForReadings(view.title) || asksForReadings(view.subtitle) || asksForReadings(view.caption) ||
           std::any_of(view.callouts.begin(), view.callouts.end(),
                       [](const Callout& callout) { return asksForReadings(callout.text); });
}

PlaceholderFacts placeholderFacts(const View& view, const ViewData& data, const Brief* brief,
                                  const QString& noBrief)
{
    return {.brief = brief,
            .noBrief = noBrief,
            .instrument = data.instrumentTitle,
            .zone = view.zone,
            .asOf = data.asOf,
            .shown = view.range};
}

PictureWords pictureWords(const View& view, const PlaceholderFacts& facts)
{
    WordFiller filler(facts);
    PictureWords words;
    words.title = filler.fill(harmlessLine(view.title.left(longestDrawn)));
    words.subtitle = filler.fill(harmlessLine(view.subtitle.left(longestDrawn)));
    words.caption = filler.fill(harmlessText(view.caption.left(longestDrawn)));
    for (const Callout& callout : view.callouts)
        words.callouts << filler.fill(harmlessText(callout.text.left(longestDrawn)));
    words.notes = filler.notes();
    words.problems = filler.problems();
    return words;
}

PictureWords wordsOf(const View& view, const ViewData& data)
{
    if (data.words)
        return *data.words;
    PictureWords words;
    words.title = harmlessLine(view.title.left(longestDrawn));
    words.subtitle = harmlessLine(view.subtitle.left(longestDrawn));
    words.caption = harmlessText(view.caption.left(longestDrawn));
    for (const Callout& callout : view.callouts)
        words.callouts << harmlessText(callout.text.left(longestDrawn));
    return words;
}

} // namespace holdline
