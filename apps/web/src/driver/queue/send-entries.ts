import type { ClaimResultsView, DriverDayView } from '@tongyun/contracts';
import { ApiRefusal } from '../../api/api-refusal.js';
import {
  claimPumpStages,
  claimStages,
  clockOut,
  confirmStart,
  getDriverDay,
} from '../../api/deliveries.js';
import { sendAcceptance } from '../../api/tickets.js';
import { reportPositions } from '../../api/tracking.js';
import { judgeFailure } from './judge-failure.js';
import type { Send, SendOutcome } from './offline-queue.js';
import type { ClaimEntry, FixEntry, PumpClaimEntry, QueueEntry } from './queue-entry.js';

export interface ServerAnswers {
  /** Called before the entries leave the queue, so that the page never falls back a stage. */
  readonly onDay: (day: DriverDayView) => void;
  readonly onClaims: (results: ClaimResultsView['results']) => void;
}

/** Sends each kind of entry to its endpoint. */
export const sendEntriesTo =
  (answers: ServerAnswers): Send =>
  async (entries) => {
    try {
      return await sendAll(entries, answers);
    } catch (error) {
      return judgeFailure(
        error,
        entries.map(({ id }) => id),
      );
    }
  };

async function sendAll(
  entries: readonly QueueEntry[],
  answers: ServerAnswers,
): Promise<SendOutcome> {
  const [first] = entries;
  if (!first) return { state: 'answered', ids: [] };
  switch (first.kind) {
    case 'claim':
      return take(await claimStages({ claims: claimsOf(entries) }), answers);
    case 'pump_claim':
      return take(await claimPumpStages({ claims: pumpClaimsOf(entries) }), answers);
    case 'clock_out':
      await sendClockOut(first, answers);
      return { state: 'answered', ids: [first.id] };
    case 'start': {
      const { id, at, startsAt } = first;
      const said = { id, startsAt: new Date(startsAt), at: new Date(at) };
      answers.onDay(await confirmStart(said));
      return { state: 'answered', ids: [id] };
    }
    case 'acceptance': {
      const { id, at, signed } = first;
      answers.onDay(await sendAcceptance({ ...signed, id, signedAt: new Date(at) }));
      return { state: 'answered', ids: [id] };
    }
    case 'fix':
      await reportPositions({ crs: 'wgs84', fixes: fixesOf(entries) });
      return { state: 'answered', ids: entries.map(({ id }) => id) };
  }
}

function take({ results, day }: ClaimResultsView, answers: ServerAnswers): SendOutcome {
  answers.onDay(day);
  answers.onClaims(results);
  return { state: 'answered', ids: results.map(({ id }) => id) };
}

/** Whoever is off duty already has what he wanted. */
async function sendClockOut(entry: QueueEntry, answers: ServerAnswers): Promise<void> {
  try {
    const { id: idempotencyKey, at } = entry;
    answers.onDay(await clockOut({ at: new Date(at) }, { idempotencyKey }));
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.refusal.code !== 'DUTY_NOT_OPEN') throw error;
    answers.onDay(await getDriverDay());
  }
}

const claimsOf = (entries: readonly QueueEntry[]) =>
  entries
    .filter((entry): entry is ClaimEntry => entry.kind === 'claim')
    .map(({ id, tripId, stage, at }) => ({ id, tripId, stage, claimedAt: new Date(at) }));

const pumpClaimsOf = (entries: readonly QueueEntry[]) =>
  entries
    .filter((entry): entry is PumpClaimEntry => entry.kind === 'pump_claim')
    .map(({ id, pumpJobId, stage, at }) => ({ id, pumpJobId, stage, claimedAt: new Date(at) }));

const fixesOf = (entries: readonly QueueEntry[]) =>
  entries
    .filter((entry): entry is FixEntry => entry.kind === 'fix')
    .map(({ id, at, lng, lat, accuracyM, speedKph, headingDeg }) => ({
      id,
      at: new Date(at),
      lng,
      lat,
      accuracyM,
      speedKph,
      headingDeg,
    }));
