// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodearchive.h"
#include "resources/episodes/generator/january2026.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestEpisode final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theFileIsTheOutputOfTheGenerator();
};

void TestEpisode::theFileIsTheOutputOfTheGenerator()
{
    QFile file(QStringLiteral(":/holdline/episodes/january-2026.tar.zst"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto files = unpackFiles(file.readAll());
    QVERIFY(files.hasValue());
    const std::vector<Member> members = makeJanuary2026();
    QCOMPARE(files.value().size(), members.size());
    for (const Member& member : members) {
        QVERIFY2(files.value().contains(member.name), qPrintable(member.name));
        QVERIFY2(files.value().at(member.name) == member.bytes, qPrintable(member.name));
    }
}

QTEST_GUILESS_MAIN(TestEpisode)
#include "tst_episode.moc"
