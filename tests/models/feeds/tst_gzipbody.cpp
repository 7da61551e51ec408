// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/gzipbody.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

/// What `printf '[1,2,3]' | gzip -n` writes.
const QByteArray packed = QByteArray::fromHex("1f8b08000000000000038b36d431d2318e0500e9b36dfd07000000");

} // namespace

class TestGzipBody final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void unpacks()
    {
        const auto body = unpackGzip(packed, 7);
        QVERIFY2(body.hasValue(), body.hasError() ? qPrintable(body.error().message) : "");
        QCOMPARE(body.value(), QByteArray("[1,2,3]"));
    }

    void whatEndsTooEarlyIsOfTheNetwork()
    {
        for (qsizetype length = 2; length < packed.size(); ++length) {
            const auto body = unpackGzip(packed.left(length), 1000);
            QVERIFY2(body.hasError(), qPrintable(QString::number(length)));
            QCOMPARE(body.error().kind, Error::Kind::Network);
        }
    }

    void whatIsNotGzipIsMalformed()
    {
        for (const QByteArray& bytes : {QByteArray("[1,2,3]"), QByteArray("<html>"), packed.mid(2)}) {
            const auto body = unpackGzip(bytes, 1000);
            QVERIFY(body.hasError());
            QCOMPARE(body.error().kind, Error::Kind::Malformed);
        }
    }

    void moreThanAllowedIsMalformed()
    {
        const auto body = unpackGzip(packed, 6);
        QVERIFY(body.hasError());
        QCOMPARE(body.error().kind, Error::Kind::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestGzipBody)
#include "tst_gzipbody.moc"
