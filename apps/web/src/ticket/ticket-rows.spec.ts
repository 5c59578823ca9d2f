import type { TicketView } from '@tongyun/contracts';
import { TICKET_FIELDS, ticketRows, type TicketWords } from './ticket-rows.js';

const ticket: TicketView = {
  id: '00000000-0000-7000-8000-000000000001',
  tripId: '00000000-0000-7000-8000-000000000002',
  orderId: '00000000-0000-7000-8000-000000000003',
  ticketNo: '20261123-0001',
  state: 'issued',
  issuedAt: '2026-11-23T01:00:00.000Z',
  issuedByName: '磅房',
  content: {
    supplierName: '商砼',
    buyerName: '中建',
    contractNo: null,
    orderNo: '20261123-0004',
    loadNo: 2,
    projectName: '滨江苑',
    siteName: '一号楼',
    pourLocation: '三层梁板',
    placingMethod: 'pump',
    kind: 'concrete',
    grade: 'C30',
    slumpMm: 180,
    mixDesignNo: null,
    plantName: '北站',
    lineName: '1号线',
    plateNo: '浙A12345',
    fleetNo: null,
    driverName: '张师傅',
    m3: 12,
    cumM3: 24,
    cumLoads: 2,
    orderedM3: 60,
    tareKg: 14_000,
    grossKg: null,
    netKg: null,
    receiverName: '李工',
    receiverPhone: null,
    salesRepName: null,
    salesRepPhone: null,
    unitPriceCny: 420,
    note: null,
    batchedAt: '2026-11-23T00:40:00.000Z',
    exWorksTest: null,
    replaces: null,
  },
  leftPlantAt: null,
  arrivedAt: null,
  unloadStartAt: null,
  unloadEndAt: null,
  acceptance: null,
  replacedByNo: null,
  voided: null,
};
const words: TicketWords = {
  kinds: { concrete: '', priming_mortar: '润管砂浆', wet_mortar: '湿拌砂浆' },
  placingMethod: { chute: '自卸', pump: '泵送' },
  formatTime: (at) => at.slice(11, 16),
  cum: (m3, loads) => `${m3} / ${loads} 车`,
  test: (slumpMm) => `${slumpMm} mm`,
};

describe('ticketRows', () => {
  it('says what is known', () => {
    expect(ticketRows(ticket, words)).toMatchObject({
      m3: '12.00 m³',
      cum: '24.00 m³ / 2 车',
      placingMethod: '泵送',
      vehicle: '浙A12345',
      tareKg: '14000 kg',
      receiver: '李工',
      unitPriceCny: '¥420.00',
      batchedAt: '00:40',
    });
  });

  it('leaves blank what is not, and names every field', () => {
    const rows = ticketRows(ticket, words);

    expect([rows.contractNo, rows.grossKg, rows.salesRep, rows.leftPlantAt]).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(Object.keys(rows).toSorted()).toEqual([...TICKET_FIELDS].toSorted());
  });

  it('says what is in the drum when it is no concrete', () => {
    const content = { ...ticket.content, kind: 'priming_mortar' as const, grade: 'C30' };

    expect(ticketRows({ ...ticket, content }, words).grade).toBe('C30 润管砂浆');
  });
});
