import type { SiteView } from '@tongyun/contracts';
import { Button, Checkbox, Flex, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk.js';

export interface SiteFieldsProps {
  readonly sites: readonly SiteView[];
  readonly isNewSite: boolean;
  readonly onKind: (isNewSite: boolean) => void;
  readonly onKnownSite: () => void;
}

export function SiteFields({ sites, isNewSite, onKind, onKnownSite }: SiteFieldsProps) {
  const { t } = useTranslation('dispatcher');
  const { act } = useDesk();
  const showSite = (siteId: string) => {
    onKnownSite();
    const site = sites.find(({ id }) => id === siteId);
    if (site) act({ do: 'look_at', at: site.position, zoom: 12 });
  };
  return (
    <>
      <Segmented
        block
        style={{ marginBottom: 16 }}
        value={isNewSite ? 'new' : 'known'}
        options={[
          { value: 'known', label: t('form.existingSite') },
          { value: 'new', label: <span data-testid="new-site">{t('form.newSite')}</span> },
        ]}
        onChange={(kind) => onKind(kind === 'new')}
      />
      {isNewSite ? (
        <NewSiteFields />
      ) : (
        <Form.Item
          name="siteId"
          label={t('form.site')}
          rules={[{ required: true, message: t('form.chooseSite') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('form.chooseSite')}
            data-testid="order-site"
            options={sites.map(({ id, name, contractor }) => ({
              value: id,
              label: `${name} · ${contractor}`,
            }))}
            onChange={showSite}
          />
        </Form.Item>
      )}
    </>
  );
}

function NewSiteFields() {
  const { t } = useTranslation('dispatcher');
  const { state, act } = useDesk();
  const { picked } = state;
  const required = [{ required: true, whitespace: true, min: 2, message: t('form.required') }];
  return (
    <>
      <Form.Item required label={t('form.pickOnMap')}>
        <Button
          block
          type={state.isPicking ? 'primary' : 'dashed'}
          data-testid="pick-on-map"
          onClick={() => act({ do: 'pick' })}
        >
          {picked
            ? `${t('form.picked')} ${picked.lng.toFixed(5)}, ${picked.lat.toFixed(5)}`
            : t(state.isPicking ? 'form.picking' : 'form.pickOnMap')}
        </Button>
      </Form.Item>
      <Form.Item name="siteName" label={t('form.siteName')} rules={required}>
        <Input maxLength={80} data-testid="site-name" />
      </Form.Item>
      <Form.Item name="landmark" label={t('form.landmark')} extra={t('form.landmarkHint')}>
        <Input maxLength={120} data-testid="site-landmark" />
      </Form.Item>
      <Form.Item name="contractor" label={t('form.contractor')} rules={required}>
        <Input maxLength={120} data-testid="site-contractor" />
      </Form.Item>
      <Form.Item name="projectName" label={t('form.projectName')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item label={t('access.newSite')}>
        <Flex align="center" gap={8}>
          <Form.Item noStyle name="opensAt">
            <Input type="time" aria-label={t('access.from')} data-testid="site-opens" />
          </Form.Item>
          –
          <Form.Item noStyle name="closesAt">
            <Input type="time" aria-label={t('access.to')} data-testid="site-closes" />
          </Form.Item>
        </Flex>
      </Form.Item>
      <Form.Item name="isNoiseSensitive" valuePropName="checked">
        <Checkbox>{t('night.sensitive')}</Checkbox>
      </Form.Item>
      <div className="form-row">
        <Form.Item name="contactName" label={t('form.contactName')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('form.contactPhone')}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        <Form.Item name="fenceRadiusM" label={t('form.fenceRadius')} rules={[{ required: true }]}>
          <InputNumber min={30} max={2_000} precision={0} />
        </Form.Item>
      </div>
    </>
  );
}
