import { readRuleVersion } from './rule-parts.js';

describe('what an alert was judged by', () => {
  it.each([
    {
      text: 'zone 3; policy ab12',
      parts: [
        { kind: 'zone', version: '3' },
        { kind: 'policy', version: 'ab12' },
      ],
    },
    {
      text: 'range 2; policy ab12; 批准改道 7',
      parts: [
        { kind: 'range', version: '2' },
        { kind: 'policy', version: 'ab12' },
        { kind: 'other', text: '批准改道 7' },
      ],
    },
    { text: 'officer', parts: [{ kind: 'officer' }] },
    { text: 'ab12', parts: [{ kind: 'other', text: 'ab12' }] },
  ])('of “$text” is told apart', ({ text, parts }) => {
    expect(readRuleVersion(text)).toEqual(parts);
  });
});
