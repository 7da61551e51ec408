// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"
#include "tests/support/syntheticview.h"
#include "widgets/report/frame.h"
#include "widgets/report/logo.h"
#include "widgets/report/pdfpicture.h"
#include "widgets/report/picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray pngOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QByteArray svgLogo =
    R"(<svg xmlns="urn:x" viewBox="0 0 40 20"><rect width="40" height="20" fill="#f00"/></svg>)";

QByteArray svgLogoBytes()
{
    return QByteArray(svgLogo).replace("urn:x", "http:"
                                                "//www.w3.org/2000/svg");
}

QString svgTexts(const QByteArray& svg)
{
    QString all;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "text"_L1)
            all += reader.readElementText() + u'\n';
    return reader.hasError() ? reader.errorString() : all;
}

ViewData worded()
{
    ViewData data = syntheticViewData();
    data.words = PictureWords{.title = u"Title at $89,316"_s,
                              .subtitle = u"Subtitle of it"_s,
                              .caption = u"First paragraph.\nSecond paragraph."_s,
                              .callouts = {u"Callout box"_s},
                              .notes = {u"Not known: etf.net_last (none)"_s},
                              .problems = {u"Only for the person"_s},
                              .author = u"Desk of examples"_s,
                              .logo = {}};
    return data;
}

View wordedView()
{
    View view = syntheticView();
    view.title = u"{typed}"_s;
    view.callouts = {{.at = windowHour(120)}};
    return view;
}

} // namespace

class TestFrame final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void allWordsAreInAnSvg()
    {
        const QByteArray svg = svgPicture(wordedView(), worded());
        const QString texts = svgTexts(svg);
        for (const QString& words :
             {u"Title at $89,316"_s, u"Subtitle of it"_s, u"First paragraph."_s, u"Second paragraph."_s,
              u"Callout box"_s, u"Not known: etf.net_last (none)"_s, u"Desk of examples"_s})
            QVERIFY2(texts.contains(words), qPrintable(words));
        QVERIFY(!texts.contains(u"Only for the person"_s));
        QVERIFY(!texts.contains(u"typed"_s));
        QVERIFY(svg.contains(", author: Desk of examples</desc>"));
    }
    void allWordsAreInAPdf()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdfPicture(wordedView(), worded(), Paper::A4));
        file.close();
        const QString texts =
            QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s}).output);
        for (const QString& words : {u"Title at $89,316"_s, u"Subtitle of it"_s, u"First paragraph."_s,
                                     u"Second paragraph."_s, u"Callout box"_s, u"Desk of examples"_s})
            QVERIFY2(texts.contains(words), qPrintable(words));
        if (QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
            return;
        QVERIFY(run(u"pdfinfo"_s, {file.fileName()}).output.contains("Author:          Desk of examples"));
    }
    void theAuthorIsInAPng()
    {
        const QImage image = QImage::fromData(pngPicture(wordedView(), worded()));
        QCOMPARE(image.text(u"Author"_s), u"Desk of examples"_s);
    }
    void theHeaderGrowsWithASubtitleAlone()
    {
        PictureFrame frame;
        QCOMPARE(headerHeight(frame, {2}), 90);
        frame.subtitle = u"x"_s;
        QVERIFY(headerHeight(frame, {2}) > 90);
    }
    void withoutWordsNothingMoves()
    {
        View view = syntheticView();
        view.title = u"The same"_s;
        ViewData data = syntheticViewData();
        const QImage before = paintPicture(view, data);
        data.words = PictureWords{.title = u"The same"_s};
        QCOMPARE(paintPicture(view, data), before);
    }
    void wordsOfAnyScriptBreakNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("Arabic") << u"سعر \u2068$89,316\u2069 اليوم"_s;
        QTest::newRow("Hebrew") << u"שלום & <90>"_s;
        QTest::newRow("emoji") << u"👩🏽‍💻 🇯🇵"_s;
        QTest::newRow("marks") << u"a"_s + QString(500, QChar(0x0301));
        QTest::newRow("endless") << QString(4000, u'x');
    }
    void wordsOfAnyScriptBreakNothing()
    {
        QFETCH(QString, words);
        ViewData data = syntheticViewData();
        data.words = PictureWords{
            .title = words, .subtitle = words, .caption = words, .callouts = {words}, .author = words};
        View view = wordedView();
        view.size = {600, 400};
        const QByteArray svg = svgPicture(view, data);
        QVERIFY(svgTexts(svg).contains(u"BTC-USDT"_s)); // it is well-formed
        QCOMPARE(paintPicture(view, data).size(), QSize(600, 400));
        QVERIFY(!pdfPicture(view, data, Paper::A4).isEmpty());
    }
    /// What stands left in the header is the same, whatever the direction of the title.
    void aTitleFromRightToLeftMovesNoOtherWords()
    {
        View view = syntheticView();
        ViewData data = syntheticViewData();
        data.words = PictureWords{.title = u"سعر البيتكوين"_s};
        const QImage one = paintPicture(view, data).copy(0, 0, 400, 40);
        data.words = PictureWords{};
        QCOMPARE(one, paintPicture(view, data).copy(0, 0, 400, 40));
    }

    void logos_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size"); ///< within 160 by 24
        QTest::newRow("wide PNG") << pngOf({300, 30}) << QSize(160, 16);
        QTest::newRow("high PNG") << pngOf({30, 60}) << QSize(12, 24);
        QTest::newRow("small PNG") << pngOf({2, 2}) << QSize(24, 24);
        QTest::newRow("SVG") << svgLogoBytes() << QSize(48, 24);
        QTest::newRow("none") << QByteArray() << QSize();
    }
    void logos()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, size);
        QVERIFY(checkLogo(bytes).hasValue());
        QCOMPARE(logoSize(bytes, {160, 24}), size);
    }
    void noPicturesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray("no picture");
        QTest::newRow("a cut PNG") << pngOf({30, 60}).left(60);
        QTest::newRow("PNG of another content") << pngOf({30, 60}).left(8) + QByteArray(100, 'x');
        QTest::newRow("too wide") << pngOf({4097, 1});
        QTest::newRow("SVG without an end") << svgLogoBytes().left(70);
        QTest::newRow("SVG of another file")
            << svgLogoBytes().replace("<rect", "<image href='/tmp/a.png' width='9' height='9'/><rect");
        QTest::newRow("packed SVG") << QByteArray("\x1f\x8b\x08 and so on");
        QTest::newRow("SVG of no size") << QByteArray("<svg/>");
    }
    void noPicturesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QTest::failOnWarning(QRegularExpression(u"^$"_s)); // the libraries may tell of the damage
        const auto done = checkLogo(bytes);
        QVERIFY(done.hasError());
        QCOMPARE(done.error().kind, Error::Kind::Malformed);
        QVERIFY(done.error().message.contains(u"logo"_s));
        QImage image(100, 30, QImage::Format_RGB32);
        QPainter painter(&image);
        paintLogo(painter, bytes, {0, 0, 48, 24}); // draws nothing, and does not fall
    }
    void theLogoStandsAtTheRight_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("PNG") << pngOf({48, 24});
        QTest::newRow("SVG") << svgLogoBytes();
    }
    void theLogoStandsAtTheRight()
    {
        QFETCH(QByteArray, bytes);
        ViewData data = syntheticViewData();
        data.words = PictureWords{.title = u"x"_s, .logo = bytes};
        const QImage image = paintPicture(syntheticView(), data);
        const int right = image.width() - 1 - 14; // the margin
        QCOMPARE(image.pixelColor(right - 3, 22), QColor(Qt::red));
        QCOMPARE(image.pixelColor(right - 44, 22), QColor(Qt::red));
        QVERIFY(image.pixelColor(right - 60, 22) != QColor(Qt::red));
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
