// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/recordcarrier.h"
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"
#include "tests/support/syntheticview.h"
#include "widgets/report/pdfpicture.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray record = R"({"record":1})";

QByteArray pdfOf(const View& view, Paper paper = Paper::A4)
{
    return pdfPicture(view, syntheticViewData(), paper, record);
}

/// Offsets of the objects as the table at the end has them (ISO 32000-1, 7.5.4), the first being object 1.
QList<qsizetype> offsetsOf(const QByteArray& pdf)
{
    QList<qsizetype> offsets;
    const auto table = pdf.mid(pdf.lastIndexOf("startxref") + 10).split('\n').first().trimmed().toLongLong();
    const QByteArrayList lines = pdf.mid(table).split('\n');
    if (lines.value(0).trimmed() != "xref")
        return offsets;
    for (qsizetype i = 3; i < lines.size() && lines[i].contains(" n"); ++i)
        offsets.append(lines[i].left(10).toLongLong());
    return offsets;
}

QByteArray printedBy(const QString& program, const QByteArray& pdf, const QStringList& arguments = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    return run(program, QStringList{file.fileName()} + arguments).output;
}

} // namespace

class PdfPictureTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void theSameDataGiveTheSameBytes()
    {
        const QByteArray first = pdfOf(syntheticView());
        QTest::qWait(1100); // its date has seconds
        QVERIFY(pdfOf(syntheticView()) == first);
        QVERIFY(first.contains("/CreationDate (D:20260123000000Z)")); // the last close
    }
    void everyObjectIsWhereItIsSaidToBe_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("none") << QString();
        QTest::newRow("what a PDF gives a meaning") << u"a (b) \\ >> endobj"_s;
        QTest::newRow("letters of any script") << u"Größe 東京 ₿ \U0001F4C8"_s;
        QTest::newRow("long") << QString(3000, u'x');
        QTest::newRow("no characters") << QString(QChar(1)) + QChar(0xfffe) + u"<b>"_s;
    }
    void everyObjectIsWhereItIsSaidToBe()
    {
        QFETCH(QString, title);
        View view = syntheticView();
        view.title = title;
        const QByteArray pdf = pdfOf(view);
        const auto offsets = offsetsOf(pdf);
        QVERIFY(offsets.size() > 10);
        for (qsizetype i = 0; i < offsets.size(); ++i)
            QVERIFY(pdf.mid(offsets[i]).startsWith(QByteArray::number(i + 1) + " 0 obj"));
        QCOMPARE(recordTextIn(pdf).value(), record);
        const auto begin = pdf.indexOf("<?xpacket begin");
        QXmlStreamReader xmp(pdf.mid(begin, pdf.indexOf("endstream", begin) - begin));
        while (!xmp.atEnd())
            xmp.readNext();
        QVERIFY2(!xmp.hasError(), qPrintable(xmp.errorString()));
    }
    void thePageLiesAsThePictureDoes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QByteArray>("box");
        QTest::newRow("wide") << QSize(800, 500) << Paper::A4 << QByteArray("[ 0 0 842.000000 595.000000 ]");
        QTest::newRow("high") << QSize(500, 800) << Paper::A4 << QByteArray("[ 0 0 595.000000 842.000000 ]");
        QTest::newRow("letter") << QSize(800, 500) << Paper::Letter
                                << QByteArray("[ 0 0 792.000000 612.000000 ]");
    }
    void thePageLiesAsThePictureDoes()
    {
        QFETCH(QSize, size);
        QFETCH(Paper, paper);
        QFETCH(QByteArray, box);
        View view = syntheticView();
        view.size = size;
        QVERIFY(pdfOf(view, paper).contains("/MediaBox " + box));
    }
    void anotherProgramReadsIt()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils is not installed");
        View view = syntheticView();
        view.title = u"Office figures, Größe"_s;
        const QByteArray pdf = pdfOf(view);
        const QByteArray words = printedBy(u"pdftotext"_s, pdf, {u"-"_s});
        QVERIFY2(words.contains("Office figures, Größe") && words.contains("BTC-USDT"), words.constData());
        const QByteArray info = printedBy(u"pdfinfo"_s, pdf);
        for (const char* const line :
             {"Title:           Office figures, Größe", "Author:          Holdline",
              "BTC-USDT, Binance spot, 2026-01-15", "Fri Jan 23 00:00:00 2026", "Pages:           1"})
            QVERIFY2(info.contains(line), info.constData());
        for (const QByteArray& font : printedBy(u"pdffonts"_s, pdf).trimmed().split('\n').mid(2))
            QVERIFY2(font.simplified().contains("Identity-H yes"), font.constData()); // embedded
    }
};

QTEST_MAIN(PdfPictureTest)
#include "tst_pdfpicture.moc"
