// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/levels/alertfiring.h"
#include "models/store/database.h"

namespace holdline {

/// The log of alerts that fired, one row for each alert and moment.
class AlertRows final {
public:
    AlertRows(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    [[nodiscard]] Result<bool> log(const AlertFiring& firing);
    [[nodiscard]] Result<Done> setOutcome(const AlertFiring& firing, const QString& outcome);
    [[nodiscard]] Result<Done> setPicture(const AlertFiring& firing, const QByteArray& picture);
    [[nodiscard]] Result<std::vector<LoggedFiring>> firings(qint64 above);
    [[nodiscard]] Result<QByteArray> picture(qint64 number);

private:
    [[nodiscard]] Result<bool> isLogged(const AlertFiring& firing);
    [[nodiscard]] Result<Done> set(const char* column, const QVariant& value, const AlertFiring& firing);

    Database& m_database;
    const Clock& m_clock;
};

} // namespace holdline
