// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace holdline {

/// A failure: what kind it is, a sentence for the user, and a detail for the log.
struct Error {
    enum class Kind {
        Network,     ///< no answer; trying again may help
        RateLimited, ///< asked too often; trying later helps
        Malformed,   ///< the bytes do not mean what they should; trying again does not help
        Unavailable, ///< what was asked for is not there
        Storage,     ///< the disk or the database refused
        Cancelled,   ///< the user stopped it
        Usage,       ///< the question was wrong (command line)
    };
    Kind kind = Kind::Unavailable;
    QString message;
    QString detail = {};
};

[[nodiscard]] inline Error malformed(const QString& sentence)
{
    return {Error::Kind::Malformed, sentence};
}

[[nodiscard]] inline Error badUsage(const QString& sentence)
{
    return {Error::Kind::Usage, sentence};
}

/// Either a value or an Error. No conversion to bool: ask hasValue().
template <typename T>
class [[nodiscard]] Result final {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    [[nodiscard]] bool hasError() const { return m_state.index() == 1; }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    /// A value of its own: a loop over `load().value()` outlives the result.
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The value of an operation that either works or says why not.
using Done = std::monostate;

} // namespace holdline
