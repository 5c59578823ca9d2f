import { readRuleVersion } from './rule-parts.js';

const SHIPPED = { kind: 'shipped' };

describe('what an alert was judged by', () => {
  it.each([
    { text: 'zone 3; policy shipped', parts: [{ kind: 'zone', version: '3' }, SHIPPED] },
    {
      text: 'range 2; policy shipped, alerts.end_fixes city/2; 批准改道 7',
      parts: [
        { kind: 'range', version: '2' },
        SHIPPED,
        { kind: 'policy', key: 'alerts.end_fixes', scope: 'city', version: '2' },
        { kind: 'other', text: '批准改道 7' },
      ],
    },
    { text: 'officer', parts: [{ kind: 'officer' }] },
    { text: 'shipped', parts: [SHIPPED] },
    ...['enterprise:e1', 'district:滨江区', 'plant:p1'].map((scope) => ({
      text: `${scope}/4`,
      parts: [{ kind: 'policy', key: null, scope, version: '4' }],
    })),
    { text: 'zones-0a1b2c3d4e5f', parts: [{ kind: 'zones' }] },
    { text: '应急 [2026]/7', parts: [{ kind: 'other', text: '应急 [2026]/7' }] },
  ])('of “$text” is told apart', ({ text, parts }) => {
    expect(readRuleVersion(text)).toEqual(parts);
  });
});
