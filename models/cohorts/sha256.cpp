// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/sha256.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace holdline {

namespace {

constexpr std::array<quint32, 8> initialState{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

alignas(16) constexpr std::array<quint32, 64> roundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void compress(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count)
{
    static const bool hasInstructions = detail::hasShaInstructions();
    if (hasInstructions)
        detail::compressByInstructions(state, blocks, count);
    else
        detail::compressPlainly(state, blocks, count);
}

} // namespace

namespace detail {

void compressPlainly(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count)
{
    for (; count > 0; --count, blocks += 64) {
        std::array<quint32, 64> w;
        for (std::size_t i = 0; i < 16; ++i)
            w[i] = qFromBigEndian<quint32>(blocks + 4 * i);
        for (std::size_t i = 16; i < 64; ++i) {
            const quint32 s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
            const quint32 s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        auto [a, b, c, d, e, f, g, h] = state;
        for (std::size_t i = 0; i < 64; ++i) {
            const quint32 s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
            const quint32 t1 = h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i];
            const quint32 s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
            const quint32 t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        const std::array<quint32, 8> mixed{a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < 8; ++i)
            state[i] += mixed[i];
    }
}

#ifdef __x86_64__

bool hasShaInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    const bool hasSse41 = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1) && (c & bit_SSSE3);
    constexpr unsigned shaBit = 1U << 29;
    return hasSse41 && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & shaBit);
}

// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, SHA256RNDS2, SHA256MSG1 and
// SHA256MSG2: the state is held as ABEF and CDGH, four rounds take four words.
__attribute__((target("sha,sse4.1,ssse3"))) void
compressByInstructions(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const auto* const halves = reinterpret_cast<const __m128i*>(state.data());
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(halves), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(halves + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; count > 0; --count, blocks += 64) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
        for (int i = 0; i < 4; ++i)
            words[i] =
                _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks) + i), bigEndian);
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            __m128i& now = words[i % 4];
            if (i >= 4) {
                const __m128i last = words[(i + 3) % 4];
                now = _mm_sha256msg1_epu32(now, words[(i + 1) % 4]);
                now = _mm_add_epi32(now, _mm_alignr_epi8(last, words[(i + 2) % 4], 4));
                now = _mm_sha256msg2_epu32(now, last);
            }
            const auto* const constants = reinterpret_cast<const __m128i*>(roundConstants.data()) + i;
            const __m128i sum = _mm_add_epi32(now, _mm_load_si128(constants));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    auto* const out = reinterpret_cast<__m128i*>(state.data());
    _mm_storeu_si128(out, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(out + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool hasShaInstructions()
{
    return false;
}

void compressByInstructions(std::array<quint32, 8>& state, const uchar* blocks, std::size_t count)
{
    compressPlainly(state, blocks, count);
}

#endif

} // namespace detail

Sha256::Sha256() : m_state(initialState) {}

void Sha256::add(QByteArrayView bytes)
{
    const auto* at = reinterpret_cast<const uchar*>(bytes.data());
    auto left = static_cast<std::size_t>(bytes.size());
    const std::size_t held = m_size % m_block.size();
    m_size += left;
    if (held > 0) {
        const std::size_t taken = std::min(left, m_block.size() - held);
        std::copy_n(at, taken, m_block.begin() + static_cast<std::ptrdiff_t>(held));
        at += taken;
        left -= taken;
        if (held + taken < m_block.size())
            return;
        compress(m_state, m_block.data(), 1);
    }
    const std::size_t blocks = left / m_block.size();
    compress(m_state, at, blocks);
    std::copy_n(at + blocks * m_block.size(), left % m_block.size(), m_block.begin());
}

Sha256::Digest Sha256::finish()
{
    constexpr std::size_t lengthAt = 56;
    const quint64 bits = m_size * 8;
    std::size_t held = m_size % m_block.size();
    m_block[held++] = 0x80;
    std::fill(m_block.begin() + static_cast<std::ptrdiff_t>(held), m_block.end(), uchar{0});
    if (held > lengthAt) {
        compress(m_state, m_block.data(), 1);
        m_block.fill(0);
    }
    qToBigEndian(bits, m_block.data() + lengthAt);
    compress(m_state, m_block.data(), 1);
    Digest digest;
    qToBigEndian<quint32>(m_state.data(), static_cast<qsizetype>(m_state.size()), digest.data());
    return digest;
}

Sha256::Digest sha256(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

BlockHash doubleSha256(QByteArrayView bytes)
{
    const Sha256::Digest once = sha256(bytes);
    return {sha256({reinterpret_cast<const char*>(once.data()), static_cast<qsizetype>(once.size())})};
}

} // namespace holdline
