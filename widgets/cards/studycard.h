// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/studyoccurrencetable.h"
#include "models/tables/studyspantable.h"
#include "models/views/studychoices.h"
#include "widgets/cards/card.h"

class QComboBox;

namespace holdline {

class FanChart;
class PlainTable;

/// What a study's answer depends on beside its question: it is asked again when this changes.
struct StudyBasis {
    std::vector<Level> levels = {};
    std::vector<Event> events = {};
    std::vector<UtcTime> beginnings = {}; ///< of what is stored, by series

    bool operator==(const StudyBasis&) const = default;
};

/// What followed when something happened before: how many times it did, a fan of the price over the week
/// after, figures over four spans, and all cases as a table. What is studied is chosen here and asked for;
/// the answer is shown when it comes.
class StudyCard final : public Card {
    Q_OBJECT

public:
    explicit StudyCard(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setStudy(const StudyQuestion& question, const Result<EventStudy>& study) override;
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString choice() const override; ///< the title of a choice
    void setChoice(const QString& words) override;

    [[nodiscard]] const std::vector<StudyChoice>& choices() const { return m_choices; }
    void choose(int choice);

private:
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeFigures(QWidget* parent);
    [[nodiscard]] QWidget* makeCases();
    void setChoices(std::vector<StudyChoice> choices);
    void ask(const StudyBasis& basis);
    void showStudy();
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString note() const;

    std::vector<StudyChoice> m_choices;
    StudyBasis m_basis;
    std::optional<StudyQuestion> m_asked;
    std::optional<StudyQuestion> m_answered;
    EventStudy m_study;
    QString m_refusal; ///< why there is none; empty: there is one
    bool m_isReconstruction = false;
    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
    QComboBox* m_chooser = nullptr;
    QLabel* m_words = nullptr;
    QWidget* m_figures = nullptr;
    FanChart* m_fan = nullptr;
    StudySpanTable m_spans;
    PlainTable* m_spanTable = nullptr;
    StudyOccurrenceTable m_cases;
    QLabel* m_casesTitle = nullptr;
    PlainTable* m_caseTable = nullptr;
};

} // namespace holdline
