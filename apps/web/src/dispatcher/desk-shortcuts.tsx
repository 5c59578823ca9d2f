import { useTranslation } from 'react-i18next';
import { ShortcutsHelp, type ShortcutsHelpProps } from '../ui/shortcuts-help.js';

const KEYS = [
  ['N', 'newOrder'],
  ['/', 'search'],
  ['O', 'orders'],
  ['V', 'vehicles'],
  ['A', 'acknowledge'],
  ['M', 'mute'],
  ['Esc', 'clear'],
  ['?', 'help'],
] as const;

/** Every key of the desk. */
export function DeskShortcuts(open: Pick<ShortcutsHelpProps, 'isOpen' | 'onOpen'>) {
  const { t } = useTranslation('dispatcher');
  const keys = KEYS.map(([key, name]) => [key, t(`shortcuts.${name}`)] as const);
  return <ShortcutsHelp title={t('shortcuts.title')} keys={keys} {...open} />;
}
