// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/recordcarrier.h"
#include "tests/support/failonwarning.h"
#include "tests/support/syntheticview.h"
#include "widgets/report/picture.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

struct SvgTexts {
    QString error;
    QString title;
    QString description;
    QString drawn; ///< all of it, one after the other
};

SvgTexts textsOf(const QByteArray& svg)
{
    SvgTexts texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("title"))
            texts.title = reader.readElementText();
        else if (reader.name() == QLatin1String("desc"))
            texts.description = reader.readElementText();
        else if (reader.name() == QLatin1String("text"))
            texts.drawn += reader.readElementText();
    }
    if (reader.hasError())
        texts.error = QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString());
    return texts;
}

} // namespace

class PictureTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }
    void anSvgIsWellFormed_data();
    void anSvgIsWellFormed();
    void withoutATitleTheInstrumentIsIt();
    void aRecordGoesAlong();
    void daysWithoutASessionAreNamed();
};

void PictureTest::anSvgIsWellFormed_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("read");
    const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
    same("plain", QStringLiteral("Defense band"));
    same("what XML gives a meaning", QStringLiteral("BTC & ETH <b>bold</b> > \"87k\" 'x' ]]> &amp;"));
    same("the end of the element", QStringLiteral("</title><script/>"));
    same("letters of any script", QStringLiteral("Größe 東京 ₿ — "));
    same("right to left", QStringLiteral("שלום & العربية < 90"));
    same("beyond the basic plane", QString::fromUcs4(U"\U0001F4C8 up"));
    QTest::newRow("control characters")
        << QStringLiteral("a\u0001b\u0008c\u000bd\u001fe\u007f") << QStringLiteral("abcde");
    QTest::newRow("a zero") << QStringLiteral("a") + QChar(0) + QStringLiteral("b") << QStringLiteral("ab");
    QTest::newRow("no characters at all")
        << QStringLiteral("a") + QChar(0xfffe) + QChar(0xffff) + QStringLiteral("b") << QStringLiteral("ab");
    QTest::newRow("half a character")
        << QStringLiteral("a") + QChar(0xd83d) + QStringLiteral("b") << QStringLiteral("a\ufffdb");
}

void PictureTest::anSvgIsWellFormed()
{
    QFETCH(QString, given);
    View view = syntheticView();
    view.title = given;
    ViewData data = syntheticViewData();
    data.instrumentTitle = data.venueTitle = data.statement = given;
    data.isReconstruction = true;
    for (PaneData& pane : data.panes)
        pane.title = pane.note = given;
    const SvgTexts texts = textsOf(svgPicture(view, data));
    QCOMPARE(texts.error, QString());
    QTEST(texts.title, "read");
    QVERIFY(texts.description.startsWith(QStringLiteral("Holdline ")));
    QVERIFY(!texts.drawn.isEmpty());
}

void PictureTest::withoutATitleTheInstrumentIsIt()
{
    View view = syntheticView();
    view.title.clear();
    ViewData data = syntheticViewData();
    data.instrumentTitle = QStringLiteral("S&P <500>");
    const SvgTexts texts = textsOf(svgPicture(view, data));
    QCOMPARE(texts.error, QString());
    QCOMPARE(texts.title, QStringLiteral("S&P <500>"));
    QVERIFY(texts.drawn.contains(QStringLiteral("S&P <500>")));
}

/// Qt reads it on its own way, and draws the same.
void PictureTest::aRecordGoesAlong()
{
    const View view = syntheticView();
    const ViewData data = syntheticViewData();
    const QByteArray record = R"({"record":1})";
    const QImage image = QImage::fromData(pngPicture(view, data, record));
    QCOMPARE(image.text(QStringLiteral("Holdline")), QString::fromLatin1(record));
    QVERIFY(image.text(QStringLiteral("Software")).startsWith(QStringLiteral("Holdline ")));
    QCOMPARE(image.convertToFormat(QImage::Format_RGB32), paintPicture(view, data));
    const QByteArray svg = svgPicture(view, data, record);
    QCOMPARE(textsOf(svg).error, QString());
    QCOMPARE(textsOf(svg).drawn, textsOf(svgPicture(view, data)).drawn);
    QCOMPARE(recordTextIn(svg).value(), record);
}

/// Those in view: 18 and 19 January 2026, of which the range shows hours 60 to 180 from the 13th on.
void PictureTest::daysWithoutASessionAreNamed()
{
    ViewData data = syntheticViewData();
    PaneData& pane = data.panes.back();
    pane.title = QStringLiteral("ETF net flow");
    const auto drawn = [&] { return textsOf(svgPicture(syntheticView(), data)).drawn; };
    QVERIFY(!drawn().contains(QStringLiteral("without a session")));
    pane.sessionless = {{windowHour(4), windowHour(10)}, {windowHour(6 * 24 + 15), windowHour(6 * 24 + 21)}};
    QVERIFY(drawn().contains(QStringLiteral(
        "ETF net flow: 1 day without a session of New York: 2026-01-19, hatched and in no sum")));
    pane.sessionless[0] = {windowHour(5 * 24 + 15), windowHour(5 * 24 + 21)};
    QVERIFY(drawn().contains(QStringLiteral("2 days without a session of New York: 2026-01-18, 2026-01-19")));
}

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
