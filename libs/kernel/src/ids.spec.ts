import { firstIdAt, newId } from './ids.js';

describe('firstIdAt', () => {
  it('lies between the ids made before and those made from then on', () => {
    const id = newId();
    const nowMs = Date.now();

    expect(firstIdAt(new Date(nowMs - 60_000)) < id).toBe(true);
    expect(firstIdAt(new Date(nowMs + 60_000)) > id).toBe(true);
  });

  it('is an id itself', () => {
    expect(firstIdAt(new Date('2026-11-23T00:00:00Z'))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-0{12}$/,
    );
  });
});
