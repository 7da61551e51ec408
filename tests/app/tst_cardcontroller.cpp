// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cardcontroller.h"
#include "app/cardreport.h"
#include "app/mainwindow.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"
#include "widgets/controls/noticebar.h"

#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

View episodeView()
{
    View view;
    view.episode = u"january-2026"_s;
    view.panes = defaultPanes();
    view.range = {at("2026-01-13"), at("2026-01-24")};
    return view;
}

QAction* actionOf(const QMenu& menu, const QString& text)
{
    for (QAction* const action : menu.actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

} // namespace

/// What is copied and saved of cards and panels in the window, of the bundled episode.
class CardControllerTest final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<WindowServices>(windowServices(m_folder->path(), m_clock));
        m_services->alerts = {};
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_services.reset(); }

    void aPictureIsCopied()
    {
        QVERIFY(perform(CardAct::CopyPicture, u"card:etf-flow"_s));
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(960, 600));
    }
    void wordsAreCopied()
    {
        QVERIFY(perform(CardAct::CopyText, u"card:levels"_s));
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"Levels · BTC-USDT, Binance spot · "_s), qPrintable(text));
        QVERIFY2(text.contains(u"Defense band · 89,800–90,000 · inside · testing\n"_s), qPrintable(text));
        QVERIFY2(text.contains(u"This is a reconstruction between published figures"_s), qPrintable(text));
    }
    void eachCellIsNamed()
    {
        QVERIFY(perform(CardAct::CopyText, u"card:etf-flow"_s));
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(u"\n20 Jan 2026 · Total −479.7 · IBIT −267.2 · "_s), qPrintable(text));
    }
    void theBriefIsCopiedWithItsSources()
    {
        QVERIFY(perform(CardAct::CopyText, u"brief"_s));
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"binance:BTCUSDT, "_s) && text.contains(u"\n[1] "_s), qPrintable(text));
    }
    void aTableIsCopiedTwice()
    {
        QVERIFY(perform(CardAct::CopyTable, u"card:candles"_s));
        const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
        const QStringList lines = data->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 11 * 24);
        QVERIFY(lines[0].contains(u'\t'));
        QCOMPARE(lines[1].count(u'\t'), lines[0].count(u'\t'));
        QVERIFY(data->html().startsWith(u"<table>"_s));
        QCOMPARE(data->html().count(u"<tr>"_s), lines.size());
    }
    void aChartWithoutATableIsCopiedAsItsNumbers()
    {
        QVERIFY(perform(CardAct::CopyTable, u"card:watchlist"_s));
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"row\tcolumn\tvalue\tunit\tsource\tknown_at\n"_s),
                 qPrintable(text.left(80)));
        QVERIFY(text.contains(u"\nSOL\tchange_pct\t"_s));
    }
    void whatIsSavedCanBeVerified_data()
    {
        QTest::addColumn<QString>("ending");
        for (const QString& ending : {u"png"_s, u"svg"_s, u"pdf"_s, u"json"_s})
            QTest::newRow(qPrintable(ending)) << ending;
    }
    void whatIsSavedCanBeVerified()
    {
        QFETCH(QString, ending);
        const QString path = m_folder->filePath(u"a."_s + ending);
        QVERIFY(saved(path, u"card:picture"_s));
        const auto ended = testing::run(QStringLiteral(HOLDLINE_PROGRAM), {u"verify"_s, path});
        QCOMPARE(ended.output, QByteArray("{\"same\":true,\"changed\":[]}\n"));
        QCOMPARE(ended.words, QByteArray());
    }
    void whatCannotBeReadIsSaid()
    {
        View view = episodeView();
        view.instrument = u"kraken:BTC/USD"_s;
        CardController controller(*m_services, m_notice, m_window);
        controller.perform(CardAct::CopyText, u"card:levels"_s, view, at("2026-01-24"));
        QTRY_VERIFY_WITH_TIMEOUT(m_notice.sentence().contains(u"kraken:BTC/USD"_s), 20'000);
        m_notice.say({});
        controller.saveTo(m_folder->filePath(u"nowhere/a.png"_s), u"card:levels"_s, episodeView(),
                          at("2026-01-24"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_notice.sentence().isEmpty(), 20'000);
    }

    /// By the menu alone: Picture, Of a card or panel, ETF flow, Copy as text.
    void everyDockIsInTheMenu()
    {
        MainWindow window(*m_services, episodeView());
        QSignalSpy settled(&window, &MainWindow::settled);
        window.show();
        QVERIFY(settled.wait(20'000));
        const auto menus = window.findChildren<QMenu*>();
        const auto found = std::find_if(menus.begin(), menus.end(), [](const QMenu* menu) {
            return menu->title() == u"Of a card or panel"_s;
        });
        QVERIFY(found != menus.end());
        QCOMPARE((*found)->actions().size(), window.findChildren<QDockWidget*>().size());
        QAction* const flow = actionOf(**found, u"ETF flow"_s);
        QVERIFY(flow && flow->menu());
        for (const QString& act : {u"Copy as picture"_s, u"Copy as text"_s, u"Copy as table"_s, u"Save…"_s})
            QVERIFY2(actionOf(*flow->menu(), act), qPrintable(act));
        actionOf(*flow->menu(), u"Copy as text"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            QGuiApplication::clipboard()->text().startsWith(u"ETF flow by fund · BTC-USDT"_s), 20'000);
    }
    void theTimelineIsCopiedInWordsAndNumbers()
    {
        MainWindow window(*m_services, episodeView());
        QSignalSpy settled(&window, &MainWindow::settled);
        window.show();
        QVERIFY(settled.wait(20'000));
        const auto trigger = [&](const QString& text) {
            for (QAction* const action : window.actions())
                if (action->text() == text)
                    return action->trigger();
        };
        trigger(u"Copy as text"_s);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"BTC-USDT, Binance spot · "_s), qPrintable(text));
        QVERIFY2(text.contains(u"\nDefense band 89,800–90,000: "_s), qPrintable(text));
        trigger(u"Copy as table"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().startsWith(
                                     u"series\tcolumn\ttime\tto\tvalue\tknown_at\tsource\n"_s),
                                 20'000);
    }

private:
    bool perform(CardAct act, const QString& content)
    {
        CardController controller(*m_services, m_notice, m_window);
        QSignalSpy copied(&controller, &CardController::copied);
        controller.perform(act, content, episodeView(), at("2026-01-27T05:00Z"));
        return copied.wait(20'000);
    }
    bool saved(const QString& path, const QString& content)
    {
        CardController controller(*m_services, m_notice, m_window);
        QSignalSpy saved(&controller, &CardController::saved);
        controller.saveTo(path, content, episodeView(), at("2026-01-27T05:00Z"));
        return saved.wait(20'000);
    }

    testing::FakeClock m_clock{at("2026-01-28")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowServices> m_services;
    QWidget m_window;
    NoticeBar m_notice{&m_window};
};

QTEST_MAIN(CardControllerTest)
#include "tst_cardcontroller.moc"
