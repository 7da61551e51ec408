// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodes.h"
#include "models/readings/placeholders.h"
#include "models/views/picturewordsload.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

View wordyView()
{
    View view = syntheticView();
    view.title = u"{price.last} and\n{price.lst}"_s;
    view.subtitle = u"{from}"_s;
    view.caption = u"One.\r\nTwo: {etf.net_last}, {etf.funds}."_s;
    view.callouts = {{.at = windowHour(70), .text = u"{drive}"_s},
                     {.at = windowHour(71), .text = u"plain"_s}};
    return view;
}

Brief shortBrief()
{
    Brief brief;
    brief.add({.id = u"price.last"_s,
               .value = Amount::parse("89316").value(),
               .unit = u"USDT"_s,
               .text = {},
               .at = {},
               .origin = {},
               .knownAt = {}});
    brief.miss(u"etf.net_last"_s, u"no flows of funds are stored"_s);
    brief.miss(u"etf.funds"_s, u"no flows of funds are stored"_s);
    brief.miss(u"drive"_s, u"no liquidations are stored"_s);
    return brief;
}

} // namespace

class TestPictureWords final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void wordsAreFilledAndTheViewStaysAsTyped()
    {
        const Brief brief = shortBrief();
        const View view = wordyView();
        const ViewData data = syntheticViewData();
        const PictureWords words = pictureWords(view, placeholderFacts(view, data, &brief));
        QCOMPARE(words.title, u"$89,316 and {price.lst}"_s);
        QCOMPARE(words.subtitle, u"15 January 2026, 12:00 UTC"_s); // hour 60 after the 13th
        QCOMPARE(words.caption, u"One.\nTwo: not known, not known."_s);
        QCOMPARE(words.callouts, (QStringList{u"not known"_s, u"plain"_s}));
        QCOMPARE(words.notes, (QStringList{u"Not known: etf.net_last (no flows of funds are stored)"_s,
                                           u"Not known: etf.funds (no flows of funds are stored)"_s,
                                           u"Not known: drive (no liquidations are stored)"_s}));
        QCOMPARE(words.problems.size(), 4);
        QCOMPARE(words.problems.first(), u"There is no reading “price.lst”; price.last may be meant."_s);
    }
    void manyThatAreMissingAreCounted()
    {
        View view = syntheticView();
        view.title = u"{price.last} {price.ytd_pct} {etf.funds} {etf.net_last} {drive} {event.next}"_s;
        const ViewData data = syntheticViewData();
        const PictureWords words =
            pictureWords(view, placeholderFacts(view, data, nullptr, u"none were made"_s));
        QCOMPARE(words.notes.size(), 4);
        QCOMPARE(words.notes.last(), u"Not known: etf.net_last (none were made), and 2 more"_s);
        QCOMPARE(words.problems.size(), 6);
    }
    void unfilledDataGiveTheTypedWordsHarmless()
    {
        View view = wordyView();
        view.subtitle = u"a"_s + QChar(0x202E) + u"b"_s;
        const PictureWords words = wordsOf(view, syntheticViewData());
        QCOMPARE(words.title, u"{price.last} and {price.lst}"_s);
        QCOMPARE(words.subtitle, u"ab"_s);
        QCOMPARE(words.callouts.size(), 2);
    }
    void endlessWordsAreCut()
    {
        View view = syntheticView();
        view.title = QString(1'000'000, u'x');
        QCOMPARE(wordsOf(view, syntheticViewData()).title.size(), 4000);
    }
    void aBriefIsAskedForWhereOneIsQuoted()
    {
        View view = syntheticView();
        view.title = u"{instrument} until {to}"_s;
        QVERIFY(!asksForReadings(view));
        view.callouts = {{.at = windowHour(70), .text = u"{price.last}"_s}};
        QVERIFY(asksForReadings(view));
    }
    void theEarlierOfEndAndKnowledgeIsQuoted()
    {
        const View view = syntheticView(); // to hour 180
        ViewData data = syntheticViewData();
        QCOMPARE(quotedMoment(view, data), windowHour(180));
        data.asOf = windowHour(100);
        QCOMPARE(quotedMoment(view, data), windowHour(100));
    }

    void theEpisodeFillsThem()
    {
        const FakeClock clock{windowHour(400)};
        const QTemporaryDir folder;
        const auto store = openEpisode(u"january-2026"_s, clock);
        QVERIFY(store.hasValue());
        View view;
        view.episode = u"january-2026"_s;
        view.title = u"{level.defense-band.state} {price.low_24h}"_s;
        view.range = {parseIso("2026-01-13").value(), parseIso("2026-01-22").value()};
        const auto data = loadViewData(*store.value(), view, clock);
        QVERIFY(data.hasValue());
        const auto words = loadPictureWords(*store.value(), view, data.value(), folder.path());
        QVERIFY(words.hasValue());
        QCOMPARE(words.value().title, u"lost $87,282"_s); // the published low of 21 January
        QVERIFY(words.value().author.isEmpty());
    }
    void whatIsSetWrongIsSaid()
    {
        const FakeClock clock{windowHour(400)};
        const QTemporaryDir folder;
        const auto store = openEpisode(u"january-2026"_s, clock);
        QVERIFY(store.hasValue());
        View view;
        view.range = {parseIso("2026-01-13").value(), parseIso("2026-01-22").value()};
        QFile file(folder.filePath(u"report.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"author":"A desk","logo":"none.png"})");
        file.close();
        const auto words = loadPictureWords(*store.value(), view, syntheticViewData(), folder.path());
        QVERIFY(words.hasError());
        QVERIFY(words.error().message.contains(u"none.png"_s));
    }
};

QTEST_GUILESS_MAIN(TestPictureWords)
#include "tst_picturewords.moc"
