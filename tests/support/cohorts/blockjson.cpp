// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/blockjson.h"

#include <random>

namespace holdline::testing {

namespace {

class Writer final {
public:
    explicit Writer(const BlockShape& shape) : m_shape(shape) {}

    QByteArray answer()
    {
        text += R"({"result":{"hash":")" + hex(32) + R"(","confirmations":1,"height":)" +
                QByteArray::number(m_shape.height) +
                R"(,"version":536870912,"versionHex":"20000000","merkleroot":")" + hex(32) +
                R"(","time":1776438600,"mediantime":1776436000,"nonce":1234567890,"bits":"17021a91",)"
                R"("difficulty":133869853540305.4,"chainwork":")" +
                hex(32) + R"(","nTx":)" + QByteArray::number(m_shape.transactions) +
                R"(,"previousblockhash":")" + hex(32) +
                R"(","strippedsize":800000,"size":1600000,"weight":3993000,"tx":[)";
        coinbase();
        for (int i = 1; i < m_shape.transactions; ++i) {
            text += ',';
            transaction();
        }
        text += "]},\"error\":null,\"id\":1}\n";
        return std::move(text);
    }

private:
    QByteArray hex(int bytes)
    {
        QByteArray digits;
        for (int i = 0; i < bytes; i += 4)
            digits += QByteArray::number(m_random() | 0x10000000U, 16);
        return digits.first(2 * bytes);
    }

    QByteArray amount()
    {
        const auto satoshi = 1000 + m_random() % 900'000'000;
        return QByteArray::number(satoshi / 100'000'000) + '.' +
               QByteArray::number(satoshi % 100'000'000).rightJustified(8, '0');
    }

    void script()
    {
        const QByteArray program = hex(20);
        text += R"("scriptPubKey":{"asm":"0 )" + program + R"(","desc":"addr(bc1q)" + hex(19) +
                R"()#abcdefgh","hex":"0014)" + program + R"(","address":"bc1q)" + hex(19) +
                R"(","type":"witness_v0_keyhash"})";
    }

    void outputs(int count)
    {
        text += R"("vout":[)";
        for (int i = 0; i < count; ++i) {
            text += i == 0 ? "" : ",";
            text += R"({"value":)" + amount() + R"(,"n":)" + QByteArray::number(i) + ',';
            script();
            text += '}';
        }
        text += ']';
    }

    void head()
    {
        text += R"({"txid":")" + hex(32) + R"(","hash":")" + hex(32) +
                R"(","version":2,"size":372,"vsize":208,"weight":831,"locktime":0,"vin":[)";
    }

    void coinbase()
    {
        head();
        text += R"({"coinbase":"03)" + hex(40) + R"(","txinwitness":[")" + hex(32) +
                R"("],"sequence":4294967295}],)";
        outputs(1);
        text += R"(,"hex":")" + hex(200) + R"("})";
    }

    void transaction()
    {
        head();
        for (int i = 0; i < m_shape.inputsOfEach; ++i) {
            text += i == 0 ? "" : ",";
            text += R"({"txid":")" + hex(32) + R"(","vout":)" + QByteArray::number(m_random() % 4) +
                    R"(,"scriptSig":{"asm":"","hex":""},"txinwitness":[")" + hex(71) + R"(",")" + hex(33) +
                    R"("],"prevout":{"generated":)" + (m_random() % 50 ? "false" : "true") + R"(,"height":)" +
                    QByteArray::number(m_shape.height - 1 - m_random() % 3 * (m_random() % 100'000)) +
                    R"(,"value":)" + amount() + ',';
            script();
            text += R"(},"sequence":4294967293})";
        }
        text += "],";
        outputs(m_shape.outputsOfEach);
        text += R"(,"fee":0.00001000,"hex":")" + hex(372) + R"("})";
    }

    BlockShape m_shape;
    std::mt19937 m_random{5};
    QByteArray text;
};

} // namespace

QByteArray blockAnswer(const BlockShape& shape)
{
    return Writer(shape).answer();
}

} // namespace holdline::testing
