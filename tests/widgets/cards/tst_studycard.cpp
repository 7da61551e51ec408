// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/studytext.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/fanchart.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/plaintable.h"
#include "widgets/cards/studycard.h"

#include <QAreaSeries>
#include <QChart>
#include <QComboBox>
#include <QLabel>
#include <QLineSeries>
#include <QToolButton>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A card with the data, and what it asks for.
struct Asked {
    StudyCard card;
    QSignalSpy questions{&card, &Card::studyRequested};

    Asked()
    {
        card.resize(480, 360);
        card.setData(exampleCards());
    }
    [[nodiscard]] StudyQuestion last() const { return questions.last()[0].value<StudyQuestion>(); }
    void answer(const Result<EventStudy>& study) { card.setStudy(last(), study); }
    [[nodiscard]] bool says(const QString& text) const
    {
        const auto labels = card.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->text().contains(text) && label->isVisibleTo(&card);
        });
    }
    [[nodiscard]] bool showsFigures() const { return card.findChild<FanChart*>()->isVisibleTo(&card); }
    [[nodiscard]] PlainTable* table(const QString& name) const
    {
        for (auto* one : card.findChildren<PlainTable*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    template <typename Series>
    [[nodiscard]] QList<Series*> drawn() const
    {
        QList<Series*> found;
        for (auto* series : card.findChild<PlainChart*>()->chart()->series()) {
            if (auto* one = qobject_cast<Series*>(series))
                found.append(one);
        }
        return found;
    }
};

} // namespace

class TestStudyCard final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void asksOnceAtTheMomentOfTheView()
    {
        const Asked asked;
        QCOMPARE(asked.questions.size(), 1);
        QVERIFY(asked.last() == exampleStudyQuestion());
        QCOMPARE(asked.last().asOf, exampleCards().at);
        QVERIFY(asked.says(u"Looking through what is stored…"_s));
        QVERIFY(!asked.showsFigures());
        QVERIFY(!asked.card.isEmpty());
    }

    void choosingAsksForTheOther()
    {
        Asked asked;
        asked.answer(exampleStudy());
        auto* chooser = asked.card.findChild<QComboBox*>();
        QCOMPARE(chooser->count(), 5);
        chooser->setCurrentIndex(1);
        QCOMPARE(asked.questions.size(), 2);
        QCOMPARE(asked.last().name, u"etf/btc/total"_s);
        QVERIFY2(!asked.showsFigures(), "the figures of the other are gone");
        asked.card.setStudy(exampleStudyQuestion(), exampleStudy()); // comes too late
        QVERIFY(!asked.showsFigures());
        asked.answer(exampleStudy());
        QVERIFY(asked.showsFigures());
    }

    void asksAgainOnlyWhenTheMomentChanges_data()
    {
        QTest::addColumn<qint64>("later");
        QTest::addColumn<bool>("asksAgain");
        QTest::addColumn<bool>("showsOld");
        QTest::newRow("the same moment") << qint64{0} << false << true;
        QTest::newRow("a minute later") << qint64{60} << false << true;
        QTest::newRow("five minutes later") << qint64{300} << true << true;
        QTest::newRow("a minute before: it must not know what came") << qint64{-60} << true << false;
    }
    void asksAgainOnlyWhenTheMomentChanges()
    {
        QFETCH(qint64, later);
        QFETCH(bool, asksAgain);
        Asked asked;
        asked.answer(exampleStudy());
        CardData data = exampleCards();
        data.at += std::chrono::seconds{later};
        asked.card.setData(data);
        QCOMPARE(asked.questions.size(), asksAgain ? 2 : 1);
        if (asksAgain)
            QCOMPARE(asked.last().asOf, data.at);
        QTEST(asked.showsFigures(), "showsOld");
    }

    void asksAgainWhenALevelIsMoved()
    {
        Asked asked;
        asked.answer(exampleStudy());
        CardData data = exampleCards();
        data.levels[0].level.level.high = Price::whole(99'400);
        asked.card.setData(data);
        QCOMPARE(asked.questions.size(), 2);
    }

    void theChoiceOutlivesNewData()
    {
        Asked asked;
        asked.card.choose(4);
        CardData data = exampleCards();
        data.levels.erase(data.levels.begin()); // the band is the last but one now
        asked.card.setData(data);
        QCOMPARE(asked.card.findChild<QComboBox*>()->currentText(), u"Touch of Defense band"_s);
        QCOMPARE(asked.last().name, u"defense-band"_s);
        data.levels.clear();
        asked.card.setData(data);
        QCOMPARE(asked.last().name, u"taker/binance:BTCUSDT"_s);
    }

    void theFanIsMedianAndQuartiles()
    {
        Asked asked;
        const EventStudy study = exampleStudy();
        asked.answer(study);
        const auto areas = asked.drawn<QAreaSeries>();
        const auto lines = asked.drawn<QLineSeries>();
        QCOMPARE(areas.size(), 1);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0]->count(), fanSteps + 1);
        QCOMPARE(lines[0]->at(24), QPointF(24, *study.fan[24].median));
        QCOMPARE(areas[0]->upperSeries()->at(72), QPointF(72, *study.fan[72].upperQuartile));
        QCOMPARE(areas[0]->lowerSeries()->at(168), QPointF(168, *study.fan[168].lowerQuartile));
    }

    void hoursWithoutAValueBreakTheFan()
    {
        Asked asked;
        EventStudy study = exampleStudy();
        study.fan[50] = {};
        asked.answer(study);
        const auto lines = asked.drawn<QLineSeries>();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0]->count(), 50);
        QCOMPARE(lines[1]->at(0).x(), 51.0);
    }

    void theCountIsSaidAndTheSpansAreRows()
    {
        Asked asked;
        asked.answer(exampleStudy());
        QVERIFY(asked.says(countSentence(exampleStudy())));
        QVERIFY(asked.says(u"too few to learn a rule from"_s));
        const auto* spans = asked.table(u"What followed within each span"_s);
        QVERIFY(spans->isVisibleTo(&asked.card));
        QCOMPARE(spans->model()->rowCount(), 4);
    }

    void theTableListsTheCasesAndLeadsToTheirTime()
    {
        Asked asked;
        asked.answer(exampleStudy());
        asked.card.findChild<QToolButton*>()->click();
        auto* cases = asked.table(u"Each time it happened"_s);
        QVERIFY(cases->isVisibleTo(&asked.card));
        QCOMPARE(cases->model()->rowCount(), 9);
        QSignalSpy went(&asked.card, &Card::timeActivated);
        cases->setCurrentIndex(cases->model()->index(0, 0));
        QTest::keyClick(cases, Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<UtcTime>(), at("2026-01-17"));
    }

    void whatCannotBeStudiedIsSaid()
    {
        Asked asked;
        asked.answer(Error{Error::Kind::Unavailable, u"Nothing is stored under “taker/x”."_s});
        QVERIFY(asked.says(u"Nothing is stored under “taker/x”."_s));
        QVERIFY(!asked.showsFigures());
        QVERIFY(!asked.card.isEmpty());
        asked.answer(EventStudy{});
        QVERIFY(asked.says(u"It never happened in what is stored."_s));
    }
};

QTEST_MAIN(TestStudyCard)
#include "tst_studycard.moc"
