import { choosePass, type HeldPass } from './shown-pass.js';

const now = new Date('2026-11-23T00:00:00Z');
const aPass = (over: Partial<HeldPass>): HeldPass => ({
  zoneIds: ['city'],
  validFrom: new Date('2026-11-01T00:00:00Z'),
  validTo: new Date('2026-12-01T00:00:00Z'),
  state: 'valid',
  ...over,
});

describe('choosePass', () => {
  const expired = aPass({ validTo: new Date('2026-11-22T00:00:00Z') });
  const forPark = aPass({ zoneIds: ['park'], validTo: new Date('2027-11-01T00:00:00Z') });
  const forCity = aPass({});
  const suspended = aPass({ state: 'suspended', validTo: new Date('2028-01-01T00:00:00Z') });

  it('prefers a running pass for the zones asked about', () => {
    expect(choosePass([forPark, suspended, forCity, expired], ['city'], now)).toBe(forCity);
  });

  it('takes another running pass when none is for these zones', () => {
    expect(choosePass([expired, suspended, forPark], ['city'], now)).toBe(forPark);
  });

  it('takes the one that ran last when none runs', () => {
    const older = aPass({ validTo: new Date('2026-01-01T00:00:00Z') });

    expect(choosePass([older, expired], ['city'], now)).toBe(expired);
  });

  it('has none to show when there is none', () => {
    expect(choosePass([], ['city'], now)).toBeNull();
  });

  it('does not take one whose last instant has come', () => {
    const ending = aPass({ validTo: now });
    const next = aPass({ zoneIds: ['park'], validTo: new Date('2026-11-24T00:00:00Z') });

    expect(choosePass([ending, next], ['city'], now)).toBe(next);
  });

  describe('of passes that have ended', () => {
    const ended = { validTo: new Date('2026-11-22T16:00:00Z') };
    const end = new Date('2026-11-23T00:10:00Z');
    const revoked = aPass({ state: 'revoked', validTo: new Date('2027-01-01T00:00:00Z') });
    const inGrace = aPass({ ...ended, leaveBy: end });
    const coming = aPass({
      validFrom: new Date('2026-12-01T00:00:00Z'),
      validTo: new Date('2027-12-01T00:00:00Z'),
    });

    it.each([
      { grace: 'it has until then to leave', pass: inGrace },
      { grace: 'its renewal is under review', pass: aPass({ ...ended, toleratedTo: end }) },
    ])('takes the one in its grace: $grace', ({ pass }) => {
      expect(choosePass([revoked, coming, expired, pass], ['city'], now)).toBe(pass);
    });

    it('takes a suspended one for these zones before one in its grace, and that before another', () => {
      const ofPark = { ...suspended, zoneIds: ['park'] };

      expect(choosePass([inGrace, ofPark, suspended], ['city'], now)).toBe(suspended);
      expect(choosePass([inGrace, ofPark], ['city'], now)).toBe(inGrace);
    });

    it('takes one that ran before one that was revoked or has not begun', () => {
      const over = aPass({ ...ended, leaveBy: now });

      expect(choosePass([revoked, coming, over], ['city'], now)).toBe(over);
      expect(choosePass([revoked], ['city'], now)).toBe(revoked);
    });
  });
});
