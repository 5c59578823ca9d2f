import type { DeviceCodeView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import QRCode from 'qrcode';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueDeviceCode } from '../../api/accounts.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { allDrivers } from '../queries.js';

interface IssuedCode extends DeviceCodeView {
  /** The page's address with the code, as a picture. */
  readonly picture: string;
}

async function issue(driverId: string): Promise<IssuedCode> {
  const issued = await issueDeviceCode({ driverId });
  const address = new URL(issued.path, location.origin).href;
  return { ...issued, picture: await QRCode.toDataURL(address, { margin: 1, width: 240 }) };
}

export function DeviceCodeForm() {
  const { t } = useTranslation('dispatcher');
  const drivers = useQuery(allDrivers());
  const [driverId, setDriverId] = useState<string | null>(null);
  const issuing = useMutation({ mutationFn: issue });
  return (
    <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
      <RefusalNotice error={drivers.error ?? issuing.error} />
      <Space.Compact block>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ flex: 1 }}
          aria-label={t('deviceCode.driver')}
          placeholder={t('deviceCode.chooseDriver')}
          loading={drivers.isPending}
          data-testid="device-code-driver"
          options={(drivers.data ?? []).map(({ id, name, phone }) => ({
            value: id,
            label: `${name} ${phone}`,
          }))}
          onChange={setDriverId}
        />
        <Button
          type="primary"
          data-testid="device-code-issue"
          disabled={driverId === null}
          loading={issuing.isPending}
          onClick={() => driverId !== null && issuing.mutate(driverId)}
        >
          {t('deviceCode.issue')}
        </Button>
      </Space.Compact>
      {issuing.data && <Issued code={issuing.data} />}
    </Space>
  );
}

function Issued({ code: { code, picture, expiresAt } }: { readonly code: IssuedCode }) {
  const { t } = useTranslation('dispatcher');
  return (
    <div className="device-code">
      <img src={picture} alt={t('deviceCode.code')} width={240} height={240} />
      <output data-testid="device-code">{code}</output>
      <p>
        {t('deviceCode.expiresAt')} {formatDateTime(expiresAt)}
      </p>
      <p>{t('deviceCode.hint')}</p>
    </div>
  );
}
