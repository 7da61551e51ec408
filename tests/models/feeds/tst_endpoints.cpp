// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/endpoints.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

/// Set for the life of the object.
class Environment final {
public:
    Environment(const char* name, const QByteArray& value) : m_name(name) { qputenv(name, value); }
    ~Environment() { qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Environment)

private:
    const char* m_name;
};

} // namespace

class TestEndpoints final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAddress");
        QTest::newRow("https anywhere") << u"https://proxy.example.org"_s << true;
        QTest::newRow("https with port") << u"https://proxy.example.org:8443"_s << true;
        QTest::newRow("wss anywhere") << u"wss://proxy.example.org:9443"_s << true;
        QTest::newRow("scheme in capitals") << u"HTTPS://proxy.example.org"_s << true;
        QTest::newRow("trailing slash") << u"https://proxy.example.org/"_s << true;
        QTest::newRow("http on localhost") << u"http://localhost:8080"_s << true;
        QTest::newRow("http on 127.0.0.1") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("http on 127.255.3.4") << u"http://127.255.3.4:1"_s << true;
        QTest::newRow("ws on ::1") << u"ws://[::1]:8080"_s << true;
        QTest::newRow("http elsewhere") << u"http://proxy.example.org"_s << false;
        QTest::newRow("http in the local network") << u"http://192.168.1.2:8080"_s << false;
        QTest::newRow("ws elsewhere") << u"ws://proxy.example.org"_s << false;
        QTest::newRow("http on another IPv6") << u"http://[2001:db8::1]:80"_s << false;
        QTest::newRow("a name that begins like loopback") << u"http://localhost.example.org"_s << false;
        QTest::newRow("a name that begins like 127") << u"http://127.0.0.1.example.org"_s << false;
        QTest::newRow("128 is not loopback") << u"http://128.0.0.1"_s << false;
        QTest::newRow("all interfaces") << u"http://0.0.0.0:80"_s << false;
        QTest::newRow("loopback as a user") << u"http://127.0.0.1@example.org"_s << false;
        QTest::newRow("user and password") << u"https://me:secret@example.org"_s << false;
        QTest::newRow("path") << u"https://example.org/api"_s << false;
        QTest::newRow("query") << u"https://example.org?key=1"_s << false;
        QTest::newRow("fragment") << u"https://example.org#x"_s << false;
        QTest::newRow("other scheme") << u"ftp://example.org"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("no scheme") << u"example.org"_s << false;
        QTest::newRow("no host") << u"https://"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("port too high") << u"https://example.org:70000"_s << false;
        QTest::newRow("port zero") << u"https://example.org:0"_s << false;
        QTest::newRow("a space within") << u"https://exa mple.org"_s << false;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, isAddress);
        const auto url = parseAddress(text);
        QCOMPARE(url.hasValue(), isAddress);
        if (!isAddress) {
            QCOMPARE(url.error().kind, Error::Kind::Usage);
            QVERIFY(!url.error().message.isEmpty());
        }
    }

    void aPasswordIsNotRepeated()
    {
        const auto endpoints = Endpoints::from({u"binance.rest=https://me:secret@example.org"_s});
        QVERIFY(endpoints.hasError());
        QVERIFY(!endpoints.error().message.contains("secret"_L1));
        QVERIFY(endpoints.error().message.contains("binance.rest"_L1));
    }

    void withoutAWordTheFallbackIsUsed()
    {
        const auto endpoints = Endpoints::from({});
        QVERIFY(endpoints.hasValue());
        QCOMPARE(endpoints.value().rest(u"binance"_s, u"https://a.example.org/"_s),
                 u"https://a.example.org"_s);
        QCOMPARE(endpoints.value().stream(u"binance"_s, u"wss://b.example.org:9443"_s),
                 u"wss://b.example.org:9443"_s);
    }

    void anOptionGoesBeforeTheEnvironmentAndThatBeforeTheSettings()
    {
        const Environment rest("HOLDLINE_BINANCE_FUTURES_REST", "http://127.0.0.1:2/");
        const Environment stream("HOLDLINE_BINANCE_FUTURES_WS", "ws://127.0.0.1:3");
        const auto endpoints =
            Endpoints::from({u"binance-futures.rest=http://localhost:1/"_s},
                            {{u"binance-futures.rest"_s, u"https://settings.example.org"_s},
                             {u"binance-futures.ws"_s, u"wss://settings.example.org"_s},
                             {u"okx.ws"_s, u"wss://okx.example.org/"_s}});
        QVERIFY2(endpoints.hasValue(), endpoints.hasError() ? qPrintable(endpoints.error().message) : "");
        const Endpoints& all = endpoints.value();
        QCOMPARE(all.rest(u"binance-futures"_s, u"https://x"_s), u"http://localhost:1"_s);
        QCOMPARE(all.stream(u"binance-futures"_s, u"wss://x"_s), u"ws://127.0.0.1:3"_s);
        QCOMPARE(all.stream(u"okx"_s, u"wss://x"_s), u"wss://okx.example.org"_s);
        QCOMPARE(all.rest(u"okx"_s, u"https://x"_s), u"https://x"_s);
        QCOMPARE(all.rest(u"binance"_s, u"https://x"_s), u"https://x"_s);
    }

    void ofTwoOptionsTheLaterIsMeant()
    {
        const auto endpoints = Endpoints::from(
            {u"okx.rest=https://first.example.org"_s, u"okx.rest=https://second.example.org"_s});
        QVERIFY(endpoints.hasValue());
        QCOMPARE(endpoints.value().rest(u"okx"_s, u"https://x"_s), u"https://second.example.org"_s);
    }

    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("unknown provider") << u"binanse.rest=https://example.org"_s;
        QTest::newRow("unknown interface") << u"binance.http=https://example.org"_s;
        QTest::newRow("no interface") << u"binance=https://example.org"_s;
        QTest::newRow("no address") << u"binance.rest"_s;
        QTest::newRow("empty address") << u"binance.rest="_s;
        QTest::newRow("stream scheme for REST") << u"binance.rest=wss://example.org"_s;
        QTest::newRow("REST scheme for a stream") << u"binance.ws=https://example.org"_s;
        QTest::newRow("plain elsewhere") << u"binance.rest=http://example.org"_s;
        QTest::newRow("path") << u"binance.ws=wss://example.org/ws"_s;
    }
    void wrongOptionsAreRefused()
    {
        QFETCH(QString, option);
        const auto endpoints = Endpoints::from({option});
        QVERIFY(endpoints.hasError());
        QCOMPARE(endpoints.error().kind, Error::Kind::Usage);
    }

    void aWrongAddressInTheEnvironmentIsNamed()
    {
        const Environment variable("HOLDLINE_BITCOIN_DATA_REST", "http://example.org");
        const auto endpoints = Endpoints::from({});
        QVERIFY(endpoints.hasError());
        QCOMPARE(endpoints.error().kind, Error::Kind::Usage);
        QVERIFY(endpoints.error().message.contains("HOLDLINE_BITCOIN_DATA_REST"_L1));
        QVERIFY(endpoints.error().message.contains("http://example.org"_L1));
    }

    void aWrongAddressInTheSettingsIsNamed()
    {
        const auto endpoints = Endpoints::from({}, {{u"kraken.ws"_s, u"kraken"_s}});
        QVERIFY(endpoints.hasError());
        QVERIFY(endpoints.error().message.contains("kraken.ws"_L1));
    }

    void whatIsEmptyIsNotSaid()
    {
        const Environment variable("HOLDLINE_MOF_REST", "");
        const auto endpoints = Endpoints::from({}, {{u"mof.ws"_s, QString()}, {u"newer.rest"_s, u"?"_s}});
        QVERIFY(endpoints.hasValue());
        QCOMPARE(endpoints.value().rest(u"mof"_s, u"https://x"_s), u"https://x"_s);
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
