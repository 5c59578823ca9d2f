import { terminalIdentityOf } from './terminal-identity.js';

const vehicle = {
  id: 'v',
  kind: 'boom_pump',
  plateNo: '浙A6P062D',
  plateColor: 'yellow_green',
  equipmentNo: null,
  fleetNo: 'QJ-B1',
  ownerName: null,
  ownerEnterpriseId: null,
  isProvisional: false,
  drumCapacityM3: null,
  boomLengthM: 62,
  lineLengthM: null,
  emissionClass: null,
  tareKg: null,
  terminalId: null,
  version: 1,
} as const;
const at = '2026-05-04T08:00:00Z';
const known = {
  id: 't',
  phone: '13800010001',
  terminalNo: 'T1',
  manufacturer: 'TYDEM',
  protocolVersion: '2013',
  plateSent: null,
  plateColorSent: null,
  vehicleId: 'v',
  plateNo: null,
  state: 'bound',
  isDrumInverted: false,
  lastFrame: null,
  lastFrameAt: null,
  refusalCode: null,
  claimedBy: null,
  rawLogUntil: null,
  firstSeenAt: at,
  lastSeenAt: at,
  version: 1,
} as const;

describe('terminalIdentityOf', () => {
  it('speaks with the number the server has for the vehicle', () => {
    expect(terminalIdentityOf(vehicle, known, 0)).toMatchObject({
      phone: '13800010001',
      registration: { terminalNo: 'T1', plateNo: '浙A6P062D', plateColor: 93 },
    });
  });

  it('gives every other vehicle a number of its own', () => {
    const phones = [0, 1, 2].map((nth) => terminalIdentityOf(vehicle, undefined, nth).phone);

    expect(new Set(phones).size).toBe(3);
    expect(phones[0]).toMatch(/^1\d{10}$/);
  });

  it('mixes both protocol versions', () => {
    const versions = [0, 1, 2].map((nth) => terminalIdentityOf(vehicle, undefined, nth).version);

    expect(versions).toEqual(['2013', '2013', '2019']);
  });
});
