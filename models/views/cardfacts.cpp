// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardfacts.h"

#include "models/history/briefload.h"
#include "models/history/ledgerquery.h"
#include "models/history/readingsettingsfile.h"
#include "models/history/studyload.h"
#include "models/views/studychoices.h"

namespace holdline {

namespace {

Result<Done> fillReadings(Store& store, const View& view, const QString& dataDir, CardFacts& facts)
{
    const auto readings = loadCardReadings(store, facts.data, view.episode, dataDir);
    if (readings.hasError())
        return readings.error();
    facts.data.brief = readings.value().brief;
    facts.data.correlations = readings.value().correlations;
    return Done{};
}

Result<Done> fillLedgers(Store& store, const View& view, CardFacts& facts)
{
    std::vector<Level> levels;
    for (const LevelDistance& row : facts.data.levels)
        levels.push_back(row.level.level);
    const auto ledgers = levelLedgers(store, levels, {.asOf = view.asOf});
    if (ledgers.hasError() && ledgers.error().kind != Error::Kind::Unavailable)
        return ledgers.error();
    for (std::size_t i = 0; ledgers.hasValue() && i < ledgers.value().size(); ++i)
        facts.data.levels[i].ledger = ledgers.value()[i];
    return Done{};
}

Error noSuchStudy(const QString& title, const std::vector<StudyChoice>& choices)
{
    QStringList titles;
    for (const StudyChoice& choice : choices)
        titles.append(QStringLiteral("“%1”").arg(choice.title));
    return {Error::Kind::Unavailable, QStringLiteral("There is no study “%1” here; there are %2.")
                                          .arg(title, titles.join(QStringLiteral(", ")))};
}

Result<Done> fillStudy(Store& store, CardFacts& facts)
{
    const auto choices = studyChoices(facts.data);
    if (choices.empty())
        return Done{};
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const StudyChoice& choice) {
        return facts.choice.isEmpty() || choice.title == facts.choice;
    });
    if (chosen == choices.end())
        return noSuchStudy(facts.choice, choices);
    const StudyQuestion& question = chosen->question;
    const auto data = loadStudyData(store, question);
    if (data.hasValue())
        facts.study = {question, studyOf(data.value())};
    else if (data.error().kind == Error::Kind::Unavailable)
        facts.study = {question, data.error()};
    else
        return data.error();
    return Done{};
}

/// What fired after the moment is left out; the moment stands for the time of looking, so that the same
/// question has the same answer.
Result<Done> fillAlerts(Store& store, CardFacts& facts)
{
    auto alerts = store.alerts();
    auto levels = store.levels();
    auto log = store.firings(0);
    if (alerts.hasError() || levels.hasError() || log.hasError())
        return alerts.hasError() ? alerts.error() : levels.hasError() ? levels.error() : log.error();
    facts.alerts = {.alerts = std::move(alerts).value(),
                    .levels = std::move(levels).value(),
                    .log = std::move(log).value(),
                    .troubles = {},
                    .zone = facts.data.zone,
                    .now = facts.data.at};
    std::erase_if(facts.alerts.log,
                  [&](const LoggedFiring& logged) { return logged.firing.at > facts.data.at; });
    return Done{};
}

Result<Done> fill(CardNeed need, Store& store, const View& view, const QString& dataDir, CardFacts& facts)
{
    switch (need) {
    case CardNeed::Nothing:
        return Done{};
    case CardNeed::Readings:
        return fillReadings(store, view, dataDir, facts);
    case CardNeed::Ledgers:
        return fillLedgers(store, view, facts);
    case CardNeed::Study:
        return fillStudy(store, facts);
    case CardNeed::Alerts:
        return fillAlerts(store, facts);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<CardReadings> loadCardReadings(Store& store, const CardData& cards, const QString& episode,
                                      const QString& dataDir)
{
    const auto settings = loadReadingSettings(dataDir);
    if (settings.hasError())
        return settings.error();
    const auto facts = loadBriefData(store, {.at = cards.at,
                                             .asOf = cards.at,
                                             .instrument = cards.instrument,
                                             .settings = settings.value(),
                                             .episode = episode});
    if (facts.hasError() && facts.error().kind == Error::Kind::Unavailable)
        return CardReadings{};
    if (facts.hasError())
        return facts.error();
    return CardReadings{
        std::make_shared<const Brief>(briefOf(facts.value(), episode)),
        std::make_shared<const CorrelationTable>(correlationTable(marketLines(facts.value()), cards.at))};
}

Result<CardFacts> loadCardFacts(Store& store, const View& view, const ViewData& viewData, CardNeed need,
                                const QString& choice, const QString& dataDir)
{
    auto data = loadCardData(store, view, viewData);
    if (data.hasError())
        return data.error();
    CardFacts facts{.data = std::move(data).value(), .choice = choice};
    if (const auto done = fill(need, store, view, dataDir, facts); done.hasError())
        return done.error();
    return facts;
}

} // namespace holdline
