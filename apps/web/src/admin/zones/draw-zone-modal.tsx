import {
  emissionClass,
  type PlateColor,
  plateColor,
  vehicleKind,
  zoneKind,
  type ZoneView,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Flex, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawZone, redrawZone } from '../../api/compliance.js';
import { formatHours } from '../../i18n/hours.js';
import { useLanguage } from '../../i18n/use-language.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useEmissionClassName } from '../../ui/use-emission-class-name.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { HoursFields } from '../passes/pass-form-parts.js';
import type { DrawnShape } from '../shapes/read-shape.js';
import { ShapeField } from '../shapes/shape-field.js';
import { PlatesFields } from './plates-fields.js';
import { fieldsOf, isPlainHours, toDrawRequest, type ZoneFields } from './zone-fields.js';

export interface DrawZoneModalProps {
  /** Null: a new one. */
  readonly zone: ZoneView | null;
  readonly onClose: () => void;
}

/** A new zone, or the next version of one: its shape from a file, whom it binds and from when. */
export function DrawZoneModal({ zone, onClose }: DrawZoneModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const classNameOf = useEmissionClassName();
  const language = useLanguage();
  const queries = useQueryClient();
  const [form] = Form.useForm<ZoneFields>();
  const [shape, setShape] = useState<DrawnShape | null>(zone);
  const draw = useMutation({
    mutationFn: ({ fields, drawn }: { fields: ZoneFields; drawn: DrawnShape }) => {
      const request = toDrawRequest(fields, drawn, zone);
      return zone === null ? drawZone(request) : redrawZone(zone.zoneId, request);
    },
    onSuccess: ({ name }) => {
      void message.success(t('zone.drawn', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.zones });
      onClose();
    },
  });
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Modal
      open
      width={640}
      title={zone === null ? t('zone.draw') : t('zone.redraw', { name: zone.name })}
      okText={t('zone.decide')}
      okButtonProps={{ disabled: shape === null }}
      cancelText={shared('action.cancel')}
      confirmLoading={draw.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<ZoneFields>
        form={form}
        layout="vertical"
        initialValues={fieldsOf(zone, new Date())}
        onFinish={(fields) => shape && draw.mutate({ fields, drawn: shape })}
      >
        <Flex gap={12}>
          <Form.Item name="name" label={t('zone.name')} rules={needed} style={{ flex: 1 }}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="kind" label={t('zone.kind')} rules={needed} style={{ width: 180 }}>
            <Select
              options={zoneKind.options.map((value) => ({
                value,
                label: shared(`zoneKind.${value}`),
              }))}
            />
          </Form.Item>
        </Flex>
        <ShapeField shape={shape} isFromFile={shape !== zone} onShape={setShape} />
        <Form.Item name="binds" label={t('zone.binds')} rules={needed}>
          <Select
            mode="multiple"
            options={vehicleKind.options.map((value) => ({
              value,
              label: shared(`vehicleKind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="plateColors" label={t('zone.plateColors')} extra={t('zone.everyColor')}>
          <Select<PlateColor[]>
            mode="multiple"
            options={plateColor.options.map((value) => ({
              value,
              label: shared(`plateColor.${value}`),
            }))}
          />
        </Form.Item>
        <PlatesFields />
        <Form.Item name="barredEmissionClasses" label={t('zone.barredEmissionClasses')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={emissionClass.options.map((value) => ({ value, label: classNameOf(value) }))}
          />
        </Form.Item>
        {zone === null || isPlainHours(zone.hours) ? (
          <HoursFields label={t('zone.hours')} allDay={t('zone.allDay')} />
        ) : (
          <Form.Item label={t('zone.hours')}>{formatHours(zone.hours, language)}</Form.Item>
        )}
        <Flex gap={12}>
          <Form.Item name="speedLimitKph" label={t('zone.speedLimitKph')}>
            <InputNumber min={5} max={120} precision={0} />
          </Form.Item>
          <Form.Item name="effectiveFrom" label={t('zone.since')} rules={needed}>
            <Input type="datetime-local" />
          </Form.Item>
        </Flex>
        {zone !== null && (
          <Form.Item name="isRetired" valuePropName="checked">
            <Checkbox>{t('zone.retire')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('decision.reason')}
          rules={[{ required: true, min: 2, message: t('decision.reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} placeholder={t('decision.reasonHint')} />
        </Form.Item>
        <RefusalNotice error={draw.error} />
      </Form>
    </Modal>
  );
}
