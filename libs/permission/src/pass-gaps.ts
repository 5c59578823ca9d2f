import type { Interval } from '@tongyun/kernel';
import type { PassFact, PermissionFacts, ZoneFact, ZonePlace } from './facts.js';
import { spansInHours } from './local-hours.js';
import { findOffRoute, type OffRoute } from './off-route.js';
import type { ReasonCode } from './reason.js';
import { cutAt, joined, overlapOf, without } from './spans.js';

export type PassGapCause = Extract<
  ReasonCode,
  | 'no_pass'
  | 'pass_expired'
  | 'pass_suspended'
  | 'outside_pass_hours'
  | 'outside_pass_zone'
  | 'off_permitted_route'
>;

/** Why a pass that has ended does not bar the road yet. */
export type PassGrace = 'leave_by' | 'renewal_under_review';

/** Time within a zone's demand that no valid pass covers, and the most telling cause. */
export interface PassGap {
  readonly zone: ZoneFact;
  readonly cause: PassGapCause;
  /** The pass that falls short; null when the vehicle has none to speak of. */
  readonly pass: PassFact | null;
  /** Null: the gap bars the road. */
  readonly grace: PassGrace | null;
  /** How the place asked about misses the pass's routes; null: it does not, or was not asked. */
  readonly offRoute: OffRoute | null;
  readonly during: readonly Interval[];
}

/** What is told of a moment in which no valid pass covers a zone. */
type GapCause = Pick<PassGap, 'cause' | 'pass' | 'grace' | 'offRoute'>;

/** A pass that names the zone, with the time its validity and hours allow, state left aside. */
interface NamingPass {
  readonly pass: PassFact;
  /** Null: it allows driving at the place asked about. */
  readonly offRoute: OffRoute | null;
  readonly spans: readonly Interval[];
  /** Past its end, by the grace that it carries. */
  readonly graces: readonly { readonly grace: PassGrace; readonly spans: readonly Interval[] }[];
}

type GapFacts = Pick<PermissionFacts, 'vehicle' | 'timeZone' | 'calendar' | 'isUnderWay'>;

/**
 * Finds where the demanded passes are missing. Passes may join: one covers the morning, the next
 * one the afternoon. A gap whose cause changes on the way is told as several.
 */
export function findPassGaps(
  facts: GapFacts,
  demands: readonly {
    readonly zone: ZoneFact;
    readonly during: readonly Interval[];
    readonly place?: ZonePlace | undefined;
  }[],
): PassGap[] {
  const { passes } = facts.vehicle;
  return demands.flatMap(({ zone, during, place }) => {
    const naming = passes
      .filter(({ zoneIds }) => zoneIds.includes(zone.zoneId))
      .map((pass): NamingPass => {
        const offRoute = place === undefined ? null : findOffRoute(pass, place);
        return {
          pass,
          offRoute,
          spans: spansOf(pass, { from: pass.validFrom, to: pass.validTo }, during, facts),
          graces: gracesOf(pass, offRoute, during, facts),
        };
      });
    const covered = naming
      .filter(({ pass, offRoute }) => pass.state === 'valid' && offRoute === null)
      .flatMap((it) => it.spans);
    const gaps = without(during, covered);
    if (gaps.length === 0) return [];

    const pieces = cutAt(gaps, edgesOf(passes, naming)).map((piece) => ({
      ...causeOf(piece.from, passes, naming),
      piece,
    }));
    return gatherByCause(zone, pieces);
  });
}

/** When a pass allows driving, of a validity and within the spans asked about. */
const spansOf = (
  pass: PassFact,
  validity: Interval,
  during: readonly Interval[],
  { timeZone, calendar }: GapFacts,
): Interval[] =>
  during.flatMap((span) => {
    const inValidity = overlapOf(span, validity);
    return inValidity ? spansInHours(pass.hours, inValidity, timeZone, calendar) : [];
  });

/** What an ended pass still allows: under review all that it did, to leave at any hour by any road. */
function gracesOf(
  pass: PassFact,
  offRoute: OffRoute | null,
  during: readonly Interval[],
  facts: GapFacts,
): NamingPass['graces'] {
  const { validTo: from, leaveBy, toleratedTo } = pass;
  if (pass.state !== 'valid') return [];
  const reviewed =
    toleratedTo && offRoute === null ? spansOf(pass, { from, to: toleratedTo }, during, facts) : [];
  const leaving =
    leaveBy && facts.isUnderWay === true
      ? during.flatMap((span) => overlapOf(span, { from, to: leaveBy }) ?? [])
      : [];
  return [
    { grace: 'renewal_under_review', spans: reviewed },
    { grace: 'leave_by', spans: leaving },
  ];
}

/** Every instant at which the cause of a gap may change. */
const edgesOf = (passes: readonly PassFact[], naming: readonly NamingPass[]): Date[] => [
  ...passes.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ...naming
    .flatMap(({ spans, graces }) => [...spans, ...graces.flatMap((one) => one.spans)])
    .flatMap(({ from, to }) => [from, to]),
];

const holdsAt = (span: Interval, at: Date): boolean => span.from <= at && at < span.to;
const isValidAt = (pass: PassFact, at: Date): boolean =>
  holdsAt({ from: pass.validFrom, to: pass.validTo }, at);

const barredBy = (cause: PassGapCause, pass: PassFact | null): GapCause => ({
  cause,
  pass,
  grace: null,
  offRoute: null,
});

/** The most telling cause: what, if put right, would let the vehicle through. */
function causeOf(at: Date, passes: readonly PassFact[], naming: readonly NamingPass[]): GapCause {
  const dated = naming.filter(({ pass }) => isValidAt(pass, at));
  const suspended = dated.filter(({ pass }) => pass.state === 'suspended');
  const wouldCover = suspended.find(
    ({ spans, offRoute }) => offRoute === null && spans.some((span) => holdsAt(span, at)),
  );
  if (wouldCover) return barredBy('pass_suspended', wouldCover.pass);

  for (const { pass, graces } of naming) {
    const held = graces.find(({ spans }) => spans.some((span) => holdsAt(span, at)));
    if (held) return { cause: 'pass_expired', pass, grace: held.grace, offRoute: null };
  }

  const elsewhereInZone = dated.find(
    ({ pass, offRoute, spans }) =>
      pass.state === 'valid' && offRoute !== null && spans.some((span) => holdsAt(span, at)),
  );
  if (elsewhereInZone) {
    const { pass, offRoute } = elsewhereInZone;
    return { cause: 'off_permitted_route', pass, grace: null, offRoute };
  }

  const offHours = dated.find(({ pass }) => pass.state === 'valid');
  if (offHours) return barredBy('outside_pass_hours', offHours.pass);
  if (suspended[0]) return barredBy('pass_suspended', suspended[0].pass);

  const lastExpired = naming
    .map(({ pass }) => pass)
    .filter(({ state, validTo }) => state === 'valid' && validTo <= at)
    .toSorted((one, other) => other.validTo.getTime() - one.validTo.getTime())[0];
  if (lastExpired) return barredBy('pass_expired', lastExpired);

  const elsewhere = passes.find((pass) => pass.state === 'valid' && isValidAt(pass, at));
  if (elsewhere) return barredBy('outside_pass_zone', elsewhere);
  return barredBy('no_pass', naming[0]?.pass ?? null);
}

/** One gap for each cause and pass of a zone, in order of time. */
function gatherByCause(
  zone: ZoneFact,
  pieces: readonly (GapCause & { readonly piece: Interval })[],
): PassGap[] {
  const gathered = new Map<string, { first: (typeof pieces)[number]; spans: Interval[] }>();
  for (const piece of pieces) {
    const key = `${piece.cause} ${piece.grace} ${piece.pass?.passNo ?? ''}`;
    const kept = gathered.get(key);
    if (kept) kept.spans.push(piece.piece);
    else gathered.set(key, { first: piece, spans: [piece.piece] });
  }
  return [...gathered.values()].map(({ first, spans }) => ({
    zone,
    cause: first.cause,
    pass: first.pass,
    grace: first.grace,
    offRoute: first.offRoute,
    during: joined(spans),
  }));
}
