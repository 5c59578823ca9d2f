import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Who spends a machine's time while it is measured. */
const PARTS = ['product', 'database', 'sender', 'bench'] as const;
type Part = (typeof PARTS)[number];

/** Milliseconds of CPU so far, over all threads of the processes of each part. */
export type CpuSpent = Readonly<Record<Part, number>>;

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;
const US_PER_MS = 1_000;
/** Places in what follows the name in `/proc/PID/stat`: in the process's own code, and in the kernel. */
const OWN_TICKS = 11;
const KERNEL_TICKS = 12;

interface Process {
  readonly pid: number;
  readonly parentPid: number;
  readonly command: string;
}

/**
 * What this process and all that it has started have spent so far; null where the machine does not
 * tell (it is not Linux). Unlike a rate it hardly depends on what else the machine does.
 */
export function readCpuSpent(): CpuSpent | null {
  if (!existsSync('/proc/self/stat')) return null;
  const spent: Record<Part, number> = { product: 0, database: 0, sender: 0, bench: 0 };
  for (const started of familyOf(process.pid)) spent[partOf(started)] += cpuMsOf(started);
  return spent;
}

/** Microseconds of CPU that each part spent for one of `count` things between two readings. */
export function cpuUsEach(before: CpuSpent, after: CpuSpent, count: number): CpuSpent {
  const each = (part: Part): number =>
    Math.round(((after[part] - before[part]) * US_PER_MS * 10) / count) / 10;
  return Object.fromEntries(PARTS.map((part) => [part, each(part)])) as Record<Part, number>;
}

/** A process and those it has started, and so on. */
function familyOf(pid: number): Process[] {
  const lines = String(execFileSync('ps', ['-eo', 'pid=,ppid=,args='])).split('\n');
  const all = lines.flatMap((line): Process[] => {
    const [, own, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return own === undefined
      ? []
      : [{ pid: Number(own), parentPid: Number(parent), command: command! }];
  });
  const childrenOf = (parent: number): Process[] =>
    all
      .filter(({ parentPid }) => parentPid === parent)
      .flatMap((child) => [child, ...childrenOf(child.pid)]);
  return [...all.filter((it) => it.pid === pid), ...childrenOf(pid)];
}

function partOf({ pid, command }: Process): Part {
  if (pid === process.pid) return 'bench';
  if (command.includes('postgres')) return 'database';
  return command.includes('sender') ? 'sender' : 'product';
}

/** None for one that has ended meanwhile. */
function cpuMsOf({ pid }: Process): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, 'utf8');
  // The name before the last bracket may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[OWN_TICKS]) + Number(fields[KERNEL_TICKS])) * MS_PER_TICK;
}
