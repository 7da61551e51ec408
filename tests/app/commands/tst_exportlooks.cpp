// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blockmeans.h"
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using holdline::testing::blockDistance;
using holdline::testing::BlockDistance;
using holdline::testing::Run;

namespace {

struct GoldenView {
    const char* name;
    QStringList options;
};

const QString episodeAt = u"2026-01-21T06:00Z"_s;

std::vector<GoldenView> goldenViews()
{
    const QStringList small{u"--size"_s, u"960x600"_s};
    return {
        {"timeline-dark", small + QStringList{u"--theme"_s, u"dark"_s}},
        {"timeline-light", small + QStringList{u"--theme"_s, u"light"_s}},
        {"timeline-print", small + QStringList{u"--theme"_s, u"print"_s}},
        {"words", small + QStringList{u"--theme"_s, u"light"_s, u"--panes"_s, u"price,etf"_s, u"--title"_s,
                                      u"Low {price.low_24h}"_s, u"--subtitle"_s, u"as of {as_of}"_s,
                                      u"--caption"_s, u"The band is {level.defense-band.state}."_s}},
        {"card", {u"--content"_s, u"card:etf-flow"_s, u"--theme"_s, u"dark"_s}},
        {"brief", {u"--content"_s, u"brief"_s, u"--theme"_s, u"light"_s}}};
}

} // namespace

/// Pictures of the bundled episode as they are to look: as those that were looked at by eye, and as another
/// program draws their vectors. The golden ones are of 64 colours; HOLDLINE_WRITE_GOLDEN=DIR writes new ones.
class TestExportLooks final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        holdline::testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void looksAsBefore_data()
    {
        QTest::addColumn<QStringList>("options");
        for (const GoldenView& view : goldenViews())
            QTest::newRow(view.name) << view.options;
    }
    void looksAsBefore()
    {
        QFETCH(QStringList, options);
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(exported(name, options));
        const QString writeTo = qEnvironmentVariable("HOLDLINE_WRITE_GOLDEN");
        if (!writeTo.isEmpty()) {
            QFile::remove(QDir(writeTo).filePath(name));
            QVERIFY(QFile::copy(path(name), QDir(writeTo).filePath(name)));
            return;
        }
        const QImage golden(QStringLiteral(HOLDLINE_SOURCE_DIR "/tests/data/golden/") + name);
        const QImage now(path(name));
        QCOMPARE(now.size(), golden.size());
        const BlockDistance distance = blockDistance(golden, now);
        QVERIFY2(distance.most <= 24 && distance.mean <= 2, qPrintable(wordsOf(distance)));
    }
    void anotherPictureIsNotTaken()
    {
        QVERIFY(exported(u"a.png"_s, {u"--size"_s, u"960x600"_s, u"--panes"_s, u"price,etf,taker"_s}));
        const QImage golden(QStringLiteral(HOLDLINE_SOURCE_DIR "/tests/data/golden/timeline-dark.png"));
        QVERIFY(blockDistance(golden, QImage(path(u"a.png"_s))).most > 60);
    }

    void vectorsLookTheSameElsewhere_data() { looksAsBefore_data(); }
    void vectorsLookTheSameElsewhere()
    {
        if (QStandardPaths::findExecutable(u"rsvg-convert"_s).isEmpty())
            QSKIP("librsvg2-bin is not installed");
        QFETCH(QStringList, options);
        QVERIFY(exported(u"a.png"_s, options));
        QVERIFY(exported(u"a.svg"_s, options));
        const Run drawn =
            holdline::testing::run(u"rsvg-convert"_s, {path(u"a.svg"_s), u"-o"_s, path(u"b.png"_s)});
        QVERIFY2(drawn.exitCode == 0, drawn.words.constData());
        const QImage ours(path(u"a.png"_s));
        const QImage theirs(path(u"b.png"_s)); // its size is that in millimetres, rounded up
        QVERIFY(theirs.width() - ours.width() <= 1 && theirs.height() - ours.height() <= 1);
        const BlockDistance distance = blockDistance(ours, theirs.copy(QRect({}, ours.size())));
        // Pages of small text, smoothed otherwise, are up to 30 apart; a word that is missing is more
        // than 60.
        QVERIFY2(distance.most <= 40 && distance.mean <= 2.5, qPrintable(wordsOf(distance)));
    }
    void anotherReaderFindsThePngWhole()
    {
        if (QStandardPaths::findExecutable(u"pngcheck"_s).isEmpty())
            QSKIP("pngcheck is not installed");
        QVERIFY(exported(u"a.png"_s, {}));
        const Run read = holdline::testing::run(u"pngcheck"_s, {u"-v"_s, path(u"a.png"_s)});
        QVERIFY2(read.exitCode == 0 && read.output.contains("keyword: Holdline") &&
                     read.output.contains("keyword: Software"),
                 read.output.constData());
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    bool exported(const QString& name, const QStringList& options)
    {
        const Run ended =
            holdline::testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                   QStringList{u"--data-dir"_s, m_folder->path(), u"export"_s, u"--episode"_s,
                                               u"january-2026"_s, u"--at"_s, episodeAt, u"-o"_s, path(name)} +
                                       options);
        if (ended.exitCode != 0)
            qInfo("%s", ended.words.constData());
        return ended.exitCode == 0;
    }
    static QString wordsOf(const BlockDistance& distance)
    {
        return u"at most %1 and on average %2 shades apart"_s.arg(distance.most).arg(distance.mean);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestExportLooks)
#include "tst_exportlooks.moc"
