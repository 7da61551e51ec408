// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/restrequest.h"
#include "models/foundation/result.h"

#include <vector>

namespace holdline {

/// What is wrong with a provider's answers, question by question: what is wrong with one stands until that
/// one is answered, whatever others are answered meanwhile. What is wrong with the way there, or a pause of
/// the whole provider, is over with the next answer.
class FeedTroubles final {
public:
    void failed(const RestRequest& request, const Error& error);
    void answered(const RestRequest& request);

    /// The last question was answered, or none has been put.
    [[nodiscard]] bool isAnswering() const { return m_isAnswering; }
    /// The newest sentence that stands; empty when none does.
    [[nodiscard]] QString newest() const;

private:
    struct Trouble {
        RestRequest request;
        QString sentence;
        bool isOfTheWay = false;
    };
    std::vector<Trouble> m_standing; ///< oldest first
    bool m_isAnswering = true;
};

} // namespace holdline
