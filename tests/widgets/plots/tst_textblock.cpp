// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/textblock.h"
#include "widgets/plots/textpainter.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

QFont font()
{
    return themeFont(TextSize::Text);
}

TextBlock block(const QString& text, int width = 400, int lines = 6)
{
    return {text, {.font = font(), .width = width, .step = 18, .mostLines = lines}};
}

/// Columns of a picture 400 wide in which the block left something.
std::pair<int, int> inked(const TextBlock& text)
{
    QImage image(400, 150, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    text.draw(painter, {0, 0}, 400, Qt::black);
    painter.end();
    int first = 400;
    int last = -1;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (image.pixel(x, y) != qRgb(255, 255, 255)) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
    return {first, last};
}

} // namespace

class TestTextBlock final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void nothingTakesNoRoom()
    {
        QVERIFY(TextBlock().isEmpty());
        QVERIFY(block({}).isEmpty());
        QVERIFY(block(u" \n \n"_s).isEmpty());
    }
    void aLineIsAsWideAsItsLetters()
    {
        const QString words = u"Below 90,000"_s;
        const double width = QFontMetricsF(font()).horizontalAdvance(words);
        QVERIFY(std::abs(block(words).size().width() - width) <= 2);
        QCOMPARE(block(words).size().height(), 18);
        QCOMPARE(block(u"a\nb\nc"_s).size().height(), 3 * 18);
    }
    void longOnesAreBrokenAtWords()
    {
        const TextBlock text = block(QString(u"word "_s).repeated(60), 200, 100);
        QVERIFY(text.size().width() <= 200);
        QVERIFY(text.size().height() > 5 * 18);
        QVERIFY(block(QString(500, u'x'), 200, 100).size().width() <=
                201); // where there are no words, anywhere
    }
    void noMoreLinesThanAskedFor()
    {
        QCOMPARE(block(QString(u"word "_s).repeated(3000)).size().height(), 6 * 18);
        QVERIFY(block(QString(u"word "_s).repeated(3000)).size().width() <= 400);
        QCOMPARE(block(QString(u"line\n"_s).repeated(50)).size().height(), 6 * 18);
        // The last line that is shown says that there is more.
        QVERIFY(block(QString(u"line\n"_s).repeated(50)).size().width() > block(u"line"_s).size().width());
        QCOMPARE(block(u"line\nline"_s, 400, 2).size().width(), block(u"line"_s).size().width());
    }
    void eachParagraphStandsAtItsSide()
    {
        const auto left = inked(block(u"Bitcoin"_s));
        QVERIFY(left.first < 5 && left.second < 100);
        const auto right = inked(block(u"بيتكوين"_s));
        QVERIFY(right.first > 300 && right.second > 390);
        const auto hebrew = inked(block(u"ביטקוין at \u2068$89,316\u2069"_s));
        QVERIFY(hebrew.first > 200 && hebrew.second > 390);
    }
    void oddLettersBreakNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("emoji") << u"👩🏽‍💻 🇯🇵 up"_s;
        QTest::newRow("stacked marks") << u"a"_s + QString(200, QChar(0x0301));
        QTest::newRow("half a pair") << QString(QChar(0xD83D));
        QTest::newRow("isolates") << QString(300, QChar(0x2068)) + u"a"_s;
        QTest::newRow("a joiner alone") << QString(QChar(0x200D));
    }
    void oddLettersBreakNothing()
    {
        QFETCH(QString, text);
        const TextBlock odd = block(text);
        QCOMPARE(odd.size().height(), 18);
        (void)inked(odd);
    }
};

QTEST_MAIN(TestTextBlock)
#include "tst_textblock.moc"
