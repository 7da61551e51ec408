// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace holdline::bench {

struct Options {
    bool isSmoke = false; ///< everything once and small
    QString candleFile;   ///< for the import; empty: a synthetic file is written
    QString only;         ///< name of one family; empty: all
    QString program;      ///< holdline

    /// The sizes of the data, in minutes.
    [[nodiscard]] std::vector<qint64> sizes() const;
    [[nodiscard]] int frames() const { return isSmoke ? 6 : 160; }
};

/// Measured values of one thing, in the order of measuring.
struct Samples {
    std::vector<double> values;

    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double quantile(double share) const;
};

struct Row {
    QString name;
    qint64 n = 0; ///< candles, rows or bytes that it is about; 0 when of no matter
    Samples measured;
    QString unit = QStringLiteral("ms");
    std::optional<double> goal = {};      ///< in the unit; the median must not be above it
    std::optional<double> goalRatio = {}; ///< to the reference
    bool isMoreBetter = false;            ///< then neither may be below
    QString referenceName = {};           ///< of what the ratio is to; measured in the same run
    double reference = 0;                 ///< its median, same unit
    QString note = {};
};

/// Collects rows and tells each on standard error as it comes.
class Report final {
public:
    void add(const Row& row);
    void skip(const QString& name, const QString& reason);
    [[nodiscard]] QJsonArray rows() const { return m_rows; }
    [[nodiscard]] bool hasMissedGoal() const { return m_hasMissedGoal; }

private:
    QJsonArray m_rows;
    bool m_hasMissedGoal = false;
};

[[nodiscard]] double nowMs();
/// Milliseconds of each call, after two that do not count; each call gets its number from 0.
[[nodiscard]] Samples timed(int count, const std::function<void(int)>& step);
/// A full 1920x1080 frame copied: what all frame times are compared with, because ratios carry over.
[[nodiscard]] Samples referenceBlit();
/// So many bytes copied: what loading and parsing are compared with.
[[nodiscard]] Samples referenceCopy(qint64 bytes, int count);

} // namespace holdline::bench
