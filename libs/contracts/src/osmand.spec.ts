import { phoneReport } from './osmand.js';

const FORM = { id: 'k1', lat: '30.25', lon: '120.16' };
const AT = '2026-11-23T08:00:00.000Z';
const body = (coords: object, timestamp = AT) => ({
  device_id: 'k1',
  location: { timestamp, coords: { latitude: 30.25, longitude: 120.16, ...coords } },
});

describe('phoneReport', () => {
  it('reads what Traccar’s client sends in a query', () => {
    const report = phoneReport.parse({
      ...FORM,
      timestamp: '1795420800',
      speed: '10',
      bearing: '90',
      altitude: '12.5',
      accuracy: '6.5',
      batt: '88',
    });

    expect(report).toEqual({
      key: 'k1',
      crs: 'wgs84',
      at: new Date(AT),
      lng: 120.16,
      lat: 30.25,
      accuracyM: 6.5,
      speedKph: 18.52,
      headingDeg: 90,
    });
  });

  it.each([
    { timestamp: '1795420800', what: 'seconds' },
    { timestamp: '1795420800000', what: 'milliseconds' },
    { timestamp: AT, what: 'ISO 8601' },
    { timestamp: '2026-11-23 08:00:00', what: 'a date and a time' },
    { timestamp: '2026-11-23T08:00:00', what: 'ISO 8601 without a zone, which is UTC' },
    { timestamp: '2026-11-23T08:00', what: 'ISO 8601 to the minute' },
    { timestamp: '2026-11-23T16:00:00+08:00', what: 'ISO 8601 with a zone of its own' },
    { timestamp: '2026-11-23 16:00:00+08:00', what: 'a date and a time with a zone of its own' },
  ])('reads a time in $what', ({ timestamp }) => {
    expect(phoneReport.parse({ ...FORM, timestamp }).at).toEqual(new Date(AT));
  });

  it('reads a location in one, and a key under its other name', () => {
    const { lng, lat, at, key } = phoneReport.parse({ deviceid: 'k2', location: '30.1,120.2' });

    expect({ lng, lat, at, key }).toEqual({ lng: 120.2, lat: 30.1, at: null, key: 'k2' });
  });

  it('reads the client’s JSON, whose speed is in m/s', () => {
    const report = phoneReport.parse(body({ accuracy: 8, speed: 10, heading: 270 }));

    expect(report).toMatchObject({ key: 'k1', at: new Date(AT), accuracyM: 8, speedKph: 36 });
    expect(report.headingDeg).toBe(270);
  });

  it('takes an empty field for one that is not there', () => {
    const empty = { timestamp: '', accuracy: '', speed: ' ', bearing: '' };

    expect(phoneReport.parse({ ...FORM, ...empty })).toMatchObject({
      at: null,
      accuracyM: null,
      speedKph: null,
      headingDeg: null,
    });
  });

  it('takes −1 for what a phone does not know', () => {
    const report = phoneReport.parse(body({ accuracy: -1, speed: -1, heading: -1 }));

    expect(report).toMatchObject({ accuracyM: null, speedKph: null, headingDeg: null });
  });

  it.each<{ what: string; sent: object }>([
    { what: 'no key', sent: { lat: '30', lon: '120' } },
    { what: 'no place', sent: { id: 'k1' } },
    { what: 'an empty place', sent: { id: 'k1', lat: '', lon: '' } },
    { what: 'half a place', sent: { ...FORM, lon: '' } },
    { what: 'an empty location', sent: { id: 'k1', location: ',' } },
    { what: 'a latitude of 91°', sent: { ...FORM, lat: '91' } },
    { what: 'a place that is no number', sent: { ...FORM, lon: 'x' } },
    { what: 'a time that is none', sent: { ...FORM, timestamp: 'yesterday' } },
    { what: 'a time of 1970', sent: { ...FORM, timestamp: '0' } },
    { what: 'JSON without coordinates', sent: { device_id: 'k1', location: { timestamp: AT } } },
    { what: 'nothing', sent: {} },
  ])('refuses $what', ({ sent }) => {
    expect(phoneReport.safeParse(sent).success).toBe(false);
  });
});
