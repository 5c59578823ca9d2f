import { findSuperseded } from './supersede-trips.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const trip = (id: string, clock: string) => ({ id, startedAt: at(clock) });

describe('findSuperseded', () => {
  it('has nothing to end where nothing else is under way', () => {
    expect(findSuperseded(trip('new', '10:00'), [])).toEqual([]);
  });

  it('ends what the vehicle or its driver had begun before', () => {
    expect(
      findSuperseded(trip('new', '10:00'), [trip('old', '08:00'), trip('older', '06:00')]),
    ).toEqual([
      { id: 'old', endedAt: at('10:00') },
      { id: 'older', endedAt: at('10:00') },
    ]);
  });

  it('ends the late one itself when newer trips have begun since', () => {
    expect(
      findSuperseded(trip('late', '08:00'), [trip('now', '11:00'), trip('next', '10:00')]),
    ).toEqual([{ id: 'late', endedAt: at('10:00') }]);
  });
});
