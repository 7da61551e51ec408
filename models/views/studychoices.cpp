// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/studychoices.h"

#include <QCoreApplication>

#include <set>

namespace holdline {

namespace {

constexpr qint64 studiedFlow = -300'000'000; ///< US dollars a day

QString choiceWords(const char* text)
{
    return QCoreApplication::translate("holdline::StudyChoices", text);
}

std::set<QString> categoriesOf(const std::vector<Event>& events)
{
    std::set<QString> categories;
    for (const Event& event : events) {
        if (!event.category.isEmpty())
            categories.insert(event.category);
    }
    return categories;
}

} // namespace

std::vector<StudyChoice> studyChoices(const CardData& data)
{
    if (data.instrument.isEmpty())
        return {};
    using Kind = StudyQuestion::Kind;
    const auto ask = [&data](Kind kind, const QString& name, Amount threshold = {}) {
        return StudyQuestion{kind, name, threshold, data.instrument, data.at};
    };
    const Amount threshold = Amount::fromDouble(studiedFlow);
    std::vector<StudyChoice> choices{
        {choiceWords("Net taker volume at or under −$300 M"),
         ask(Kind::FallsTo, QStringLiteral("taker/") + data.instrument, threshold)},
        {choiceWords("ETF outflow of $300 M or more"),
         ask(Kind::FallsTo, QStringLiteral("etf/btc/total"), threshold)}};
    for (const LevelDistance& row : data.levels) {
        const Level& level = row.level.level;
        choices.push_back({choiceWords("Touch of %1").arg(level.name.isEmpty() ? level.id : level.name),
                           ask(Kind::Touches, level.id)});
    }
    for (const QString& category : categoriesOf(data.events))
        choices.push_back({choiceWords("Event: %1").arg(category), ask(Kind::Events, category)});
    return choices;
}

} // namespace holdline
