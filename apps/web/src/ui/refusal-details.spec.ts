import { readableDetails } from './refusal-details.js';

const ID = '01a22db5-65b1-7626-9e60-962847f6514f';
const inBoth = (code: string, details: Readonly<Record<string, unknown>>) => ({
  zh: readableDetails({ code, details }, 'zh-CN').map(({ name, value }) => `${name} ${value}`),
  en: readableDetails({ code, details }, 'en').map(({ name, value }) => `${name} ${value}`),
});

describe('the details of a refusal', () => {
  it('leave out the ids of rows and versions, which say nothing to a person', () => {
    const details = { id: ID, vehicleId: ID, version: 3, missing: [ID], plateNo: '浙A12345' };

    expect(inBoth('PLATE_TAKEN', details)).toEqual({
      zh: ['车牌号 浙A12345'],
      en: ['Plate 浙A12345'],
    });
  });

  it('leave out a name that nobody gave words, and one that every object has', () => {
    expect(inBoth('PLATE_TAKEN', { plateText: '浙A12345', constructor: 'x' })).toEqual({
      zh: [],
      en: [],
    });
  });

  it('tell an instant as the clock in Hangzhou shows it, and a day as it is', () => {
    const details = { validFrom: '2026-03-05T06:30:00.000Z', leftOn: '2026-03-05', validTo: null };

    expect(inBoth('USE_OVERLAPS', details).zh).toEqual([
      '时段开始 2026-03-05 14:30',
      '最后在职日 2026-03-05',
    ]);
  });

  it.each([
    {
      code: 'PASS_STEP_INVALID',
      details: { from: 'suspended' },
      zh: '从 暂扣',
      en: 'From Suspended',
    },
    {
      code: 'REGISTRATION_STEP_INVALID',
      details: { from: 'suspended' },
      zh: '从 暂停',
      en: 'From Suspended',
    },
    {
      code: 'ORDER_STATE_REFUSED',
      details: { possible: ['on_hold', 'cancelled'] },
      zh: '可选状态 暂停、取消',
      en: 'Possible next On hold, Cancelled',
    },
    {
      code: 'PLATE_INVALID',
      details: { plateColor: 'yellow_green' },
      zh: '号牌颜色 黄绿双拼',
      en: 'Plate colour Yellow-green',
    },
    {
      code: 'CITY_PERIOD_INVALID',
      details: { from: '2026-03-05' },
      zh: '从 2026-03-05',
      en: 'From 2026-03-05',
    },
    { code: 'DRIVER_AT_WORK', details: { isLent: true }, zh: '外借中 是', en: 'Lent Yes' },
  ])('tell a code as the product calls it there: $code $details', ({ code, details, zh, en }) => {
    expect(inBoth(code, details)).toEqual({ zh: [zh], en: [en] });
  });

  it('leave out a code that nobody gave words', () => {
    const unknown = { state: 'half_done', from: 'half_done', plateColor: 'pink' };

    expect(inBoth('PASS_STEP_INVALID', unknown)).toEqual({ zh: [], en: [] });
  });

  it.each([
    { code: 'PLANT_OUT_OF_RADIUS', details: { distanceM: 21_500 }, zh: '实际距离 21,500 m' },
    { code: 'DIVERSION_VOLUME_WRONG', details: { takenM3: 4.5 }, zh: '工地已卸 4.5 m³' },
    { code: 'RETARDER_TOO_LONG', details: { limitMin: 240 }, zh: '上限 240 分钟' },
    { code: 'TRACK_SPAN_TOO_LONG', details: { withinDays: 7 }, zh: '最多 7 天' },
    { code: 'FILE_TOO_LARGE', details: { mostBytes: 20 * 1024 * 1024 }, zh: '最大 20 MB' },
    { code: 'CREDIT_YEAR_AHEAD', details: { year: 2027 }, zh: '年度 2027' },
  ])('tell a figure with its unit: $zh', ({ code, details, zh }) => {
    expect(inBoth(code, details).zh).toEqual([zh]);
  });

  it('tell a reason that came in both languages in the reader’s', () => {
    const sentence = { 'zh-CN': '培训已过期', en: 'training has expired' };

    expect(
      inBoth('DUTY_NOT_PERMITTED', { reasons: [{ code: 'training_expired', sentence }] }),
    ).toEqual({ zh: ['原因 培训已过期'], en: ['Reasons training has expired'] });
    const missing = [{ zh: '手机号', en: 'Mobile' }];
    expect(inBoth('IMPORT_HEADER_WRONG', { missing }).en).toEqual(['Missing Mobile']);
    expect(
      inBoth('IMPORT_ROW_REFUSED', { rowNo: 3, column: { zh: '车牌号', en: 'Plate' } }),
    ).toEqual({
      zh: ['行号 3', '列 车牌号'],
      en: ['Row 3', 'Column Plate'],
    });
  });

  it('tell the job that is in the way by its number and its times', () => {
    const holder = {
      orderId: ID,
      orderNo: 'A-12',
      startsAt: '2026-03-05T06:30:00.000Z',
      holds: 'driver',
    };

    expect(inBoth('ASSIGNMENT_OVERLAPS', { holder }).zh).toEqual([
      '已占用的任务 任务单号 A-12，开始 2026-03-05 14:30',
    ]);
  });

  it('name the fields of a form that break the contract, where they have words', () => {
    const issues = [
      'vehicles.0.plateNo: Too small',
      'body.plateNo: Invalid input',
      'crs: Required',
    ];

    expect(inBoth('INVALID_REQUEST', { issues })).toEqual({
      zh: ['请检查 车牌号'],
      en: ['Check Plate'],
    });
  });

  it('say where a drawn area crosses itself', () => {
    expect(inBoth('ZONE_SHAPE_INVALID', { fault: 'Self-intersection[120.15 30.25]' }).zh).toEqual([
      '问题 边线相交于经度 120.15、纬度 30.25',
    ]);
  });

  it('say when a site takes concrete', () => {
    const accessHours = [{ weekdays: [1, 2], fromMin: 480, toMin: 600 }];

    expect(inBoth('SITE_CLOSED', { accessHours }).zh).toEqual([
      '工地开放时间 周一至周二 08:00–10:00',
    ]);
  });
});
