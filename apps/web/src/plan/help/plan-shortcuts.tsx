import { useTranslation } from 'react-i18next';
import { ShortcutsHelp, type ShortcutsHelpProps } from '../../ui/shortcuts-help.js';
import { CALL_KEYS } from '../calls/order-call.js';

const KEYS = [
  ['Tab', 'bars'],
  ['↵', 'choose'],
  ['M', 'move'],
  ['P', 'pin'],
  ['Esc', 'clear'],
  ['?', 'help'],
] as const;

/** Every key of the page, the calls of a day among them. */
export function PlanShortcuts(open: Pick<ShortcutsHelpProps, 'isOpen' | 'onOpen'>) {
  const { t } = useTranslation('plan');
  const keys = [
    ...KEYS.map(([key, name]) => [key, t(`shortcuts.${name}`)] as const),
    ...CALL_KEYS.map(
      ([key, call]) =>
        [key.toUpperCase(), t('shortcuts.call', { call: t(`call.${call}`) })] as const,
    ),
  ];
  return <ShortcutsHelp title={t('shortcuts.title')} keys={keys} {...open} />;
}
