import { mayDo } from '@tongyun/accounts';
import type { AlertView } from '@tongyun/contracts';
import { type AccessScope, maskName } from '@tongyun/kernel';

const WITHHELD = '**';

/**
 * An alert as the endpoint answers this asker: who may not read drivers is told their surnames alone.
 * What somebody wrote who muted it is looked through for names with every other free text.
 */
export const alertForReader = (
  { roles }: Pick<AccessScope, 'roles'>,
  view: AlertView,
): AlertView => (mayDo(roles, 'drivers.read') ? view : withMaskedNames(view));

/** The same as it is pushed to a page, which nothing looks through. */
export const pushedAlertForReader = (
  { roles }: Pick<AccessScope, 'roles'>,
  view: AlertView,
): AlertView => (mayDo(roles, 'drivers.read') ? view : alertWithoutNames(view));

/** An alert that names no driver whole; what somebody wrote who muted it may name anybody. */
export const alertWithoutNames = (view: AlertView): AlertView => ({
  ...withMaskedNames(view),
  mute: view.mute && { ...view.mute, reason: WITHHELD },
});

/** Reasons name the driver among what they compared, and repeat him in their sentences. */
const withMaskedNames = (view: AlertView): AlertView => ({
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
