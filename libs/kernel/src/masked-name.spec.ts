import { maskName } from './masked-name.js';

describe('maskName', () => {
  it.each([
    { name: '张三', masked: '张**' },
    { name: '欧阳锋', masked: '欧**' },
    { name: ' 李四 ', masked: '李**' },
    { name: '𠮷田', masked: '𠮷**' },
    { name: '', masked: '**' },
  ])('shows $name as $masked', ({ name, masked }) => {
    expect(maskName(name)).toBe(masked);
  });
});
