// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storesnapshot.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::FakeClock;

namespace {

Sample sample(int value)
{
    const UtcTime from = parseIso("2026-01-10").value();
    return {.from = from, .to = from + oneDay.length, .knownAt = from, .value = Amount::fromDouble(value)};
}

} // namespace

/// Two programs on one folder.
class StoreSnapshotTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_reader = std::move(Store::open(m_folder->path(), m_clock)).value();
        m_writer = std::move(Store::open(m_folder->path(), m_clock)).value();
        m_series = m_writer
                       ->ensureSeries({.name = u"macro/x"_s, .source = u"s"_s, .definition = {}},
                                      SeriesKind::Samples, {})
                       .value()
                       .id;
        merge(1);
    }
    void cleanup()
    {
        m_reader.reset();
        m_writer.reset();
    }

    void allReadingsAreOfOneMoment()
    {
        auto moment = StoreSnapshot::take(*m_reader);
        QVERIFY(moment.hasValue());
        QCOMPARE(read(), 1);
        merge(2); // nobody waits
        QCOMPARE(read(), 1);
        moment.value().reset();
        QCOMPARE(read(), 2);
    }
    void twoMomentsAtOnceAreRefused()
    {
        const auto moment = StoreSnapshot::take(*m_reader);
        const auto second = StoreSnapshot::take(*m_reader);
        QVERIFY(second.hasError());
        QCOMPARE(second.error().kind, Error::Kind::Storage);
        QCOMPARE(read(), 1);
    }

private:
    void merge(int value)
    {
        m_clock.advance(std::chrono::hours{24});
        const Sample merged = sample(value);
        QVERIFY(m_writer->mergeSamples(m_series, std::span(&merged, 1)).hasValue());
    }
    int read()
    {
        const UtcTime from = parseIso("2026-01-01").value();
        const auto samples = m_reader->samples(m_series, {from, from + std::chrono::hours{24 * 31}}).value();
        return samples.size() == 1 ? samples[0].value.toText().toInt() : -1;
    }

    FakeClock m_clock{parseIso("2026-02-01").value()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_reader;
    std::unique_ptr<Store> m_writer;
    qint64 m_series = 0;
};

QTEST_GUILESS_MAIN(StoreSnapshotTest)
#include "tst_storesnapshot.moc"
