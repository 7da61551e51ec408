// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/reading.h"

#include <QtTest>

#include <functional>

namespace holdline::testing {

/// The day that answers in tests begin with, 1768867200 s.
inline constexpr UtcTime firstDay{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

/// `0:101.5 2:103`: days after the first, and their values.
inline QByteArray textOf(const std::vector<DayValue>& values)
{
    QByteArrayList texts;
    for (const DayValue& value : values)
        texts.append(QByteArray::number((value.day - firstDay) / std::chrono::days{1}) + ':' +
                     value.value.toText());
    return texts.join(' ');
}

/// A table of answers that each hold one series; `bytes` with single quotes.
inline void addAnswerColumns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<int>("rejects");
}

inline void addAnswer(const char* name, const char* bytes, const char* values, int rejects = 0,
                      Reading::Kind kind = Reading::Kind::Data)
{
    QTest::newRow(name) << QByteArray(bytes).replace('\'', '"') << int(kind) << QByteArray(values) << rejects;
}

using ReadDays = std::function<Reading(JsonReader&, const QByteArray&, FeedRecords&, std::vector<DayValue>&)>;

/// Checks the row that is fetched. What holds no data says why.
inline void checkAnswer(const ReadDays& read)
{
    QFETCH(QByteArray, bytes);
    JsonReader json;
    FeedRecords records;
    std::vector<DayValue> values;
    const Reading reading = read(json, bytes, records, values);
    QTEST(int(reading.kind), "kind");
    if (reading.kind == Reading::Kind::Data)
        QTEST(textOf(values), "values");
    QTEST(int(records.rejects.size()), "rejects");
    QCOMPARE(reading.reason.isEmpty(), reading.kind == Reading::Kind::Data);
}

} // namespace holdline::testing
