import { createOrderRequest, createSiteRequest } from '@tongyun/contracts';
import {
  type OrderFields,
  toOrderRequest,
  toSiteRequest,
  usualFields,
} from './order-form-fields.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const NOW = new Date('2026-03-05T06:07:00Z');
const fields = (changed: Partial<OrderFields> = {}): OrderFields => ({
  ...usualFields(NOW),
  siteName: '望江新城 3 号地块',
  contractor: '浙江建工',
  plantId: ID,
  pourLocation: '地下室顶板',
  ...changed,
});
const onWire = (request: unknown): unknown => JSON.parse(JSON.stringify(request));

describe('the order form', () => {
  it('proposes the first truck an hour and a half ahead, on the next quarter hour', () => {
    expect(usualFields(NOW).firstOnSite).toBe('2026-03-05T15:45');
  });

  it('makes an order that keeps to the contract', () => {
    const request = toOrderRequest(fields(), ID);

    expect(createOrderRequest.safeParse(onWire(request)).error).toBeUndefined();
    expect(request).toMatchObject({ isPumpNeeded: false, pumpReachM: null });
  });

  it.each([
    { method: 'pump' as const, reach: 38, asks: true, sent: 38 },
    { method: 'pump' as const, reach: null, asks: true, sent: null },
    { method: 'chute' as const, reach: 38, asks: false, sent: null },
  ])(
    'asks for a pump exactly when the pour is pumped: $method',
    ({ method, reach, asks, sent }) => {
      const request = toOrderRequest(
        fields({ placingMethod: method, pumpsNeeded: 2, pumpReachM: reach }),
        ID,
      );

      expect(createOrderRequest.safeParse(onWire(request)).error).toBeUndefined();
      expect(request).toMatchObject({ isPumpNeeded: asks, pumpReachM: sent });
      expect(request.pumpsNeeded).toBe(asks ? 2 : undefined);
    },
  );

  it('states of the pour what is filled in, and leaves the rest to policy', () => {
    const request = toOrderRequest(fields({ pourKind: 'slab', gapMaxMin: 90 }), ID);

    expect(createOrderRequest.safeParse(onWire(request)).error).toBeUndefined();
    expect(request).toMatchObject({ pourKind: 'slab', gapMaxMin: 90, retarderMin: null });
  });

  it('states for the tickets what is filled in of the contract, and nothing else', () => {
    const request = toOrderRequest(fields({ contractNo: ' HT-18 ', unitPriceCny: 420 }), ID);

    expect(createOrderRequest.safeParse(onWire(request)).error).toBeUndefined();
    expect(request.terms).toEqual({
      contractNo: 'HT-18',
      mixDesignNo: null,
      unitPriceCny: 420,
      salesRepName: null,
      salesRepPhone: null,
      note: null,
    });
  });

  it('makes a site from a click on the map, stating the system it is in', () => {
    const filled = fields({ contactName: '  ', opensAt: '06:00', closesAt: '22:00' });
    const request = toSiteRequest(filled, ID, { lng: 120.2, lat: 30.25 });

    expect(createSiteRequest.safeParse(onWire(request)).error).toBeUndefined();
    expect(request).toMatchObject({
      position: { lng: 120.2, lat: 30.25, crs: 'wgs84' },
      projectName: '望江新城 3 号地块',
      contactName: null,
      accessHours: [{ fromMin: 360, toMin: 1_320 }],
    });
  });
});
