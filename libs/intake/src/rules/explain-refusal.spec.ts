import { FILE_SHAPES } from './columns/file-shapes.js';
import { explainRefusal } from './explain-refusal.js';

const { columns } = FILE_SHAPES.vehicles;
const explain = (code: string, filled: readonly string[] = []) =>
  explainRefusal(columns, ({ name }) => (filled.includes(name) ? 'x' : ''), {
    code,
    message: 'It cannot be so',
    details: {},
  });

describe('a refusal of a row of a file', () => {
  it('is put on the cell that it is about, of several on the one that is filled', () => {
    const [fault, ...others] = explain('VEHICLE_NOT_FOUND', ['equipmentNo']);

    expect(others).toEqual([]);
    expect(fault?.column?.name).toBe('equipmentNo');
  });

  it('is about the whole row where nobody told of which cell, in words and by no code', () => {
    expect(explain('NO_SUCH_CODE')).toEqual([
      {
        column: null,
        value: '',
        code: 'NO_SUCH_CODE',
        reason: { zh: '不能录入，请核对本行内容', en: 'It cannot be so' },
      },
    ]);
  });
});
