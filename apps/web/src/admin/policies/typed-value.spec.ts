import { formOf, isJson, parseTyped, typedOf } from './typed-value.js';

describe('a typed policy value', () => {
  it.each([
    { value: 90, form: 'number' },
    { value: null, form: 'number' },
    { value: false, form: 'yes_no' },
    { value: 'strict', form: 'json' },
    { value: ['police'], form: 'json' },
    { value: { weekdays: [1] }, form: 'json' },
  ])('$value is typed as $form, and read back as it was', ({ value, form }) => {
    expect(formOf(value)).toBe(form);
    expect(parseTyped(formOf(value), typedOf(value))).toEqual(value);
  });

  it('is none when a number was left empty', () => {
    expect(parseTyped('number', undefined)).toBeNull();
  });

  it.each([
    { typed: '{"a": 1}', is: true },
    { typed: '{a: 1}', is: false },
    { typed: '', is: false },
  ])('knows whether $typed is JSON', ({ typed, is }) => {
    expect(isJson(typed)).toBe(is);
  });
});
