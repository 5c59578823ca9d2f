import { POLICY_KEYS } from '@tongyun/policy';
import { policyNamesEn } from '../../apps/web/src/admin/policies/policy-names.en.js';
import { policyNamesZhCN } from '../../apps/web/src/admin/policies/policy-names.zh-CN.js';

describe('the names of policies on the administration’s page', () => {
  it('are there for every key', () => {
    const nameless = Object.keys(POLICY_KEYS).filter((key) => !Object.hasOwn(policyNamesZhCN, key));

    expect(nameless).toEqual([]);
  });

  it('differ between the languages', () => {
    const english: Readonly<Record<string, string>> = policyNamesEn;
    const same = Object.entries(policyNamesZhCN).filter(([key, name]) => english[key] === name);

    expect(same).toEqual([]);
  });
});
