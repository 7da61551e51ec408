// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A regtest node in memory that makes blocks with chosen times and spends. Nothing leaves the machine.
'use strict';

const Module = require('module');
const load = Module._load;
// Only databases in memory are used, and the add-on for those on disk does not compile everywhere.
Module._load = function(request, ...rest) {
  return request === 'leveldown' ? function Absent() {} : load.call(this, request, ...rest);
};

const bcoin = require('bcoin').set('regtest');
const layout = require('bcoin/lib/blockchain/layout');
const CoinEntry = require('bcoin/lib/coins/coinentry');
const {Address, Coin, FullNode, MTX, Script} = bcoin;

const maturity = 100;
const anyone = Buffer.from([0x51]); // OP_TRUE: anyone can spend it, without a signature
const payAnyone = Address.fromScripthash(require('bcrypto/lib/hash160').digest(anyone));

/// The same numbers at each run.
function chance(seed) {
  let state = seed >>> 0;
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * most);
  };
}

class ChainMaker {
  constructor(seed) {
    this.random = chance(seed);
    this.node = new FullNode({
      network: 'regtest', memory: true, workers: false, listen: false, httpHost: '127.0.0.1', httpPort: 1,
      apiKey: 'none', env: false, argv: false, config: false, logFile: false, logConsole: false
    });
    this.chain = this.node.chain;
  }

  async open() {
    // The chain alone: the node's own servers stay closed.
    await this.chain.open();
    await this.node.mempool.open();
    await this.node.miner.open();
  }

  /// All unspent outputs as the node's database has them.
  async coins() {
    const entries = await this.chain.db.db.range({gte: layout.c.min(), lte: layout.c.max()});
    return entries.map(entry => {
      const [txid, vout] = layout.c.parse(entry.key);
      const coin = CoinEntry.fromRaw(entry.value);
      return {
        txid: Buffer.from(txid, 'hex'), vout, height: coin.height,
        coinbase: coin.coinbase, value: coin.output.value, script: coin.output.script.toRaw()
      };
    });
  }

  /// What can be spent in the next block, in an order that each run repeats.
  async spendable() {
    const height = this.chain.height + 1;
    const script = Script.fromAddress(payAnyone).toRaw();
    return (await this.coins())
      .filter(coin => coin.script.equals(script) && (!coin.coinbase || height - coin.height >= maturity))
      .sort((a, b) => a.height - b.height || Buffer.compare(a.txid, b.txid) || a.vout - b.vout);
  }

  spend(coins, outputs) {
    const mtx = new MTX();
    for (const coin of coins) {
      mtx.addCoin(new Coin({
        version: 1, height: coin.height, coinbase: coin.coinbase, value: coin.value,
        script: Script.fromAddress(payAnyone), hash: coin.txid.toString('hex'), index: coin.vout
      }));
    }
    for (const [script, value] of outputs)
      mtx.addOutput(script, value);
    for (const input of mtx.inputs)
      input.script = Script.fromItems([anyone]);
    return [mtx.toTX(), mtx.view];
  }

  /// Scripts of every sort that a snapshot writes differently.
  target() {
    const key = Buffer.alloc(32, 1 + this.random(250));
    const kinds = [
      Script.fromAddress(payAnyone), Script.fromAddress(payAnyone), Script.fromAddress(payAnyone),
      Script.fromPubkeyhash(key.slice(0, 20)), Script.fromRaw(Buffer.concat([Buffer.from([33, 2]), key, Buffer.from([0xac])])),
      Script.fromProgram(0, key), Script.fromRaw(Buffer.alloc(40, 0x61))
    ];
    return kinds[this.random(kinds.length)];
  }

  /// One that splits a coin or two, often to several places, sometimes with what is in no snapshot.
  async transactions(count) {
    const pool = await this.spendable();
    const made = [];
    while (made.length < count && pool.length > 0) {
      const coins = [pool.splice(this.random(pool.length), 1)[0]];
      if (pool.length > 0 && this.random(3) === 0)
        coins.push(pool.splice(this.random(pool.length), 1)[0]);
      let left = coins.reduce((sum, coin) => sum + coin.value, 0);
      const outputs = [];
      if (this.random(4) === 0)
        outputs.push([Script.fromRaw(Buffer.from('6a0568656c6c6f', 'hex')), this.random(2) * Math.min(left, 777)]);
      if (this.random(4) === 0)
        outputs.push([Script.fromAddress(payAnyone), 0]);
      left -= outputs.reduce((sum, output) => sum + output[1], 0);
      const parts = 1 + this.random(3);
      for (let i = 0; i < parts; ++i) {
        const value = i === parts - 1 ? left - Math.min(left, this.random(1000)) : this.random(left + 1);
        outputs.push([this.target(), value]);
        left -= value;
      }
      const [tx, view] = this.spend(coins, outputs);
      made.push([tx, view]);
      // What one makes another may spend in the same block.
      const open = tx.outputs.findIndex(output => output.value > 1000 &&
        output.script.toRaw().equals(Script.fromAddress(payAnyone).toRaw()));
      if (open >= 0 && this.random(3) === 0) {
        const coin = {txid: tx.hash(), vout: open, height: -1, coinbase: false, value: tx.outputs[open].value};
        made.push(this.spend([coin], [[this.target(), coin.value - 10]]));
      }
    }
    return made;
  }

  async block(time, spends) {
    this.node.network.time.offset = time - Math.floor(Date.now() / 1000);
    const job = await this.node.miner.createJob(this.chain.tip, payAnyone);
    for (const [tx, view] of await this.transactions(spends))
      job.pushTX(tx, view);
    job.attempt.time = time;
    job.refresh();
    const block = await job.mineAsync();
    return block;
  }

  /// Blocks on the tip, each so many seconds after the last.
  async mine(count, step, spends) {
    const blocks = [];
    for (let i = 0; i < count; ++i) {
      const block = await this.block(this.chain.tip.time + step, spends);
      if (!await this.chain.add(block))
        throw new Error('a block was refused');
      blocks.push(block);
    }
    return blocks;
  }

  /// The blocks of another chain from genesis to a height.
  async follow(other, height) {
    for (let h = 1; h <= height; ++h) {
      const hash = await other.chain.getHash(h);
      await this.take(await other.chain.getBlock(hash));
    }
  }

  async take(block) {
    this.node.network.time.offset = Math.max(0, block.time - Math.floor(Date.now() / 1000));
    if (!await this.chain.add(block))
      throw new Error('a block was refused');
  }
}

module.exports = {ChainMaker};
