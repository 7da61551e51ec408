// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/fileimport.h"
#include "tests/support/fakeclock.h"

#include <QByteArray>

#include <memory>

namespace holdline::testing {

/// A store in memory and what it takes to import texts into it, on 2026-09-01.
class Importing {
public:
    Importing();

    [[nodiscard]] Result<ImportReport> import(const QByteArray& text,
                                              const QString& name = QStringLiteral("file.csv"));
    [[nodiscard]] Store& store() { return *m_store; }
    /// Samples of the only series of that name and column.
    [[nodiscard]] std::vector<Sample> samples(const QString& series,
                                              const QString& column = QStringLiteral("value"));
    [[nodiscard]] std::vector<Candle> candles(const QString& series, Interval interval);
    [[nodiscard]] std::vector<Liquidation> liquidations(const QString& series);
    [[nodiscard]] std::optional<StoredSeries> find(const QString& series,
                                                   const QString& column = QStringLiteral("value"));

    ImportOptions options;
    Progress progress;
    FakeClock clock;

private:
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] UtcTime moment(const char* iso);
[[nodiscard]] Amount amountOf(const char* text);

} // namespace holdline::testing
