// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/studychoices.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using Kind = StudyQuestion::Kind;

class TestStudyChoices final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void flowsThenLevelsThenCategories()
    {
        CardData data = exampleCards();
        data.events[0].category = u"tariff"_s;
        data.events[1].category = u"auction"_s;
        data.events[2].category = u"auction"_s;
        QStringList titles;
        for (const StudyChoice& choice : studyChoices(data))
            titles.append(choice.title);
        QCOMPARE(titles,
                 QStringList({u"Net taker volume at or under −$300 M"_s, u"ETF outflow of $300 M or more"_s,
                              u"Touch of Short-term holders"_s, u"Touch of 1–3 month holders"_s,
                              u"Touch of Defense band"_s, u"Event: auction"_s, u"Event: tariff"_s}));
    }

    void eachAsksAtTheMomentOfTheView()
    {
        const CardData data = exampleCards();
        for (const StudyChoice& choice : studyChoices(data)) {
            QCOMPARE(choice.question.asOf, data.at);
            QCOMPARE(choice.question.instrument, data.instrument);
        }
    }

    void theQuestionsNameWhatIsStored()
    {
        const auto choices = studyChoices(exampleCards());
        QCOMPARE(choices[0].question.name, u"taker/binance:BTCUSDT"_s);
        QVERIFY(choices[0].question.kind == Kind::FallsTo);
        QVERIFY(choices[0].question.threshold == millions(-300));
        QCOMPARE(choices[1].question.name, u"etf/btc/total"_s);
        QVERIFY(choices[1].question.threshold == millions(-300));
        QCOMPARE(choices.back().question.name, u"defense-band"_s);
        QVERIFY(choices.back().question.kind == Kind::Touches);
    }

    void nothingIsAskedOfNoInstrument() { QVERIFY(studyChoices({}).empty()); }
};

QTEST_GUILESS_MAIN(TestStudyChoices)
#include "tst_studychoices.moc"
