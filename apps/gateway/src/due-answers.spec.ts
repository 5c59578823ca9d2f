import type { Header } from '@tongyun/jt808';
import { DueAnswers } from './due-answers.js';

const aHeader = (of: Partial<Header>): Header => ({
  messageId: 0x0200,
  version: '2013',
  phone: '013912340001',
  sequence: 1,
  bodyLength: 28,
  encryption: 0,
  subPackage: null,
  ...of,
});

function told(due: DueAnswers): unknown[] {
  const all: unknown[] = [];
  due.each(({ version, phone }, messageId, sequence) => {
    all.push([version, phone, messageId, sequence]);
  });
  return all;
}

describe('DueAnswers', () => {
  it('gives back whose messages they were, in the order in which they came', () => {
    const due = DueAnswers.to([
      aHeader({ sequence: 65_535 }),
      aHeader({ sequence: 0, messageId: 0x0704 }),
      aHeader({ sequence: 7, version: '2019', phone: '00000000013912340001' }),
      aHeader({ sequence: 8 }),
    ]);

    expect(due.count).toBe(4);
    expect(told(due)).toEqual([
      ['2013', '013912340001', 0x0200, 65_535],
      ['2013', '013912340001', 0x0704, 0],
      ['2019', '00000000013912340001', 0x0200, 7],
      ['2013', '013912340001', 0x0200, 8],
    ]);
  });

  it('has nothing to tell of none', () => {
    expect(told(DueAnswers.to([]))).toEqual([]);
  });
});
