// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/studyquestion.h"
#include "models/views/carddata.h"

namespace holdline {

/// Something that can be asked what followed it.
struct StudyChoice {
    QString title; ///< translated
    StudyQuestion question;

    bool operator==(const StudyChoice&) const = default;
};

/// Two thresholds of flows, touches of each level, and the events of each category that is shown; all of the
/// data's instrument, as known at its moment. None without an instrument.
[[nodiscard]] std::vector<StudyChoice> studyChoices(const CardData& data);

} // namespace holdline
