// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importcontroller.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/importing.h"
#include "widgets/controls/noticebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

/// A window's import with a data folder of its own, on 2026-09-01.
struct Pasting {
    QTemporaryDir folder;
    FakeClock clock{moment("2026-09-01T00:00:00Z")};
    WindowServices services = windowServices(folder.path(), clock);
    QWidget window;
    NoticeBar notice{&window};
    ImportController imports{services, notice, window};

    /// What the notice says once all is read.
    QString paste(const QString& text, const QString& html = {})
    {
        auto* copied = new QMimeData; // the clipboard owns it
        if (!text.isEmpty())
            copied->setText(text);
        if (!html.isEmpty())
            copied->setHtml(html);
        QGuiApplication::clipboard()->setMimeData(copied);
        imports.paste();
        if (!QTest::qWaitFor([this] { return !imports.isRunning(); }, 30'000))
            return u"it does not end"_s;
        return notice.sentence();
    }
    std::vector<Sample> totals()
    {
        const auto store = Store::open(folder.path(), clock);
        const auto found = store.value()->find(u"etf/btc/total"_s);
        return found.value().empty()
                   ? std::vector<Sample>()
                   : store.value()->samples(found.value().front().id, {earliestTime, latestTime}).value();
    }
};

const QString table = u"\tIBIT\tFBTC\tGBTC\tTotal\n10 Mar 2026\t1,250.5\t(10.0)\t-\t1,240.5\n"_s;
const QString page =
    u"<html><body><table class=\"etf\"><tr><th></th><th>IBIT</th><th>FBTC</th><th>GBTC</th>"
    "<th>Total</th></tr><tr><td>10 Mar 2026</td><td>1</td><td>2</td><td>3</td><td>6</td></tr>"
    "</table></body></html>"_s;

} // namespace

class TestImportController : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void aTableAsText();
    void aTableOfAPage();
    void whatFitsNothing();
    void nothingCopied();
};

void TestImportController::aTableAsText()
{
    Pasting pasting;
    QSignalSpy finished(&pasting.imports, &ImportController::finished);
    QCOMPARE(pasting.paste(table),
             u"Clipboard: 1 rows of etf flows, 1 added, 0 unchanged, 0 revised, 0 rejected"_s);
    QCOMPARE(finished.size(), 1);
    const auto totals = pasting.totals();
    QCOMPARE(totals.size(), std::size_t{1});
    QCOMPARE(totals.front().value.toText(), QByteArray("1240500000"));
    QVERIFY(pasting.paste(table).contains(u"1 unchanged"_s));
}

/// The text has lost its columns; the page has them.
void TestImportController::aTableOfAPage()
{
    Pasting pasting;
    QVERIFY(pasting.paste(u"IBIT FBTC GBTC Total 10 Mar 2026 1 2 3 6"_s, page).contains(u"1 added"_s));
    QCOMPARE(pasting.totals().front().value.toText(), QByteArray("6000000"));
}

void TestImportController::whatFitsNothing()
{
    Pasting pasting;
    const QString said = pasting.paste(u"a sentence that someone copied"_s);
    QVERIFY2(said.startsWith(u"Nothing was taken from the clipboard: the file is not"_s), qPrintable(said));
    QVERIFY(pasting.paste(u"a page"_s, u"<html><body>a page</body></html>"_s)
                .startsWith(u"Nothing was taken from the clipboard: "_s));
    QVERIFY(pasting.totals().empty());
}

void TestImportController::nothingCopied()
{
    Pasting pasting;
    QCOMPARE(pasting.paste({}), u"The clipboard holds no text to paste."_s);
    QCOMPARE(pasting.paste(u" \n\t"_s), u"The clipboard holds no text to paste."_s);
}

QTEST_MAIN(TestImportController)
#include "tst_importcontroller.moc"
