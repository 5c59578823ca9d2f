import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { buildGeofenceIndex } from '@tongyun/geo';
import { exactJudge } from './exact-judge.js';
import { measureBuild, ratesPerSec } from './measure.js';
import type { LngLat } from './mixed-set.js';
import { flatbushAndHao } from './peers.js';
import type { GivenZones } from './read-zones.js';

/** Points that rates are told from, and that are asked again by the exact way. */
const SAMPLE = 100_000;
const BUFFERED_LINES = 4_096;

interface Fix {
  readonly seq: number;
  readonly truck: string;
  readonly lng: number;
  readonly lat: number;
}

/**
 * Judges a track without hysteresis: a truck enters a zone with its first fix inside and leaves it
 * with the next one outside. Writes one JSON line an event, by `seq`, then by the zones' order.
 */
export async function judgeTrack(
  { zones, ids }: GivenZones,
  trackFile: string,
  outFile: string,
): Promise<object> {
  const index = buildGeofenceIndex(zones);
  const fixes = await readTrack(trackFile);
  const out = createWriteStream(outFile);
  const startMs = performance.now();
  const events = await writeEvents(fixes, (lng, lat) => index.zonesAt(lng, lat), ids, out);
  const spentSec = (performance.now() - startMs) / 1_000;

  const sample = sampleOf(fixes);
  const exact = exactJudge(zones);
  const rates =
    zones.length === 0 || sample.length === 0
      ? null
      : ratesPerSec({
          ours: { judge: (lng, lat) => index.zonesAt(lng, lat), points: sample },
          flatbushHao: { judge: flatbushAndHao(zones), points: sample },
        });
  return {
    fixes: fixes.length,
    zones: zones.length,
    events,
    fixesPerSecToFile: Math.round(fixes.length / spentSec),
    oursPerSec: rates === null ? null : Math.round(rates.ours),
    flatbushHaoPerSec: rates === null ? null : Math.round(rates.flatbushHao),
    buildMs: Math.round(measureBuild(zones).buildMs * 10) / 10,
    points: sample.length,
    mismatches: sample.filter(
      ([lng, lat]) => index.zonesAt(lng, lat).join() !== exact(lng, lat).join(),
    ).length,
  };
}

const sampleOf = (fixes: readonly Fix[]): LngLat[] => {
  const every = Math.max(1, Math.ceil(fixes.length / SAMPLE));
  return fixes.filter((_, nth) => nth % every === 0).map(({ lng, lat }) => [lng, lat]);
};

/** Reads `seq,truck,step,lon,lat`, columns by their names; what has no number there is refused. */
async function readTrack(file: string): Promise<Fix[]> {
  const fixes: Fix[] = [];
  let columns: readonly number[] | null = null;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    const fields = line
      .replace(/^\uFEFF/, '')
      .split(',')
      .map(bare);
    if (columns === null) columns = columnsOf(fields);
    else if (line !== '') fixes.push(readFix(fields, columns, line));
  }
  return fixes.toSorted((one, other) => one.seq - other.seq);
}

const bare = (field: string): string => field.trim().replace(/^"(.*)"$/, '$1');

function columnsOf(header: readonly string[]): number[] {
  return ['seq', 'truck', 'lon', 'lat'].map((name) => {
    const column = header.indexOf(name);
    if (column === -1) throw new Error(`the track has no column ${name}`);
    return column;
  });
}

function readFix(fields: readonly string[], columns: readonly number[], line: string): Fix {
  const [seq, truck, lng, lat] = columns.map((column) => fields[column] ?? '');
  const numbers = [seq, lng, lat].map((field) => (field === '' ? NaN : Number(field)));
  if (numbers.some(Number.isNaN)) throw new Error(`no fix in the line: ${line}`);
  return { seq: numbers[0]!, truck: truck!, lng: numbers[1]!, lat: numbers[2]! };
}

async function writeEvents(
  fixes: readonly Fix[],
  zonesAt: (lng: number, lat: number) => readonly string[],
  ids: readonly (string | number)[],
  out: WriteStream,
): Promise<number> {
  const inside = new Map<string, readonly string[]>();
  let events = 0;
  let lines: string[] = [];
  const flush = async () => {
    if (lines.length > 0 && !out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
    lines = [];
  };
  for (const { seq, truck, lng, lat } of fixes) {
    const before = inside.get(truck) ?? [];
    const now = zonesAt(lng, lat);
    if (before === now) continue;
    inside.set(truck, now);
    for (const [place, event] of changes(before, now)) {
      lines.push(JSON.stringify({ truck: typed(truck), zone: ids[place], event, seq }));
      events += 1;
    }
    if (lines.length >= BUFFERED_LINES) await flush();
  }
  await flush();
  out.end();
  await once(out, 'finish');
  return events;
}

/** Zones left and entered, by their place. */
function changes(before: readonly string[], now: readonly string[]) {
  const left = before
    .filter((zone) => !now.includes(zone))
    .map((it) => [Number(it), 'exit'] as const);
  const entered = now
    .filter((zone) => !before.includes(zone))
    .map((it) => [Number(it), 'enter'] as const);
  return [...left, ...entered].toSorted(([one], [other]) => one - other);
}

/** A truck that is a whole number in the track is one in the events. */
const typed = (truck: string): string | number =>
  String(Number.parseInt(truck, 10)) === truck ? Number(truck) : truck;
