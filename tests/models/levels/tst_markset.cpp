// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markcommand.h"
#include "models/levels/markeditor.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

Level line(const QString& id, int price)
{
    Level level;
    level.id = id;
    level.name = id;
    level.instrument = QStringLiteral("binance:BTCUSDT");
    level.low = level.high = Price::whole(price);
    return level;
}

Drawing trend(const QString& id, int price)
{
    return {.id = id,
            .instrument = QStringLiteral("binance:BTCUSDT"),
            .kind = QStringLiteral("trend-line"),
            .anchors = {{start, Price::whole(price)}, {start + 1h, Price::whole(price + 5)}}};
}

std::vector<Mark> stored(Store& store)
{
    const auto levels = store.levels();
    const auto drawings = store.drawings();
    if (levels.hasError() || drawings.hasError())
        return {};
    std::vector<Mark> marks(levels.value().begin(), levels.value().end());
    marks.insert(marks.end(), drawings.value().begin(), drawings.value().end());
    std::ranges::sort(marks, {}, [](const Mark& mark) { return idOf(mark); });
    return marks;
}

} // namespace

class TestMarkSet final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_marks = std::make_unique<MarkSet>();
        m_stack = std::make_unique<QUndoStack>();
        m_editor = std::make_unique<MarkEditor>(*m_marks, *m_stack, m_clock, QStringLiteral("ada"));
    }
    void cleanup()
    {
        m_stack.reset();
        m_marks.reset();
    }

    void everyActIsUndoneAndTold()
    {
        QSignalSpy told(m_marks.get(), &MarkSet::changed);
        m_editor->add(line(QStringLiteral("a"), 100), QStringLiteral("level"));
        QCOMPARE(told.takeFirst().at(0).toStringList(), QStringList{QStringLiteral("a")});
        m_editor->setLocked({QStringLiteral("a")}, true);
        m_editor->remove({QStringLiteral("a")});
        QVERIFY(m_marks->find(QStringLiteral("a"))); // locked
        m_editor->setLocked({QStringLiteral("a")}, false);
        m_editor->remove({QStringLiteral("a")});
        QVERIFY(m_marks->marks().empty());
        m_stack->undo();
        QVERIFY(m_marks->find(QStringLiteral("a")));
        while (m_stack->canUndo())
            m_stack->undo();
        QVERIFY(m_marks->marks().empty());
        QCOMPARE(told.size(), 7);
    }

    void aDragIsOneStepAndSoAreQuickNudges()
    {
        m_editor->add(line(QStringLiteral("a"), 100), QStringLiteral("level"));
        for (int price = 101; price <= 120; ++price)
            m_editor->replace({line(QStringLiteral("a"), price)}, QStringLiteral("move"), 7);
        QCOMPARE(m_stack->count(), 2);
        for (int price = 121; price <= 125; ++price) {
            m_clock.advance(100ms);
            m_editor->nudge({line(QStringLiteral("a"), price)}, QStringLiteral("nudge"));
        }
        m_clock.advance(2s);
        m_editor->nudge({line(QStringLiteral("a"), 126)}, QStringLiteral("nudge"));
        QCOMPARE(m_stack->count(), 4);
        m_stack->undo();
        QCOMPARE(priceOf("a"), Price::whole(125));
        m_stack->undo();
        QCOMPARE(priceOf("a"), Price::whole(120));
        m_stack->undo();
        QCOMPARE(priceOf("a"), Price::whole(100));
        m_stack->redo();
        QCOMPARE(priceOf("a"), Price::whole(120));
    }

    void whatDoesNotChangeIsNoStep()
    {
        m_editor->add(line(QStringLiteral("a"), 100), QStringLiteral("level"));
        m_editor->replace({line(QStringLiteral("a"), 100)}, QStringLiteral("move"));
        QCOMPARE(m_stack->count(), 1);
    }

    void copiesHaveIdsOfTheirOwnAndStylesAreRemembered()
    {
        m_editor->add(trend(QStringLiteral("a"), 100), QStringLiteral("trend"));
        m_editor->setStyle({QStringLiteral("a")}, {QStringLiteral("#ff0000"), 2, LineDash::Dashed});
        QCOMPARE(m_editor->newTraits(QStringLiteral("trend-line")).style.colour, QStringLiteral("#ff0000"));
        QCOMPARE(m_editor->newTraits(QStringLiteral("ray")).style.colour, QString());
        const auto ids = m_editor->paste(m_editor->found({QStringLiteral("a"), QStringLiteral("a")}),
                                         QStringLiteral("paste"));
        QCOMPARE(ids.size(), 2);
        QVERIFY(ids[0] != ids[1]);
        QCOMPARE(m_marks->marks().size(), std::size_t(3));
        QCOMPARE(traitsOf(*m_marks->find(ids[1])).author, QStringLiteral("ada"));
        m_stack->undo();
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
    }

    void frontAndBackGoBeyondAllOthers()
    {
        for (const char* id : {"a", "b", "c"})
            m_editor->add(trend(QString::fromLatin1(id), 100), QStringLiteral("trend"));
        m_editor->setOrder({QStringLiteral("a")}, true);
        m_editor->setOrder({QStringLiteral("b")}, true);
        m_editor->setOrder({QStringLiteral("c")}, false);
        const auto order = [&](const char* id) {
            return traitsOf(*m_marks->find(QString::fromLatin1(id))).order;
        };
        QVERIFY(order("b") > order("a"));
        QVERIFY(order("a") > order("c"));
    }

    /// 100,000 acts by chance, saved and loaded again and again.
    void anyOrderOfActsEndsWhereItBegan()
    {
        const QTemporaryDir folder;
        const auto store = std::move(Store::open(folder.path(), m_clock, Durability::Normal)).value();
        std::vector<Mark> first{line(QStringLiteral("level-1"), 90'000),
                                trend(QStringLiteral("trend-1"), 91'000)};
        m_marks->reset(first);
        QSet<QString> unsaved;
        connect(m_marks.get(), &MarkSet::changed, this, [&](const QStringList& ids) {
            for (const QString& id : ids)
                unsaved.insert(id);
        });
        save(*store, {QStringLiteral("level-1"), QStringLiteral("trend-1")});
        QRandomGenerator chance(20260121);
        m_stack->setUndoLimit(0);
        for (int act = 0; act < 100'000; ++act) {
            actByChance(chance);
            if (act % 500 == 499) {
                save(*store, unsaved);
                unsaved.clear();
                QVERIFY2(stored(*store) == m_marks->marks(), qPrintable(QString::number(act)));
            }
            if (act % 20'000 == 19'999)
                m_marks->reset(stored(*store));
        }
        while (m_stack->canUndo())
            m_stack->undo();
        QVERIFY(m_marks->marks() == first);
        while (m_stack->canRedo())
            m_stack->redo();
        save(*store, unsaved);
        const auto again = std::move(Store::open(folder.path(), m_clock)).value();
        QVERIFY(stored(*again) == m_marks->marks());
        QVERIFY(again->journal({}).value().size() > 200);
    }

private:
    Price priceOf(const char* id) { return std::get<Level>(*m_marks->find(QString::fromLatin1(id))).low; }

    void save(Store& store, const QSet<QString>& ids)
    {
        QVERIFY(store.begin().hasValue());
        for (const QString& id : ids) {
            const Mark* const mark = m_marks->find(id);
            if (!mark) {
                QVERIFY(store.removeMark(id).hasValue());
            } else if (const auto* const level = std::get_if<Level>(mark)) {
                QVERIFY(store.putLevels(std::vector{*level}).hasValue());
            } else {
                QVERIFY(store.putDrawings(std::vector{std::get<Drawing>(*mark)}).hasValue());
            }
        }
        QVERIFY(store.commit().hasValue());
    }

    QStringList someIds(QRandomGenerator& chance)
    {
        QStringList ids;
        for (quint32 i = chance.bounded(3U); i < 3 && !m_marks->marks().empty(); ++i) {
            const auto count = static_cast<quint32>(m_marks->marks().size());
            ids.append(idOf(m_marks->marks()[chance.bounded(count)]));
        }
        ids.removeDuplicates();
        return ids;
    }

    void actByChance(QRandomGenerator& chance)
    {
        m_clock.advance(Span{chance.bounded(1500)});
        const int price = 80'000 + static_cast<int>(chance.bounded(20'000U));
        const QStringList ids = someIds(chance);
        switch (chance.bounded(m_marks->marks().size() > 40 ? 9 : 12)) {
        case 0:
            return m_editor->remove(ids);
        case 1:
            return m_stack->undo();
        case 2:
        case 3:
            return m_stack->redo();
        case 4:
            return m_editor->setLocked(ids, chance.bounded(4U) == 0);
        case 5:
            return m_editor->setOrder(ids, chance.bounded(2U) == 0);
        case 6:
            return m_editor->setStyle(
                ids, {QStringLiteral("#0f8a73"), 1.0 + chance.bounded(4U), LineDash::Dotted});
        case 7:
        case 8: {
            auto marks = m_editor->found(ids);
            for (Mark& mark : marks) {
                if (auto* level = std::get_if<Level>(&mark))
                    level->low = level->high = Price::whole(price);
                else
                    std::get<Drawing>(mark).anchors[0].price = Price::whole(price);
            }
            return m_editor->replace(marks, QStringLiteral("move"), chance.bounded(3U));
        }
        case 9:
            m_editor->paste(m_editor->found(ids), QStringLiteral("paste"));
            return;
        case 10:
            return m_editor->add(line(m_editor->newId(QStringLiteral("level")), price),
                                 QStringLiteral("level"));
        default:
            return m_editor->add(trend(m_editor->newId(QStringLiteral("trend-line")), price),
                                 QStringLiteral("trend"));
        }
    }

    FakeClock m_clock{start};
    std::unique_ptr<MarkSet> m_marks;
    std::unique_ptr<QUndoStack> m_stack;
    std::unique_ptr<MarkEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestMarkSet)
#include "tst_markset.moc"
