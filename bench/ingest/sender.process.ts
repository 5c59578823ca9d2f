// The terminals of the benchmark, in a process of their own.
import { setTimeout as wait } from 'node:timers/promises';
import type { Load } from './load.js';
import { type Order, preciseNowMs, type Report } from './orders.js';
import { TerminalConnection } from './terminal-connection.js';

const CONNECT_AT_ONCE = 25;
const TICK_MS = 10;
/** How long answers to the last fixes of a pace may take. */
const LAST_ANSWERS_MS = 20_000;

let terminals: TerminalConnection[] = [];
let onHeard: (terminal: number) => void = () => undefined;

async function connectAll(port: number, load: Load): Promise<void> {
  for (const terminal of terminals) terminal.close();
  terminals = [];
  for (let first = 0; first < load.vehicles; first += CONNECT_AT_ONCE) {
    const numbers = Array.from(
      { length: Math.min(CONNECT_AT_ONCE, load.vehicles - first) },
      (_, index) => first + index,
    );
    const opened = numbers.map((vehicle) =>
      TerminalConnection.open(port, load, vehicle, () => onHeard(vehicle)),
    );
    terminals.push(...(await Promise.all(opened)));
  }
}

const reportSince = (startedMs: number, sentMs: readonly number[]): Report => ({
  startedMs,
  sentMs,
  acknowledged: terminals.map(({ acknowledged }) => acknowledged),
});

function flood({ from, count, window }: Order & { kind: 'flood' }): Promise<Report> {
  const sent = terminals.map(() => from);
  const isDone = terminals.map(() => false);
  let waiting = terminals.length;
  const startedMs = preciseNowMs();
  return new Promise((resolve) => {
    onHeard = (vehicle) => {
      const terminal = terminals[vehicle]!;
      const heard = terminal.acknowledged;
      const next = sent[vehicle]!;
      const isOver = terminal.isLost || heard === count;
      if (isOver && !isDone[vehicle]) {
        isDone[vehicle] = true;
        waiting -= 1;
        if (waiting === 0) resolve(reportSince(startedMs, []));
      }
      if (isOver || next - from - heard > window / 2) return;
      sent[vehicle] = Math.min(from + count, from + heard + window);
      if (next < sent[vehicle]!) terminal.send(next, sent[vehicle]!);
    };
    for (const { vehicle } of terminals) onHeard(vehicle);
  });
}

async function pace(order: Order & { kind: 'pace' }): Promise<Report> {
  const { from, count, perSec, together } = order;
  onHeard = () => undefined;
  const packets = terminals.length * Math.ceil(count / together);
  const sentMs: number[] = [];
  const startedMs = preciseNowMs();
  while (sentMs.length < packets) {
    const elapsedSec = (preciseNowMs() - startedMs) / 1_000;
    const due = Math.min(packets, Math.floor((elapsedSec * perSec) / together));
    while (sentMs.length < due) {
      const next = from + together * Math.floor(sentMs.length / terminals.length);
      const terminal = terminals[sentMs.length % terminals.length]!;
      terminal.send(next, Math.min(from + count, next + together));
      sentMs.push(preciseNowMs());
    }
    await wait(TICK_MS);
  }
  const deadline = Date.now() + LAST_ANSWERS_MS;
  const isAnswered = () => terminals.every(({ acknowledged }) => acknowledged === count);
  while (!isAnswered() && Date.now() < deadline) await wait(TICK_MS);
  return reportSince(startedMs, sentMs);
}

async function obey(order: Order): Promise<Report | null> {
  switch (order.kind) {
    case 'connect':
      await connectAll(order.port, order.load);
      return null;
    case 'prepare':
      for (const terminal of terminals) terminal.prepare(order.from, order.count);
      return null;
    case 'flood':
      return flood(order);
    case 'pace':
      return pace(order);
  }
}

process.on('message', (order: Order) => {
  void obey(order).then((report) => process.send!(report));
});
process.once('disconnect', () => process.exit(0));
