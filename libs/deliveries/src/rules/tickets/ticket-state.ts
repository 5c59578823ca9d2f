import { SMALLEST_M3 } from '../volume.js';

export type TicketState =
  'issued' | 'accepted' | 'accepted_in_part' | 'refused' | 'replaced' | 'void';

/** The fields of what a site signed that these rules read. */
export interface SignedVolumes {
  readonly refusedM3: number;
  readonly returnedM3: number;
}

/** Ticketed concrete that did not stay on site, m³. */
export const undeliveredOf = ({ refusedM3, returnedM3 }: SignedVolumes): number =>
  refusedM3 + returnedM3;

/** Whether a site refused a whole load, of `ticketedM3` m³. */
export const isRefusedWhole = (ticketedM3: number, { refusedM3 }: SignedVolumes): boolean =>
  refusedM3 > ticketedM3 - SMALLEST_M3;

/** Whether a site refused or sent back more than the ticket says was there. */
export const isAboveTicket = (ticketedM3: number, signed: SignedVolumes): boolean =>
  undeliveredOf(signed) > ticketedM3 + SMALLEST_M3;

/**
 * What has become of a ticket.
 *
 * @param acceptance what the site signed last; null: nothing yet
 */
export function computeTicketState(
  ticket: {
    readonly m3: number;
    readonly voidedAt: Date | null;
    /** The ticket that stands for it since its load was diverted. */
    readonly replacedByNo: string | null;
  },
  acceptance: SignedVolumes | null,
): TicketState {
  if (ticket.replacedByNo !== null) return 'replaced';
  if (ticket.voidedAt !== null) return 'void';
  if (acceptance === null) return 'issued';
  if (isRefusedWhole(ticket.m3, acceptance)) return 'refused';
  return undeliveredOf(acceptance) < SMALLEST_M3 ? 'accepted' : 'accepted_in_part';
}
