// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/harness.h"

#include <QImage>
#include <QJsonObject>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace holdline::bench {

std::vector<qint64> Options::sizes() const
{
    return isSmoke ? std::vector<qint64>{10'000, 100'000}
                   : std::vector<qint64>{10'000, 1'000'000, 10'000'000};
}

double Samples::quantile(double share) const
{
    if (values.empty())
        return 0;
    auto sorted = values;
    std::ranges::sort(sorted);
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(last * share + 0.5)];
}

void Report::add(const Row& row)
{
    const double median = row.measured.median();
    QJsonObject object{{QStringLiteral("name"), row.name},
                       {QStringLiteral("n"), row.n},
                       {QStringLiteral("median"), median},
                       {QStringLiteral("p95"), row.measured.quantile(0.95)},
                       {QStringLiteral("least"), row.measured.quantile(0)},
                       {QStringLiteral("samples"), static_cast<qint64>(row.measured.values.size())},
                       {QStringLiteral("unit"), row.unit}};
    const auto isMet = [&](double value, double goal) {
        return row.isMoreBetter ? value >= goal : value <= goal;
    };
    bool meets = true;
    if (row.goal) {
        object.insert(QStringLiteral("goal"), *row.goal);
        meets = isMet(median, *row.goal);
    }
    if (row.reference > 0) {
        const double ratio = median / row.reference;
        object.insert(QStringLiteral("referenceName"), row.referenceName);
        object.insert(QStringLiteral("reference"), row.reference);
        object.insert(QStringLiteral("ratio"), ratio);
        if (row.goalRatio) {
            object.insert(QStringLiteral("goalRatio"), *row.goalRatio);
            meets = meets && isMet(ratio, *row.goalRatio);
        }
    }
    if (row.goal || row.goalRatio)
        object.insert(QStringLiteral("met"), meets);
    if (!row.note.isEmpty())
        object.insert(QStringLiteral("note"), row.note);
    m_hasMissedGoal = m_hasMissedGoal || !meets;
    m_rows.append(object);
    std::fprintf(stderr, "%-64s %10lld %10.4f %s p95 %.4f%s%s\n", qPrintable(row.name),
                 static_cast<long long>(row.n), median, qPrintable(row.unit), row.measured.quantile(0.95),
                 row.reference > 0 ? qPrintable(QString::asprintf(" = %.2f x %s", median / row.reference,
                                                                  qPrintable(row.referenceName)))
                                   : "",
                 meets ? "" : "  MISSED");
}

void Report::skip(const QString& name, const QString& reason)
{
    m_rows.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("skipped"), reason}});
    std::fprintf(stderr, "%-64s skipped: %s\n", qPrintable(name), qPrintable(reason));
}

double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

Samples timed(int count, const std::function<void(int)>& step)
{
    Samples samples;
    for (int i = -2; i < count; ++i) {
        const double begin = nowMs();
        step(std::max(0, i));
        if (i >= 0)
            samples.values.push_back(nowMs() - begin);
    }
    return samples;
}

Samples referenceBlit()
{
    QImage from(1920, 1080, QImage::Format_RGB32);
    QImage to(1920, 1080, QImage::Format_RGB32);
    from.fill(0xff112233);
    to.fill(0xff000000);
    return timed(60, [&](int) { QPainter(&to).drawImage(0, 0, from); });
}

Samples referenceCopy(qint64 bytes, int count)
{
    const std::vector<char> from(static_cast<std::size_t>(bytes), 'x');
    std::size_t copied = 0;
    return timed(count, [&](int) { copied += std::vector<char>(from).size(); });
}

} // namespace holdline::bench
