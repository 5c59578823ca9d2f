import type { LedgerKind } from '@tongyun/contracts';
import { Checkbox, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fromLocalInput } from '../../i18n/time.js';
import { VehicleSelect } from '../lists/vehicle-select.js';
import { SiteSelect } from './site-select.js';

/** An entry as its form states it. */
export interface StatedEntry {
  readonly kind: LedgerKind;
  /** Wall clock of Hangzhou. */
  readonly occurredAt: string;
  readonly title: string;
  readonly content?: string;
  readonly personName?: string;
  readonly vehicleId?: string;
  readonly siteId?: string;
  /** Of a site that is none of the product's. */
  readonly siteName?: string;
  /** Addresses of photos that are kept elsewhere. */
  readonly photos?: string;
  readonly hasFindings?: boolean;
}

/** Kinds that are about a vehicle. */
const OF_VEHICLES: readonly LedgerKind[] = ['accident', 'spillage', 'washing'];

export interface EntryFieldsProps {
  readonly enterpriseId: string;
  readonly kinds: readonly LedgerKind[];
}

export function EntryFields({ enterpriseId, kinds }: EntryFieldsProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const kind = Form.useWatch<LedgerKind | undefined>('kind') ?? kinds[0];
  const siteId = Form.useWatch<string | undefined>('siteId');
  const needed = [{ required: true, whitespace: true, min: 2, message: t('ledger.needed') }];
  const inPast = () => ({
    validator: (_: unknown, at: string) =>
      fromLocalInput(at) <= new Date()
        ? Promise.resolve()
        : Promise.reject(new Error(t('ledger.inFuture'))),
  });
  return (
    <>
      <Flex gap={16}>
        <Form.Item name="kind" label={t('ledger.kindLabel')} className="ledger-kind">
          <Select
            options={kinds.map((value) => ({ value, label: shared(`ledgerKind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="occurredAt" label={t('ledger.at')} rules={[inPast]}>
          <Input type="datetime-local" />
        </Form.Item>
      </Flex>
      <Form.Item name="title" label={t('ledger.title')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={t('ledger.content')}>
        <Input.TextArea rows={3} maxLength={4_000} />
      </Form.Item>
      <Form.Item name="personName" label={t('ledger.person')}>
        <Input maxLength={60} />
      </Form.Item>
      {kind !== undefined && OF_VEHICLES.includes(kind) && (
        <Form.Item name="vehicleId" label={t('ledger.vehicle')}>
          <VehicleSelect />
        </Form.Item>
      )}
      {kind === 'briefing' && (
        <>
          <Form.Item name="siteId" label={t('ledger.site')}>
            <SiteSelect enterpriseId={enterpriseId} />
          </Form.Item>
          {siteId === undefined && (
            <Form.Item name="siteName" label={t('ledger.siteName')} rules={needed}>
              <Input maxLength={120} data-testid="site-name" />
            </Form.Item>
          )}
        </>
      )}
      {kind === 'inspection' && (
        <Form.Item name="hasFindings" valuePropName="checked">
          <Checkbox>{t('ledger.findings')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="photos" label={t('ledger.photoLinks')}>
        <Input.TextArea rows={2} placeholder="https://" />
      </Form.Item>
    </>
  );
}
