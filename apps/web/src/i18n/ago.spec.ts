import { formatAgo } from './ago.js';

const NOON = new Date('2026-11-22T04:00:00Z');

describe('formatAgo', () => {
  it.each([
    { at: '2026-11-22T03:59:01Z', zh: '0分钟前', en: '0 minutes ago' },
    { at: '2026-11-22T03:00:01Z', zh: '59分钟前', en: '59 minutes ago' },
    { at: '2026-11-21T04:00:01Z', zh: '23小时前', en: '23 hours ago' },
    { at: '2026-11-19T03:00:00Z', zh: '3天前', en: '3 days ago' },
    { at: '2026-11-22T05:00:00Z', zh: '0分钟前', en: '0 minutes ago' },
  ])('says of $at at noon: $zh', ({ at, zh, en }) => {
    expect(formatAgo(at, NOON, 'zh-CN')).toBe(zh);
    expect(formatAgo(at, NOON, 'en')).toBe(en);
  });
});
