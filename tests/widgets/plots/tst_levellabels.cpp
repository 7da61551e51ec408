// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/alertsigns.h"
#include "widgets/plots/levellabels.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

/// A plot of 800 by 500 px over 24 h, one px a unit of price: 500 at its top, 0 at its bottom.
struct Picture {
    std::vector<LevelData> levels;
    View view;
    ViewData data;
    TimelineLayout layout;
    QTimeZone zone = QTimeZone::utc();
    QRect plot{0, 0, 800, 500};
    ValueScale values{.low = 0, .high = 500, .top = 0, .height = 500, .logarithmic = false};
    Inks inks = inksOf(themeByName(u"dark"_s));
    TextPainter text;
    PixelGrid grid{1};

    Picture()
    {
        text.setRatio(1);
        layout.time = {{UtcTime{}, UtcTime{} + std::chrono::hours{24}}, 0, 800.0};
    }
    void add(const QString& name, double price, const QString& definition = u"cost basis of holders, raw"_s)
    {
        LevelData one;
        one.level.id = name;
        one.level.name = name;
        one.level.low = one.level.high = Price::fromDouble(price);
        one.level.definition = definition;
        levels.push_back(one);
    }
    std::vector<LevelShape> shapes() const { return layOutLevels(levels, layout.time, values, plot, 1); }
    std::vector<LevelLabel> labels(const std::vector<QRect>& taken = {})
    {
        return layOutLevelLabels(shapes(), plot, taken, {layout, view, data, zone, 1970}, inks, text, grid);
    }
};

/// Whether a label stands right above or right below the line of its level.
bool isAtItsLine(const LevelLabel& label, double price)
{
    const int line = 500 - static_cast<int>(price);
    return std::abs(label.ground.bottom() - line) <= 4 || std::abs(label.ground.top() - line) <= 4;
}

} // namespace

class TestLevelLabels final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void oneAloneStandsAboveItsLineAtTheLeft()
    {
        Picture picture;
        picture.add(u"Support"_s, 250);
        const auto labels = picture.labels();
        QCOMPARE(labels.size(), std::size_t(1));
        QVERIFY(labels[0].ground.bottom() < 250 && labels[0].ground.bottom() >= 246);
        QVERIFY(labels[0].ground.left() < 20);
        QCOMPARE(labels[0].words, u"cost basis of holders, raw"_s);
    }
    void manyInOnePlaceKeepToTheirLinesAndApart()
    {
        Picture picture;
        QHash<QString, double> prices;
        for (int i = 0; i < 12; ++i) {
            const QString name = u"Level %1"_s.arg(i);
            prices.insert(name, 250 + i * 5);
            picture.add(name, 250 + i * 5);
        }
        const auto labels = picture.labels();
        QVERIFY(labels.size() >= 8); // six rows of 16 px reach over those 55 px, and each holds several
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY2(isAtItsLine(labels[i], prices.value(labels[i].name)), qPrintable(labels[i].name));
            QVERIFY(picture.plot.contains(labels[i].ground));
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(!labels[i].ground.intersects(labels[other].ground));
        }
    }
    void oneWithoutRoomAtItsLineIsLeftOut()
    {
        Picture picture;
        picture.add(u"Hidden"_s, 250);
        picture.add(u"Seen"_s, 100);
        const auto labels = picture.labels({QRect(0, 220, 800, 60)});
        QCOMPARE(labels.size(), std::size_t(1));
        QCOMPARE(labels[0].name, u"Seen"_s);
    }
    void wordsEndWhereANoteBegins()
    {
        Picture picture;
        picture.add(u"Support"_s, 250,
                    u"a definition that is long enough to reach across most of the plot, and more"_s);
        const QRect note(300, 225, 80, 60);
        const auto labels = picture.labels({note});
        QCOMPARE(labels.size(), std::size_t(1));
        QVERIFY(labels[0].ground.right() < note.left());
        QVERIFY(labels[0].words.endsWith(u"…"_s));
    }
    void aThousandLevelsHaveNoMoreLabelsThanCanBeRead()
    {
        Picture picture;
        for (int i = 0; i < 1000; ++i)
            picture.add(u"Level %1"_s.arg(i), i / 2.0);
        QVERIFY(picture.labels().size() <= 40);
    }

    void aBellStandsAtItsLevelOrOnItsOwnLine()
    {
        Picture picture;
        picture.add(u"support"_s, 250);
        const std::vector<AlertPlace> places{{.level = u"support"_s}, {.price = Price::whole(400)}};
        const auto bells = layOutAlerts(places, picture.shapes(), picture.values, picture.plot, picture.grid);
        QCOMPARE(bells.size(), std::size_t(2));
        QCOMPARE(bells[0].bell.center().y() / 2, 99 / 2); // 500 - 400, a px for the half of an even size
        QCOMPARE(bells[0].dashes, QRect(0, 100, 800, 1));
        QVERIFY(bells[1].bell.contains(bells[1].bell.center().x(), 250));
        QVERIFY(bells[1].dashes.isEmpty());
        QVERIFY(bells[1].bell.right() <= picture.plot.right());
    }
    void bellsAtOneHeightStandSideBySide()
    {
        Picture picture;
        const std::vector<AlertPlace> places{{.price = Price::whole(400)}, {.price = Price::whole(402)}};
        const auto bells = layOutAlerts(places, {}, picture.values, picture.plot, picture.grid);
        QCOMPARE(bells.size(), std::size_t(2));
        QVERIFY(!bells[0].bell.intersects(bells[1].bell));
    }
    void outOfSightThereIsNoBell()
    {
        Picture picture;
        const std::vector<AlertPlace> places{{.price = Price::whole(600)}, {.level = u"gone"_s}};
        QVERIFY(layOutAlerts(places, {}, picture.values, picture.plot, picture.grid).empty());
    }
};

QTEST_MAIN(TestLevelLabels)
#include "tst_levellabels.moc"
