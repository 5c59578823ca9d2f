import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

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

export interface ShortcutsHelpProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function ShortcutsHelp({ isOpen, onOpen }: ShortcutsHelpProps) {
  const { t } = useTranslation('dispatcher');
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
        width={360}
        onCancel={() => onOpen(false)}
      >
        <dl className="shortcuts">
          {KEYS.map(([key, name]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
