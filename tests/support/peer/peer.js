// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real node behind the dialect of Bitcoin Core. It answers RPC on loopback, and does what lines of JSON on
// standard input tell it, each with one line of JSON on standard output.
'use strict';

const {ChainMaker} = require('./chainmaker');
const {writeSnapshot} = require('./snapshot');
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');
const readline = require('readline');

const cookieFile = process.argv[2];
const settings = {version: 310100, pruneHeight: 0, rest: false, getblocksUntilGone: -1, chain: 'regtest'};
const maker = new ChainMaker(1);
let cookie = '';
let server = null;
const sockets = new Set();
const calls = {};

class RpcError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/// Hashes are turned round between RPC and the node, which holds them as text.
const turned = text => Buffer.from(text, 'hex').reverse().toString('hex');
const coins = satoshi => {
  const digits = String(satoshi).padStart(9, '0');
  return digits.slice(0, -8) + '.' + digits.slice(-8);
};

async function entryOf(text) {
  const entry = /^[0-9a-f]{64}$/.test(text) ? await maker.chain.getEntry(turned(text)) : null;
  if (!entry)
    throw new RpcError(-5, 'Block not found');
  return entry;
}

async function header(text, isVerbose) {
  const entry = await entryOf(text);
  if (isVerbose === false)
    return JSON.stringify(entry.toRaw().toString('hex', 0, 80));
  const isMain = await maker.chain.isMainChain(entry);
  const next = isMain ? await maker.chain.getNextHash(entry.hash) : null;
  return JSON.stringify({
    hash: turned(entry.hash), confirmations: isMain ? maker.chain.height - entry.height + 1 : -1, height: entry.height,
    time: entry.time, nTx: 1, previousblockhash: entry.height > 0 ? turned(entry.prevBlock) : undefined,
    nextblockhash: next ? turned(next) : undefined
  });
}

function outputText(output, n) {
  const hex = output.script.toRaw().toString('hex');
  return `{"value":${coins(output.value)},"n":${n},"scriptPubKey":{"asm":"\\"x\\"","hex":"${hex}","type":"other"}}`;
}

function inputText(input, view) {
  const spent = view.getEntry(input.prevout);
  return `{"txid":"${turned(input.prevout.hash)}","vout":${input.prevout.index},"scriptSig":{"asm":"","hex":""},` +
    `"prevout":{"generated":${spent.coinbase},"height":${spent.height},"value":${coins(spent.output.value)},` +
    `"scriptPubKey":{"hex":"${spent.output.script.toRaw().toString('hex')}"}},"sequence":4294967295}`;
}

// Amounts with their eight decimals, as Core prints them; JavaScript's own numbers would not.
async function block(text, verbosity) {
  const entry = await entryOf(text);
  if (entry.height < settings.pruneHeight)
    throw new RpcError(-1, 'Block not available (pruned data)');
  if (settings.getblocksUntilGone >= 0 && settings.getblocksUntilGone-- === 0)
    goDown();
  const whole = await maker.chain.getBlock(entry.hash);
  const view = await maker.chain.getBlockView(whole);
  const isMain = await maker.chain.isMainChain(entry);
  const txs = whole.txs.map((tx, index) => {
    const inputs = index === 0 ? '{"coinbase":"51","sequence":4294967295}'
                               : tx.inputs.map(input => inputText(input, view)).join(',');
    return `{"txid":"${tx.txid()}","vin":[${inputs}],"vout":[${tx.outputs.map(outputText).join(',')}]}`;
  });
  return `{"hash":"${turned(entry.hash)}","confirmations":${isMain ? maker.chain.height - entry.height + 1 : -1},` +
    `"height":${entry.height},"time":${entry.time},"nTx":${whole.txs.length},` +
    (entry.height > 0 ? `"previousblockhash":"${turned(entry.prevBlock)}",` : '') + `"tx":[${txs.join(',')}]}`;
}

async function dump(path, type) {
  if (settings.version >= 280000 && type !== 'latest')
    throw new RpcError(-8, 'Invalid snapshot type "" specified. Please specify "rollback" or "latest"');
  if (fs.existsSync(path))
    throw new RpcError(-8, path + ' already exists. If you are sure this is what you want, move it out of the way first.');
  const all = await maker.coins();
  const tip = maker.chain.tip;
  writeSnapshot(path, all, Buffer.from(tip.hash, 'hex'));
  return JSON.stringify({
    coins_written: all.length, base_hash: turned(tip.hash), base_height: tip.height, path,
    txoutset_hash: '0'.repeat(64), nchaintx: 1
  });
}

async function waitForNewBlock(timeout, known) {
  const end = Date.now() + timeout;
  const from = known || turned(maker.chain.tip.hash);
  while (turned(maker.chain.tip.hash) === from && Date.now() < end && server)
    await new Promise(resolve => setTimeout(resolve, 20));
  return JSON.stringify({hash: turned(maker.chain.tip.hash), height: maker.chain.height});
}

async function setInfo() {
  const all = await maker.coins();
  return `{"height":${maker.chain.height},"bestblock":"${turned(maker.chain.tip.hash)}","txouts":${all.length},` +
    `"total_amount":${coins(all.reduce((sum, coin) => sum + coin.value, 0))}}`;
}

async function hashAt(height) {
  const hash = await maker.chain.getHash(height);
  if (!hash || height > maker.chain.height || height < 0)
    throw new RpcError(-8, 'Block height out of range');
  return JSON.stringify(turned(hash));
}

async function chainInfo() {
  return JSON.stringify({
    chain: settings.chain, blocks: maker.chain.height, headers: maker.chain.height,
    bestblockhash: turned(maker.chain.tip.hash), initialblockdownload: false, verificationprogress: 1,
    pruned: settings.pruneHeight > 0, pruneheight: settings.pruneHeight > 0 ? settings.pruneHeight : undefined
  });
}

async function answer(method, params) {
  switch (method) {
  case 'getnetworkinfo':
    return JSON.stringify({version: settings.version, subversion: '/Satoshi/', warnings: ''});
  case 'getblockchaininfo':
    return chainInfo();
  case 'getbestblockhash':
    return JSON.stringify(turned(maker.chain.tip.hash));
  case 'getblockhash':
    return hashAt(params[0]);
  case 'getblockheader':
    return header(params[0], params[1]);
  case 'getblock':
    return block(params[0], params[1]);
  case 'waitfornewblock':
    if (settings.version < 300000 && params.length > 1)
      throw new RpcError(-1, 'waitfornewblock (timeout)');
    return waitForNewBlock(params[0], params[1]);
  case 'gettxoutsetinfo':
    return setInfo();
  case 'dumptxoutset':
    return dump(params[0], params[1]);
  default:
    throw new RpcError(-32601, 'Method not found');
  }
}

async function answerText(call) {
  calls[call.method] = (calls[call.method] || 0) + 1;
  try {
    return [200, `{"result":${await answer(call.method, call.params)},"error":null,"id":${JSON.stringify(call.id)}}`];
  } catch (error) {
    const code = error.code || -32603;
    return [code === -32601 ? 404 : 500,
            JSON.stringify({result: null, error: {code, message: error.message}, id: call.id})];
  }
}

async function headersFrom(path) {
  const hash = /^\/rest\/headers\/([0-9a-f]{64})\.bin/.exec(path);
  const count = /count=(\d+)/.exec(path);
  let entry = hash && await maker.chain.getEntry(turned(hash[1]));
  const pieces = [];
  while (entry && pieces.length < (count ? Number(count[1]) : 5) && await maker.chain.isMainChain(entry)) {
    pieces.push(entry.toRaw().slice(0, 80));
    entry = await maker.chain.getNext(entry);
  }
  return Buffer.concat(pieces);
}

/// From genesis to the tip.
async function allHeaders() {
  const pieces = [];
  for (let h = 0; h <= maker.chain.height; ++h)
    pieces.push((await maker.chain.getEntry(h)).toRaw().slice(0, 80));
  return Buffer.concat(pieces);
}

async function serve(request, response) {
  const pieces = [];
  for await (const piece of request)
    pieces.push(piece);
  const end = (status, body) => response.writeHead(status, {'Content-Length': Buffer.byteLength(body)}).end(body);
  if (request.method === 'GET')
    return settings.rest ? end(200, await headersFrom(request.url)) : end(404, '');
  if (request.headers.authorization !== 'Basic ' + Buffer.from(cookie).toString('base64'))
    return end(401, '');
  const asked = JSON.parse(Buffer.concat(pieces));
  if (!Array.isArray(asked))
    return end(...await answerText(asked));
  const answers = [];
  for (const call of asked)
    answers.push((await answerText(call))[1]);
  return end(200, '[' + answers.join(',') + ']');
}

/// With a new cookie, as after each start of a node.
async function goUp(port) {
  cookie = '__cookie__:' + crypto.randomBytes(32).toString('hex');
  server = http.createServer((request, response) => serve(request, response).catch(() => response.destroy()));
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  fs.writeFileSync(cookieFile, cookie, {mode: 0o600});
  return server.address().port;
}

function goDown() {
  if (!server)
    return;
  server.close();
  server = null;
  for (const socket of sockets)
    socket.destroy();
  fs.rmSync(cookieFile, {force: true});
}

/// Another branch that leaves ours so many blocks below the tip and is one block longer.
async function branch(depth, step, spends) {
  const other = new ChainMaker(1000 + maker.chain.height);
  await other.open();
  await other.follow(maker, maker.chain.height - depth);
  for (const block of await other.mine(depth + 1, step, spends))
    await maker.take(block);
}

/// Of each block from genesis to the tip its header and, by transaction without the coinbase, what it spent:
/// [height, satoshi, is it a coinbase's, script].
async function filed() {
  const blocks = [];
  for (let h = 0; h <= maker.chain.height; ++h) {
    const hash = await maker.chain.getHash(h);
    const whole = await maker.chain.getBlock(hash);
    const view = await maker.chain.getBlockView(whole);
    const spent = whole.txs.slice(1).map(tx => tx.inputs.map(input => {
      const entry = view.getEntry(input.prevout);
      return [entry.height, entry.output.value, entry.coinbase, entry.output.script.toRaw().toString('hex')];
    }));
    blocks.push({header: (await maker.chain.getEntry(hash)).toRaw().slice(0, 80).toString('hex'), spent});
  }
  return blocks;
}

/// What is unspent by height: [height, satoshi, number, satoshi in coinbases].
async function state() {
  const heights = new Map();
  for (const coin of await maker.coins()) {
    const sum = heights.get(coin.height) || [coin.height, 0, 0, 0];
    sum[1] += coin.value;
    ++sum[2];
    sum[3] += coin.coinbase ? coin.value : 0;
    heights.set(coin.height, sum);
  }
  return [...heights.values()].sort((a, b) => a[0] - b[0]);
}

let port = 0;

async function obey(order) {
  switch (order.do) {
  case 'mine':
    await maker.mine(order.count, order.step, order.spends);
    break;
  case 'branch':
    await branch(order.depth, order.step, order.spends);
    break;
  case 'state':
    return {height: maker.chain.height, hash: turned(maker.chain.tip.hash), time: maker.chain.tip.time, coins: await state()};
  case 'set':
    Object.assign(settings, order.settings);
    break;
  case 'down':
    goDown();
    break;
  case 'up':
    await goUp(port);
    break;
  case 'dump':
    await dump(order.path, 'latest');
    break;
  case 'headers':
    return {hex: (await allHeaders()).toString('hex')};
  case 'filed':
    return {blocks: await filed()};
  case 'calls':
    return {calls};
  }
  return {height: maker.chain.height, hash: turned(maker.chain.tip.hash), isUp: server !== null};
}

async function main() {
  await maker.open();
  port = await goUp(0);
  console.log(JSON.stringify({port}));
  for await (const line of readline.createInterface({input: process.stdin})) {
    try {
      console.log(JSON.stringify(await obey(JSON.parse(line))));
    } catch (error) {
      console.log(JSON.stringify({error: error.stack}));
    }
  }
  process.exit(0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
