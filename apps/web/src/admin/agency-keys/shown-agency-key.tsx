import type { IssuedAgencyKeyView } from '@tongyun/contracts';
import { Alert, Button, Descriptions, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ShownAgencyKeyProps {
  readonly issued: IssuedAgencyKeyView;
  readonly onClose: () => void;
}

/** Closes by its button alone: a slip of the hand must not lose the key. */
export function ShownAgencyKey({ issued, onClose }: ShownAgencyKeyProps) {
  const { t } = useTranslation('admin');
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('agencyKey.keyTitle', { system: issued.systemName })}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('agencyKey.noted')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('agencyKey.once')} />
      <Descriptions
        column={1}
        style={{ marginTop: 12 }}
        items={[
          { key: 'key', label: 'X-Agency-Key', children: <Copyable text={issued.key} /> },
          { key: 'badge', label: 'X-Officer-Badge', children: t('agencyKey.badgeHint') },
          {
            key: 'url',
            label: t('agencyKey.docs'),
            children: <Copyable text={new URL('/api/docs', globalThis.location.href).href} />,
          },
        ]}
      />
    </Modal>
  );
}

const Copyable = ({ text }: { readonly text: string }) => (
  <Typography.Text code copyable>
    {text}
  </Typography.Text>
);
