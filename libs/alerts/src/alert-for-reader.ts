import { mayDo } from '@tongyun/accounts';
import type { AlertView } from '@tongyun/contracts';
import { type AccessScope, maskName } from '@tongyun/kernel';

/** An alert as this asker may read it: who may not read drivers is told their surnames alone. */
export const alertForReader = (
  { roles }: Pick<AccessScope, 'roles'>,
  view: AlertView,
): AlertView => (mayDo(roles, 'drivers.read') ? view : alertWithMaskedNames(view));

/** Reasons name the driver among what they compared, and repeat him in their sentences. */
export const alertWithMaskedNames = (view: AlertView): AlertView => ({
  ...view,
  driverName: view.driverName === null ? null : maskName(view.driverName),
  reasons: view.reasons.map((reason) => {
    const { driverName } = reason.compared;
    const names = [view.driverName, driverName].filter(isName);
    const masked = (text: string) =>
      names.reduce((left, name) => left.replaceAll(name, maskName(name)), text);
    const { 'zh-CN': zh, en } = reason.sentence;
    return {
      ...reason,
      sentence: { 'zh-CN': masked(zh), en: masked(en) },
      compared: isName(driverName)
        ? { ...reason.compared, driverName: maskName(driverName) }
        : reason.compared,
    };
  }),
});

const isName = (name: unknown): name is string => typeof name === 'string' && name !== '';
