import { changesWhoHeIs } from './driver-identity.js';

describe('changesWhoHeIs', () => {
  it.each([
    { before: { name: '张三' }, answer: true },
    { before: { name: '张三', phone: '13800001111' }, answer: true },
    { before: { phone: '13800001111', licenceClass: 'B2' }, answer: false },
    { before: {}, answer: false },
  ])('is $answer of a correction of $before', ({ before, answer }) => {
    expect(changesWhoHeIs(before)).toBe(answer);
  });
});
