// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/panels/briefpanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QToolButton* buttonOf(const Card& panel, const QString& words)
{
    for (auto* button : panel.findChildren<QToolButton*>())
        if (button->text() == words)
            return button;
    return nullptr;
}

QString shown(const Card& panel)
{
    return panel.findChild<QTextBrowser*>()->toPlainText();
}

} // namespace

class TestBriefPanel final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void showsWhatStandsOut()
    {
        BriefPanel panel;
        QVERIFY(panel.isEmpty());
        panel.setData(exampleCards());
        QVERIFY(!panel.isEmpty());
        QVERIFY(shown(panel).startsWith(u"Defense band, support at $89,800"_s));
        QVERIFY(shown(panel).contains(u"two sessions"_s));
        QVERIFY(!shown(panel).contains(u"ADA"_s));
    }

    void allReadingsAreASwitchAway()
    {
        BriefPanel panel;
        panel.setData(exampleCards());
        buttonOf(panel, u"All readings"_s)->click();
        QVERIFY(shown(panel).contains(u"ADA moved"_s));
        QVERIFY(shown(panel).contains(u"options.skew_25d: no skew of the last days is stored."_s));
    }

    void aSentenceLeadsToItsTime()
    {
        BriefPanel panel;
        panel.resize(420, 300);
        panel.setData(exampleCards());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy asked(&panel, &Card::timeActivated);
        auto* browser = panel.findChild<QTextBrowser*>();
        QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, {20, 8});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<UtcTime>(), at("2026-01-20T18:00:00Z"));
        // And by keys: the first link is chosen with Tab, and followed with Return.
        browser->setFocus();
        QTest::keyClick(browser, Qt::Key_Tab);
        QTest::keyClick(browser, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
    }

    void isCopiedWithItsSources()
    {
        BriefPanel panel;
        panel.setData(exampleCards());
        buttonOf(panel, u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"binance:BTCUSDT, 21 January 2026, 06:00 UTC\n\n"
                 "Defense band, support at $89,800 to $90,000, is lost. [1]\n"
                 "Over two sessions US spot funds had net flows of \u2212$874.4 M. [2]\n\n"
                 "[1] someone · an example\n[2] another · an example\n"_s);
        buttonOf(panel, u"Copy Markdown"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"is lost.[^1]\n"_s));
    }

    void wordsOfOthersAreNoMarkup()
    {
        CardData cards = exampleCards();
        Brief brief = exampleBrief();
        brief.readings.front().text = u"<b>bold</b> & <img src='file:///etc/passwd'>"_s;
        cards.brief = std::make_shared<const Brief>(brief);
        BriefPanel panel;
        panel.setData(cards);
        QVERIFY(shown(panel).contains(u"<b>bold</b> & <img src='file:///etc/passwd'>"_s));
    }
};

QTEST_MAIN(TestBriefPanel)
#include "tst_briefpanel.moc"
