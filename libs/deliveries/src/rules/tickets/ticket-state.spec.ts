import { computeTicketState, isAboveTicket } from './ticket-state.js';

const ticket = { m3: 10, voidedAt: null, replacedByNo: null };
const signed = (refusedM3: number, returnedM3: number) => ({ refusedM3, returnedM3 });

describe('computeTicketState', () => {
  it.each([
    { acceptance: null, state: 'issued' },
    { acceptance: signed(0, 0), state: 'accepted' },
    { acceptance: signed(0, 0.5), state: 'accepted_in_part' },
    { acceptance: signed(2, 0), state: 'accepted_in_part' },
    { acceptance: signed(10, 0), state: 'refused' },
  ])('is $state for $acceptance', ({ acceptance, state }) => {
    expect(computeTicketState(ticket, acceptance)).toBe(state);
  });

  it('stays void whatever was signed', () => {
    expect(computeTicketState({ ...ticket, voidedAt: new Date() }, signed(0, 0))).toBe('void');
  });

  it('is replaced once another stands for it', () => {
    const first = { ...ticket, voidedAt: new Date(), replacedByNo: '20261123-0002' };

    expect(computeTicketState(first, null)).toBe('replaced');
  });
});

describe('isAboveTicket', () => {
  it('finds more going back than came', () => {
    expect(isAboveTicket(10, signed(6, 4))).toBe(false);
    expect(isAboveTicket(10, signed(6, 4.1))).toBe(true);
  });
});
