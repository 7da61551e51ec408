// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a node's unspent outputs as Bitcoin Core 28 and later do.
// Source: Bitcoin Core src/node/utxo_snapshot.h, src/coins.h, src/compressor.cpp, src/serialize.h.
'use strict';

const fs = require('fs');

function compactSize(n) {
  if (n < 253)
    return Buffer.from([n]);
  const bytes = Buffer.alloc(n < 0x10000 ? 3 : 5);
  bytes[0] = n < 0x10000 ? 253 : 254;
  if (n < 0x10000)
    bytes.writeUInt16LE(n, 1);
  else
    bytes.writeUInt32LE(n, 1);
  return bytes;
}

function varint(value) {
  let n = BigInt(value);
  const bytes = [Number(n & 0x7fn)];
  while (n > 0x7fn) {
    n = (n >> 7n) - 1n;
    bytes.unshift(Number(n & 0x7fn) | 0x80);
  }
  return Buffer.from(bytes);
}

function compressedAmount(satoshi) {
  let n = BigInt(satoshi);
  if (n === 0n)
    return 0n;
  let exponent = 0n;
  while (n % 10n === 0n && exponent < 9n) {
    n /= 10n;
    ++exponent;
  }
  if (exponent === 9n)
    return 1n + 10n * (n - 1n) + 9n;
  const digit = n % 10n;
  return 1n + 10n * (9n * (n / 10n) + digit - 1n) + exponent;
}

function compressedScript(script) {
  if (script.length === 25 && script[0] === 0x76 && script[1] === 0xa9 && script[2] === 20 &&
      script[23] === 0x88 && script[24] === 0xac)
    return Buffer.concat([varint(0), script.slice(3, 23)]);
  if (script.length === 23 && script[0] === 0xa9 && script[1] === 20 && script[22] === 0x87)
    return Buffer.concat([varint(1), script.slice(2, 22)]);
  if (script.length === 35 && script[0] === 33 && (script[1] === 2 || script[1] === 3) && script[34] === 0xac)
    return Buffer.concat([varint(script[1]), script.slice(2, 34)]);
  return Buffer.concat([varint(script.length + 6), script]);
}

/// Coins are {txid (bytes as in a block), vout, height, coinbase, value, script}.
function snapshotBytes(coins, baseHash) {
  const groups = new Map();
  for (const coin of coins) {
    const key = coin.txid.toString('hex');
    groups.set(key, (groups.get(key) || []).concat([coin]));
  }
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(coins.length));
  const pieces = [Buffer.from('7574786fff0200fabfb5da', 'hex'), baseHash, count];
  for (const key of [...groups.keys()].sort()) {
    const group = groups.get(key).sort((a, b) => Buffer.compare(varint(a.vout), varint(b.vout)));
    pieces.push(Buffer.from(key, 'hex'), compactSize(group.length));
    for (const coin of group)
      pieces.push(compactSize(coin.vout), varint(coin.height * 2 + (coin.coinbase ? 1 : 0)),
                  varint(compressedAmount(coin.value)), compressedScript(coin.script));
  }
  return Buffer.concat(pieces);
}

/// As the node does: under another name until it is complete.
function writeSnapshot(path, coins, baseHash) {
  fs.writeFileSync(path + '.incomplete', snapshotBytes(coins, baseHash));
  fs.renameSync(path + '.incomplete', path);
}

module.exports = {writeSnapshot};
