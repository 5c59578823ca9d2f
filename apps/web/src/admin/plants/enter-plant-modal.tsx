import { createPlantRequest, type PositionIn } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { createPlant } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { EnterpriseField } from '../lists/enterprise-field.js';
import { useEnterprises } from '../lists/use-names.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { DatumField } from '../shapes/datum-field.js';

interface Fields extends PositionIn {
  readonly enterpriseId: string;
  readonly name: string;
  readonly fenceRadiusM: number;
  readonly licenceNo?: string;
}

/** One plant, where it lies in the coordinate system that its place was read in. */
export function EnterPlantModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const enter = useMutation({
    mutationFn: ({ lng, lat, crs, licenceNo, ...fields }: Fields) =>
      createPlant(
        createPlantRequest.parse({
          ...fields,
          position: { lng, lat, crs },
          licenceNo: licenceNo?.trim() || null,
        }),
      ),
    onSuccess: ({ name }) => {
      void message.success(t('plant.entered', { name }));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.plants });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('plant.enterPlant')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={enter.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="enter-plant-form"
        initialValues={{ fenceRadiusM: 200 }}
        onFinish={(fields) => enter.mutate(fields)}
      >
        <PlantFields />
        <RefusalNotice error={enter.error} />
      </Form>
    </Modal>
  );
}

function PlantFields() {
  const { t } = useTranslation('admin');
  const { data: enterprises } = useEnterprises();
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <>
      <EnterpriseField
        name="enterpriseId"
        label={t('plant.enterprise')}
        enterprises={enterprises}
      />
      <Form.Item
        name="name"
        label={t('plant.name')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('pass.needed') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Flex gap={12} align="end" wrap>
        <Form.Item name="lng" label={t('plant.lng')} rules={needed}>
          <InputNumber min={-180} max={180} step={0.001} style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="lat" label={t('plant.lat')} rules={needed}>
          <InputNumber min={-90} max={90} step={0.001} style={{ width: 140 }} />
        </Form.Item>
        <Form.Item label={t('zone.crs')}>
          <DatumField />
        </Form.Item>
      </Flex>
      <Flex gap={12} wrap>
        <Form.Item name="fenceRadiusM" label={t('plant.fenceRadiusM')} rules={needed}>
          <InputNumber min={50} max={2_000} step={10} precision={0} />
        </Form.Item>
        <Form.Item name="licenceNo" label={t('licence.no')}>
          <Input maxLength={60} />
        </Form.Item>
      </Flex>
    </>
  );
}
