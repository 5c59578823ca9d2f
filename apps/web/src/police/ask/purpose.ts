import { roadsidePurpose, type RoadsidePurpose } from '@tongyun/contracts';
import type { TextStorage } from '../recent/recent-queries.js';

/** What the officer asks for; the note says more, and must say what another purpose is. */
export interface StatedPurpose {
  readonly kind: RoadsidePurpose;
  readonly note: string;
}

const KEY = 'tongyun.police.purpose';
const NOTE_MIN_LENGTH = 2;

/** The kind that this device asked for last, so that a checkpoint chooses once; its note is not kept. */
export function readPurpose(storage: TextStorage): StatedPurpose {
  const read = roadsidePurpose.safeParse(storage.getItem(KEY));
  return { kind: read.success ? read.data : 'patrol', note: '' };
}

/** A device that keeps nothing begins with a patrol again. */
export function keepPurpose(storage: TextStorage, { kind }: StatedPurpose): void {
  try {
    storage.setItem(KEY, kind);
  } catch {
    // Storage is full or shut: the choice holds until the page is left.
  }
}

/** Whether the question may be asked with it. */
export const isPurposeSaid = ({ kind, note }: StatedPurpose): boolean =>
  kind !== 'other' || note.trim().length >= NOTE_MIN_LENGTH;

/** As the question carries it; a note too short to say anything is left out. */
export const toQuestion = ({ kind, note }: StatedPurpose) => ({
  purpose: kind,
  ...(note.trim().length >= NOTE_MIN_LENGTH && { purposeNote: note.trim() }),
});
