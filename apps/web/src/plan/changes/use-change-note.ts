import { useTranslation } from 'react-i18next';
import { useReasonName } from '../../ui/use-reason-name.js';
import { zhCN } from '../texts/zh-CN.js';

type EventKind = keyof typeof zhCN.event.kind;
const isEvent = (code: string): code is EventKind => Object.hasOwn(zhCN.event.kind, code);
const CODED = /^([a-z_]+): ?(.*)$/;

/** A change's note in words; `truck_down: 爆胎` is how the server keeps it, a line for each event. */
export function useChangeNote(): (note: string) => string {
  const { t } = useTranslation('plan');
  const reasonOf = useReasonName();
  const ofLine = (line: string): string => {
    const [, code = '', rest = ''] = CODED.exec(line) ?? [];
    if (!isEvent(code)) return line;
    const kind = t(`event.kind.${code}`);
    if (rest === '') return kind;
    // After his name come the codes of why he may not begin.
    const reason = code === 'driver_refused' ? rest.split(' ').map(reasonOf).join(' ') : rest;
    return t('event.note', { kind, reason });
  };
  return (note) => note.split('\n').map(ofLine).join(t('list.semicolon'));
}
