import type { Interval } from '@tongyun/kernel';
import type { PassFact, PermissionFacts, ZoneFact } from './facts.js';
import { spansInHours } from './local-hours.js';
import type { ReasonCode } from './reason.js';
import { cutAt, joined, overlapOf, without } from './spans.js';

export type PassGapCause = Extract<
  ReasonCode,
  'no_pass' | 'pass_expired' | 'pass_suspended' | 'outside_pass_hours' | 'outside_pass_zone'
>;

/** Time within a zone's demand that no valid pass covers, and the most telling cause. */
export interface PassGap {
  readonly zone: ZoneFact;
  readonly cause: PassGapCause;
  /** The pass that falls short; null when the vehicle has none to speak of. */
  readonly pass: PassFact | null;
  readonly during: readonly Interval[];
}

/** A pass that names the zone, with the time its validity and hours allow, state left aside. */
interface NamingPass {
  readonly pass: PassFact;
  readonly spans: readonly Interval[];
}

/**
 * Finds where the demanded passes are missing. Passes may join: one covers the morning, the next
 * one the afternoon. A gap whose cause changes on the way is told as several.
 */
export function findPassGaps(
  facts: Pick<PermissionFacts, 'vehicle' | 'timeZone' | 'calendar'>,
  demands: readonly { readonly zone: ZoneFact; readonly during: readonly Interval[] }[],
): PassGap[] {
  const { passes } = facts.vehicle;
  return demands.flatMap(({ zone, during }) => {
    const naming = passes
      .filter(({ zoneIds }) => zoneIds.includes(zone.zoneId))
      .map((pass) => ({ pass, spans: spansOf(pass, during, facts) }));
    const covered = naming.filter(({ pass }) => pass.state === 'valid').flatMap((it) => it.spans);
    const gaps = without(during, covered);
    if (gaps.length === 0) return [];

    const pieces = cutAt(gaps, edgesOf(passes, naming)).map((piece) => ({
      ...causeOf(piece.from, passes, naming),
      piece,
    }));
    return gatherByCause(zone, pieces);
  });
}

/** When a pass allows driving within the spans asked about. */
const spansOf = (
  pass: PassFact,
  during: readonly Interval[],
  { timeZone, calendar }: Pick<PermissionFacts, 'timeZone' | 'calendar'>,
): Interval[] =>
  during.flatMap((span) => {
    const inValidity = overlapOf(span, { from: pass.validFrom, to: pass.validTo });
    return inValidity ? spansInHours(pass.hours, inValidity, timeZone, calendar) : [];
  });

/** Every instant at which the cause of a gap may change. */
const edgesOf = (passes: readonly PassFact[], naming: readonly NamingPass[]): Date[] => [
  ...passes.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ...naming.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to])),
];

const holdsAt = (span: Interval, at: Date): boolean => span.from <= at && at < span.to;
const isValidAt = (pass: PassFact, at: Date): boolean =>
  holdsAt({ from: pass.validFrom, to: pass.validTo }, at);

/** The most telling cause: what, if put right, would let the vehicle through. */
function causeOf(
  at: Date,
  passes: readonly PassFact[],
  naming: readonly NamingPass[],
): { cause: PassGapCause; pass: PassFact | null } {
  const dated = naming.filter(({ pass }) => isValidAt(pass, at));
  const suspended = dated.filter(({ pass }) => pass.state === 'suspended');
  const wouldCover = suspended.find(({ spans }) => spans.some((span) => holdsAt(span, at)));
  if (wouldCover) return { cause: 'pass_suspended', pass: wouldCover.pass };

  const offHours = dated.find(({ pass }) => pass.state === 'valid');
  if (offHours) return { cause: 'outside_pass_hours', pass: offHours.pass };
  if (suspended[0]) return { cause: 'pass_suspended', pass: suspended[0].pass };

  const lastExpired = naming
    .map(({ pass }) => pass)
    .filter(({ state, validTo }) => state === 'valid' && validTo <= at)
    .toSorted((one, other) => other.validTo.getTime() - one.validTo.getTime())[0];
  if (lastExpired) return { cause: 'pass_expired', pass: lastExpired };

  const elsewhere = passes.find((pass) => pass.state === 'valid' && isValidAt(pass, at));
  if (elsewhere) return { cause: 'outside_pass_zone', pass: elsewhere };
  return { cause: 'no_pass', pass: naming[0]?.pass ?? null };
}

/** One gap for each cause and pass of a zone, in order of time. */
function gatherByCause(
  zone: ZoneFact,
  pieces: readonly { cause: PassGapCause; pass: PassFact | null; piece: Interval }[],
): PassGap[] {
  const gathered = new Map<string, { first: (typeof pieces)[number]; spans: Interval[] }>();
  for (const piece of pieces) {
    const key = `${piece.cause} ${piece.pass?.passNo ?? ''}`;
    const kept = gathered.get(key);
    if (kept) kept.spans.push(piece.piece);
    else gathered.set(key, { first: piece, spans: [piece.piece] });
  }
  return [...gathered.values()].map(({ first, spans }) => ({
    zone,
    cause: first.cause,
    pass: first.pass,
    during: joined(spans),
  }));
}
