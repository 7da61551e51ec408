// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/streamlink.h"
#include "tests/support/failonwarning.h"
#include "tests/support/streamplay.h"

#include <QTimer>

#include <algorithm>
#include <map>
#include <set>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString reason = u"The venue is about to close this connection."_s;

/// Sends `client:number` to each client that is open, the same number to all.
class Ticker final {
public:
    explicit Ticker(Play& play) : m_play(play)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_timer.start(5);
    }
    void tick()
    {
        ++m_number;
        for (int i = 0; i < m_play.server.clientCount(); ++i) {
            if (m_play.server.client(i).isOpen && !m_silent.contains(i))
                m_play.server.sendText(i, QByteArray::number(i) + ':' + QByteArray::number(m_number));
        }
    }
    void silence(int client) { m_silent.insert(client); }
    void speak(int client) { m_silent.erase(client); }
    void stop() { m_timer.stop(); }

private:
    Play& m_play;
    QTimer m_timer;
    std::set<int> m_silent;
    int m_number = 0;
};

/// The numbers that came by each connection, in their order.
std::map<int, std::vector<int>> byConnection(const Play& play)
{
    std::map<int, std::vector<int>> numbers;
    for (const QByteArray& message : play.messages()) {
        const auto colon = message.indexOf(':');
        numbers[message.left(colon).toInt()].push_back(message.mid(colon + 1).toInt());
    }
    return numbers;
}

bool isUnbroken(const std::vector<int>& numbers)
{
    for (size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 1)
            return false;
    }
    return !numbers.empty();
}

} // namespace

class TestStreamHandover final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void bothDeliverAndNothingIsMissed() // F4
    {
        Route route = plainRoute();
        route.greetings = {"subscribe"};
        LinkSettings settings = quickSettings();
        settings.overlap = 300ms;
        Play play(route, settings);
        QVERIFY(open(play));
        Ticker ticker(play);
        QVERIFY(wait([&] { return play.came.size() > 5; }));
        play.link->handOver(reason);
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.clientCount() == 2 && play.server.client(0).isGone; }));
        QVERIFY(wait([&] { return byConnection(play)[1].size() > 20; }));
        ticker.stop();
        const auto numbers = byConnection(play);
        QVERIFY(isUnbroken(numbers.at(0)));
        QVERIFY(isUnbroken(numbers.at(1)));
        QVERIFY(numbers.at(1).front() <= numbers.at(0).back()); // they overlap
        QCOMPARE(play.server.clientCount(), 2);
        QCOMPARE(play.server.client(1).texts, route.greetings);
        QCOMPARE(play.opened.size(), 1);
        QCOMPARE(play.closed.size(), 0);
        QCOMPARE(play.failed.size(), 0);
        QVERIFY(play.link->isOpen());
    }

    void theFirstStaysUntilTheSecondSpeaks()
    {
        Play play;
        QVERIFY(open(play));
        Ticker ticker(play);
        ticker.silence(1);
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.openCount() == 2; }));
        const auto before = play.came.size();
        QVERIFY(wait([&] { return play.came.size() > before + 50; })); // longer than the overlap
        QCOMPARE(play.server.openCount(), 2);
        ticker.speak(1);
        QVERIFY(wait([&] { return play.server.client(0).isGone; }));
        QVERIFY(!play.server.client(1).isGone);
        QCOMPARE(play.closed.size(), 0);
    }

    void whenTheSecondFailsTheFirstStays()
    {
        Play play;
        QVERIFY(open(play));
        Ticker ticker(play);
        play.server.setAnswer("HTTP/1.1 503 Busy\r\n\r\n");
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.failed.size() >= 2; })); // tried again by itself
        QCOMPARE(play.failed.at(0).at(0).toInt(), 503);
        QVERIFY(play.link->isOpen());
        QVERIFY(!play.link->nextAttempt());
        QCOMPARE(play.closed.size(), 0);
        play.server.setAnswer({});
        QVERIFY(wait([&] { return play.server.client(0).isGone; }));
        const int last = play.server.clientCount() - 1;
        QVERIFY(wait([&] { return !byConnection(play)[last].empty(); }));
        QVERIFY(isUnbroken(byConnection(play)[0]));
        QCOMPARE(play.opened.size(), 1);
        QCOMPARE(play.closed.size(), 0);
    }

    void aPauseThatTheVenueWantsIsKeptWhenTheFirstDies()
    {
        Play play;
        QVERIFY(open(play));
        play.server.setAnswer("HTTP/1.1 429 Too Many Requests\r\n\r\n");
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.failed.size() == 1; }));
        play.link->handOver(reason); // must not ask again
        play.server.cut(0);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY(play.link->nextAttempt());
        QVERIFY(*play.link->nextAttempt() - play.clock.now() > Span(25s));
        QCOMPARE(play.server.clientCount(), 2);
    }

    void beforeTheVenuesCutItHandsOver() // F5
    {
        Route route = plainRoute();
        route.lifetime = 3s;
        LinkSettings settings = quickSettings();
        settings.handOverBefore = 2s;
        Play play(route, settings);
        connect(&play.server, &RawStreamServer::clientOpened, this, [&](int client) {
            QTimer::singleShot(3s, &play.server, [&play, client] { play.server.cut(client); });
        });
        QVERIFY(open(play));
        Ticker ticker(play);
        QVERIFY(wait([&] { return play.server.clientCount() == 4 && play.server.client(2).isGone; }));
        ticker.stop();
        std::set<int> seen;
        for (const auto& [client, numbers] : byConnection(play)) {
            QVERIFY(isUnbroken(numbers));
            seen.insert(numbers.begin(), numbers.end());
        }
        QCOMPARE(int(seen.size()), *seen.rbegin() - *seen.begin() + 1); // no number is missing
        QCOMPARE(play.closed.size(), 0);
        QCOMPARE(play.opened.size(), 1);
    }

    void aLifeShorterThanTheWarningIsHalved()
    {
        Route route = plainRoute();
        route.lifetime = 400ms;
        Play play(route); // hands over 10 min before by default
        QVERIFY(open(play));
        Ticker ticker(play);
        QVERIFY(wait([&] { return play.server.clientCount() >= 3; }));
        QCOMPARE(play.closed.size(), 0);
    }

    void whenTheFirstDiesMeanwhileItIsTold()
    {
        LinkSettings settings = quickSettings();
        settings.connectLimit = 60s;
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        play.server.setMute(true);
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.clientCount() == 2; }));
        play.server.cut(0);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
        QVERIFY(!play.link->isOpen());
        QVERIFY(!play.link->nextAttempt()); // it is under way
        play.server.setMute(false);
        play.server.cut(1);
        QVERIFY(wait([&] { return play.opened.size() == 2; }));
        QCOMPARE(play.closed.size(), 1);
    }

    void whenTheFirstDiesTheSilentSecondTakesItsPlace()
    {
        Play play;
        QVERIFY(open(play));
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.openCount() == 2; }));
        play.server.cut(0);
        QVERIFY(wait([&] { return play.closed.size() == 1 && play.opened.size() == 2; }));
        play.server.sendText(1, "1:1");
        QVERIFY(wait([&] { return play.came.size() == 1; }));
        QVERIFY(play.link->isOpen());
        QCOMPARE(play.server.clientCount(), 2);
    }

    void whenTheFirstDiesInTheOverlapNothingIsTold()
    {
        LinkSettings settings = quickSettings();
        settings.overlap = 60s;
        Play play(plainRoute(), settings);
        QVERIFY(open(play));
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.openCount() == 2; }));
        play.server.sendText(1, "1:1");
        QVERIFY(wait([&] { return play.came.size() == 1; }));
        play.server.cut(0);
        QVERIFY(wait([&] { return play.server.client(0).isGone; }));
        play.server.sendText(1, "1:2");
        QVERIFY(wait([&] { return play.came.size() == 2; }));
        QCOMPARE(play.closed.size(), 0);
        QCOMPARE(play.opened.size(), 1);
        play.server.cut(1);
        QVERIFY(wait([&] { return play.closed.size() == 1; }));
    }

    void stopEndsBoth()
    {
        Play play;
        QVERIFY(open(play));
        play.link->handOver(reason);
        QVERIFY(wait([&] { return play.server.openCount() == 2; }));
        play.link->stop();
        QVERIFY(wait([&] { return play.server.openCount() == 0; }));
        QCOMPARE(play.closed.size(), 1);
        QCOMPARE(play.server.clientCount(), 2);
    }

    void withoutAConnectionThereIsNothingToHandOver()
    {
        Play play;
        play.link->handOver(reason);
        QVERIFY(open(play));
        QCOMPARE(play.server.clientCount(), 1);
        play.link->stop();
        play.link->handOver(reason);
        QVERIFY(!play.link->nextAttempt());
        QVERIFY(wait([&] { return play.server.openCount() == 0; }));
        QCOMPARE(play.server.clientCount(), 1);
    }

    void mayBeDestroyedMeanwhile()
    {
        Play play;
        QVERIFY(open(play));
        connect(play.link.get(), &StreamLink::messageCame, this, [&](const QByteArray& message) {
            if (message.startsWith("1:"))
                play.link.reset();
        });
        Ticker ticker(play);
        play.link->handOver(reason);
        QVERIFY(wait([&] { return !play.link; }));
        QVERIFY(wait([&] { return play.server.openCount() == 0; }));
    }
};

QTEST_GUILESS_MAIN(TestStreamHandover)
#include "tst_streamhandover.moc"
