// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/failonwarning.h"
#include "tests/support/feedprobe.h"
#include "tests/support/feedsample.h"
#include "tests/support/feedtext.h"
#include "tests/support/jsontext.h"

namespace holdline::testing {

/// Each sample a row of the column `index`.
inline void addSampleRows(const FeedSamples& samples)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < samples.size(); ++i)
        QTest::newRow(samples[i].name) << static_cast<int>(i);
}

/// Reads a sample and compares everything that it says.
inline void compareSample(Feed& feed, const FeedSample& sample)
{
    FeedRecords records;
    const Reading reading = probe(feed, sample.purpose, json(sample.text), records);
    QCOMPARE(reading.kind, sample.kind);
    QCOMPARE(reading.stream, sample.stream);
    QCOMPARE(linesOf(records).join('\n'), QByteArray(sample.lines));
    QCOMPARE(records.rejects.size(), static_cast<std::size_t>(sample.rejects));
    const QString flaw = flawOf(feed, sample.purpose, reading, records);
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
}

/// Of a sample that is not Rejected each beginning is, and each byte changed gives nothing impossible.
inline void compareDamaged(Feed& feed, const FeedSample& sample)
{
    const QByteArray whole = json(sample.text);
    FeedRecords records;
    for (qsizetype size = 0; sample.kind != Reading::Kind::Rejected && size < whole.size(); ++size) {
        QCOMPARE(probe(feed, sample.purpose, whole.first(size), records).kind, Reading::Kind::Rejected);
        QVERIFY(linesOf(records).isEmpty());
    }
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const char byte : {'\0', '0', '-', '"', '{', ']', ',', 'e', '\xFF'}) {
            QByteArray damaged = whole;
            damaged[i] = byte;
            const Reading reading = probe(feed, sample.purpose, damaged, records);
            const QString flaw = flawOf(feed, sample.purpose, reading, records);
            QVERIFY2(flaw.isEmpty(), qPrintable(flaw + QLatin1Char(' ') + QString::fromUtf8(damaged)));
            if (byte == '\xFF')
                QVERIFY(linesOf(records).isEmpty());
        }
    }
}

} // namespace holdline::testing
