import type { Crs, DistrictView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideDistrict, decideDistrictAgain } from '../../api/districts.js';
import { formatDate, fromLocalInput } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import type { DrawnShape } from '../shapes/read-shape.js';
import { ShapeField } from '../shapes/shape-field.js';

interface Fields {
  readonly name: string;
  /** Of the file. */
  readonly crs: Crs;
  /** `YYYY-MM-DD`, local. */
  readonly from: string;
  readonly isRetired?: boolean;
  readonly reason: string;
}

export interface DecideDistrictModalProps {
  /** Null: a new one. */
  readonly district: DistrictView | null;
  readonly onClose: () => void;
}

/** A new district, or the next version of one: its name and area from a day on. */
export function DecideDistrictModal({ district, onClose }: DecideDistrictModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const known = district && { area: district.area, exemptRoads: [] };
  const [shape, setShape] = useState<DrawnShape | null>(known);
  const [isFromFile, setFromFile] = useState(false);
  const decide = useMutation({
    mutationFn: ({ fields, drawn }: { fields: Fields; drawn: DrawnShape }) => {
      const { from, crs, isRetired = false, ...same } = fields;
      const request = {
        ...same,
        isRetired,
        crs: isFromFile ? crs : 'wgs84',
        area: drawn.area,
        effectiveFrom: fromLocalInput(`${from}T00:00`),
      } as const;
      return district === null
        ? decideDistrict(request)
        : decideDistrictAgain(district.districtId, request);
    },
    onSuccess: ({ name }) => {
      void message.success(t('zone.drawn', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.districts });
      onClose();
    },
  });
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Modal
      open
      title={
        district === null ? t('district.decide') : t('district.again', { name: district.name })
      }
      okText={t('zone.decide')}
      okButtonProps={{ disabled: shape === null }}
      cancelText={shared('action.cancel')}
      confirmLoading={decide.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          from: formatDate(new Date()),
          ...(district !== null && { name: district.name }),
        }}
        onFinish={(fields) => shape && decide.mutate({ fields, drawn: shape })}
      >
        <Flex gap={12}>
          <Form.Item name="name" label={t('zone.name')} rules={needed} style={{ flex: 1 }}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="from" label={t('district.since')} rules={needed}>
            <Input type="date" />
          </Form.Item>
        </Flex>
        <ShapeField
          shape={shape}
          isFromFile={isFromFile}
          hint={t('district.shapeHint')}
          onShape={(drawn) => {
            setShape(drawn);
            setFromFile(true);
          }}
        />
        {district !== null && (
          <Form.Item name="isRetired" valuePropName="checked">
            <Checkbox>{t('district.retire')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('decision.reason')}
          rules={[{ required: true, min: 2, message: t('decision.reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} placeholder={t('decision.reasonHint')} />
        </Form.Item>
        <RefusalNotice error={decide.error} />
      </Form>
    </Modal>
  );
}
