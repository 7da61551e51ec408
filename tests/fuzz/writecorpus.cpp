// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/nodecorpus.h"
#include "tests/support/binancesamples.h"
#include "tests/support/jsontext.h"
#include "tests/support/venuesamples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace {

using namespace holdline::testing;

struct Corpus {
    const char* provider;
    const FeedSamples& (*samples)();
};

// One line a provider whose test has samples.
constexpr Corpus corpora[] = {
    {"binance", binanceSamples},   {"binance-futures", binanceFuturesSamples},
    {"bybit", bybitSamples},       {"okx", okxSamples},
    {"coinbase", coinbaseSamples}, {"kraken", krakenSamples},
    {"bitstamp", bitstampSamples},
};

QString fileName(const FeedSample& sample)
{
    QString name = QString::fromLatin1(sample.name).toLower();
    return name.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// Writes the samples of the tests into `<folder>/<provider>/`, a file each, and those of a node beside them.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: write_corpus FOLDER\n", stderr);
        return 2;
    }
    const QDir root(QString::fromLocal8Bit(argv[1]));
    for (const Corpus& corpus : corpora) {
        const QDir folder(root.filePath(QString::fromLatin1(corpus.provider)));
        bool isWritten = folder.mkpath(QStringLiteral("."));
        for (const FeedSample& sample : corpus.samples())
            isWritten = isWritten && write(folder.filePath(fileName(sample)),
                                           QByteArray(1, sample.purpose) + json(sample.text));
        if (!isWritten)
            return 1;
    }
    for (const auto& [path, bytes] : holdline::testing::nodeCorpus()) {
        const QString file = root.filePath(path);
        if (!root.mkpath(path.section(u'/', 0, 0)) || !write(file, bytes))
            return 1;
    }
    return 0;
}
