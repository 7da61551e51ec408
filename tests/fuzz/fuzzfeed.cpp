// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "tests/support/feedprobe.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

/// The first byte of a line says what the rest of it is.
void readLine(Feed& feed, QByteArrayView line, FeedRecords& records)
{
    const char purpose = line.front();
    const Reading reading = testing::probe(feed, purpose, line.sliced(1), records);
    const QString flaw = testing::flawOf(feed, purpose, reading, records);
    if (flaw.isEmpty())
        return;
    std::fprintf(stderr, "%s\n", qPrintable(flaw));
    std::abort();
}

} // namespace

/// Lines are read one after the other by one feed, so that what one leaves behind meets the next.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static const FeedEntry* const entry = findFeed(QStringLiteral(HOLDLINE_PROVIDER));
    if (!entry) {
        std::fprintf(stderr, "there is no provider " HOLDLINE_PROVIDER "\n");
        std::abort();
    }
    const auto feed = entry->make(followedAssets());
    testing::tellContracts(*feed);
    FeedRecords records;
    QByteArrayView rest(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    while (!rest.isEmpty()) {
        const auto end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        if (!line.isEmpty())
            readLine(*feed, line, records);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return 0;
}
