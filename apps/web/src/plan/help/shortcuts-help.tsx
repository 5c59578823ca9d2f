import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { CALL_KEYS } from '../calls/order-call.js';

const KEYS = [
  ['Tab', 'bars'],
  ['↵', 'choose'],
  ['M', 'move'],
  ['P', 'pin'],
  ['Esc', 'clear'],
  ['?', 'help'],
] as const;

export interface ShortcutsHelpProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Every key of the page, the calls of a day among them. */
export function ShortcutsHelp({ isOpen, onOpen }: ShortcutsHelpProps) {
  const { t } = useTranslation('plan');
  const keys = [
    ...KEYS.map(([key, name]) => [key, t(`shortcuts.${name}`)] as const),
    ...CALL_KEYS.map(
      ([key, call]) =>
        [key.toUpperCase(), t('shortcuts.call', { call: t(`call.${call}`) })] as const,
    ),
  ];
  return (
    <>
      <Button
        aria-label={t('shortcuts.title')}
        title={t('shortcuts.title')}
        onClick={() => onOpen(true)}
      >
        ?
      </Button>
      <Modal
        open={isOpen}
        title={t('shortcuts.title')}
        footer={null}
        width={380}
        onCancel={() => onOpen(false)}
      >
        <dl className="plan-facts">
          {keys.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
