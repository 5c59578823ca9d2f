import { useTranslation } from 'react-i18next';
import { zhCN } from '../texts/zh-CN.js';

type EventKind = keyof typeof zhCN.event.kind;
const isEvent = (code: string): code is EventKind => Object.hasOwn(zhCN.event.kind, code);
const CODED = /^([a-z_]+): (.*)$/s;

/** A change's note with what happened in words; `truck_down: 爆胎` is how the server keeps it. */
export function useChangeNote(): (note: string) => string {
  const { t } = useTranslation('plan');
  return (note) => {
    const [, code = '', rest = ''] = CODED.exec(note) ?? [];
    return isEvent(code) ? t('event.note', { kind: t(`event.kind.${code}`), reason: rest }) : note;
  };
}
