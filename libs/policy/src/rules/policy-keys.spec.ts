import { isPolicyKey, POLICY_KEYS } from './policy-keys.js';

describe('POLICY_KEYS', () => {
  it.each(Object.entries(POLICY_KEYS))('%s ships with a value that fits', (_key, shipped) => {
    expect(shipped.schema.safeParse(shipped.value).success).toBe(true);
    expect(shipped.source).not.toBe('');
  });

  it('warns of a load before it is too old', () => {
    expect(POLICY_KEYS['concrete.warn_after_min'].value).toBeLessThan(
      POLICY_KEYS['concrete.discharge_within_min'].value,
    );
  });

  it('knows no key that objects have by nature', () => {
    expect(isPolicyKey('toString')).toBe(false);
  });
});
