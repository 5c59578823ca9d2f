import {
  type EmissionClass,
  emissionClass,
  type PlateColor,
  type VehicleKind,
  vehicleKind,
} from '@tongyun/contracts';
import { Flex, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EnterpriseField } from '../lists/enterprise-field.js';
import { useEnterprises } from '../lists/use-names.js';
import { PlateFields } from './plate-fields.js';

export interface EnteredVehicle {
  readonly kind: VehicleKind;
  readonly plateNo?: string;
  readonly plateColor?: PlateColor;
  readonly equipmentNo?: string;
  readonly fleetNo?: string;
  readonly ownerName?: string;
  readonly ownerEnterpriseId?: string;
  readonly drumCapacityM3?: number;
  readonly boomLengthM?: number;
  readonly lineLengthM?: number;
  readonly emissionClass?: EmissionClass;
  readonly tareKg?: number;
}

/** What a vehicle of its kind is described by. */
export function VehicleFields({ mustNameOwner }: { readonly mustNameOwner: boolean }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { data: enterprises } = useEnterprises();
  const kind = Form.useWatch<VehicleKind | undefined>('kind') ?? 'mixer';
  const ownerName = Form.useWatch<string | undefined>('ownerName') ?? '';
  const needed = [{ required: true, message: t('registration.enter.needed') }];
  return (
    <>
      <Form.Item name="kind" label={t('registration.kind')}>
        <Radio.Group
          optionType="button"
          options={vehicleKind.options.map((value) => ({
            value,
            label: shared(`vehicleKind.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'trailer_pump' ? (
        <Form.Item
          name="equipmentNo"
          label={t('registration.equipmentNo')}
          extra={t('registration.enter.equipmentHint')}
          rules={needed}
        >
          <Input maxLength={40} />
        </Form.Item>
      ) : (
        <PlateFields />
      )}
      {mustNameOwner && (
        <EnterpriseField
          name="ownerEnterpriseId"
          label={t('registration.owner')}
          enterprises={enterprises}
          isNeeded={ownerName.trim() === ''}
          extra={t('registration.enter.ownerHint')}
        />
      )}
      <Flex gap={16} wrap>
        {kind === 'mixer' && (
          <Form.Item
            name="drumCapacityM3"
            label={t('registration.enter.drumCapacityM3')}
            rules={needed}
          >
            <InputNumber min={1} max={30} step={0.5} />
          </Form.Item>
        )}
        {kind === 'boom_pump' && (
          <Form.Item name="boomLengthM" label={t('registration.enter.boomLengthM')}>
            <InputNumber min={10} max={120} />
          </Form.Item>
        )}
        {(kind === 'line_pump' || kind === 'trailer_pump') && (
          <Form.Item
            name="lineLengthM"
            label={t('registration.enter.lineLengthM')}
            extra={t('registration.enter.lineLengthHint')}
          >
            <InputNumber min={10} max={1_000} />
          </Form.Item>
        )}
        <Form.Item name="tareKg" label={t('registration.enter.tareKg')}>
          <InputNumber min={500} max={60_000} precision={0} />
        </Form.Item>
      </Flex>
      <Flex gap={16} wrap>
        <Form.Item name="fleetNo" label={t('registration.enter.fleetNo')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="emissionClass" label={t('registration.enter.emissionClass')}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            style={{ width: 140 }}
            options={emissionClass.options.map((value) => ({
              value,
              label: shared(`emissionClass.${value}`),
            }))}
          />
        </Form.Item>
      </Flex>
      <Form.Item name="ownerName" label={t('registration.enter.ownerName')}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  );
}
