// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/recordcarrier.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

const QByteArray text = R"({"record":1,"holdline":"0.1.0"})";

/// One grey pixel.
QByteArray smallPng()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
}

QByteArray smallSvg()
{
    return "<?xml version=\"1.0\"?>\n<svg><title>t</title>\n<desc>d</desc>\n<text>x</text></svg>\n";
}

QByteArray smallPdf()
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Metadata >>\nstream\n<x>" + recordElement(text) +
           "</x>\nendstream\nendobj\n";
}

} // namespace

class RecordCarrierTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void isFoundAgain_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("format");
        QTest::newRow("a picture") << pngWithRecord(smallPng(), text) << u"png"_s;
        QTest::newRow("an empty picture") << pngWithRecord(smallPng().left(33), text) << u"png"_s;
        QTest::newRow("vectors") << svgWithRecord(smallSvg(), text) << u"svg"_s;
        QTest::newRow("a page") << smallPdf() << u"pdf"_s;
        QTest::newRow("a document") << text << u"json"_s;
    }
    void isFoundAgain()
    {
        QFETCH(QByteArray, file);
        const auto found = recordTextIn(file);
        QVERIFY2(found.hasValue(), found.hasError() ? qPrintable(found.error().message) : "");
        QCOMPARE(found.value(), text);
        QTEST(carrierFormat(file), "format");
    }
    void nothingElseChanges()
    {
        QByteArray png = pngWithRecord(smallPng(), text);
        QCOMPARE(png.remove(33, 12 + 9 + text.size()), smallPng());
        QByteArray svg = svgWithRecord(smallSvg(), text);
        QVERIFY(svg.contains("<desc>d</desc>\n<metadata>"));
        const auto begin = svg.indexOf("\n<metadata>");
        QCOMPARE(svg.remove(begin, svg.indexOf("</metadata>") + 11 - begin), smallSvg());
    }

    void whatHoldsNoneIsSaid_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const QString none = u"it holds no record"_s;
        const QString cut = u"cut off or damaged"_s;
        const QByteArray png = pngWithRecord(smallPng(), text);
        QByteArray flipped = png;
        flipped[50] = static_cast<char>(flipped[50] ^ 1);
        QByteArray endless = png;
        endless.replace(33, 4, "\xff\xff\xff\xff");
        QTest::newRow("nothing") << QByteArray() << u"it is none of"_s;
        QTest::newRow("another file") << QByteArray("GIF89a") << u"it is none of"_s;
        QTest::newRow("numbers alone") << QByteArray("series,column,time,to\n") << u"holds numbers alone"_s;
        QTest::newRow("a picture of another program") << smallPng() << none;
        QTest::newRow("a picture with a flipped bit in it") << flipped << cut;
        QTest::newRow("a picture with an endless chunk") << endless << cut;
        QTest::newRow("a picture cut off in it") << png.left(45) << cut;
        QTest::newRow("a picture cut off before it") << png.left(20) << cut;
        QTest::newRow("a picture cut off to its signature") << png.left(8) << cut;
        QTest::newRow("vectors of another program") << smallSvg() << none;
        QTest::newRow("vectors cut off in it") << svgWithRecord(smallSvg(), text).left(130) << cut;
        QTest::newRow("an element that never opens") << QByteArray("<svg><holdline:record") << cut;
        QTest::newRow("a page of another program") << QByteArray("%PDF-1.4\n%%EOF") << none;
        QTest::newRow("a page cut off in it") << smallPdf().left(100) << cut;
    }
    void whatHoldsNoneIsSaid()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto found = recordTextIn(file);
        QVERIFY(found.hasError());
        QCOMPARE(found.error().kind, Error::Kind::Malformed);
        QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
    }
};

QTEST_GUILESS_MAIN(RecordCarrierTest)
#include "tst_recordcarrier.moc"
