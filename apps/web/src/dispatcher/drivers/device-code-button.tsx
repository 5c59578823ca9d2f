import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceCodeForm } from './device-code-form.js';

export function DeviceCodeButton() {
  const { t } = useTranslation('dispatcher');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button data-testid="device-code-open" onClick={() => setOpen(true)}>
        {t('deviceCode.open')}
      </Button>
      <Modal
        open={isOpen}
        title={t('deviceCode.title')}
        width={420}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <DeviceCodeForm />
      </Modal>
    </>
  );
}
