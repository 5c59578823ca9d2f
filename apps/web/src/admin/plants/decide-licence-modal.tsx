import {
  type DecidePlantLicenceRequest,
  plantLicenceState,
  type PlantView,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { decidePlantLicence } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

type Fields = Omit<DecidePlantLicenceRequest, 'licenceNo'> & { readonly licenceNo?: string };

export interface DecideLicenceModalProps {
  readonly plant: PlantView;
  readonly onClose: () => void;
}

/** A plant's licence and whether it is a branch; without a licence no order is planned on it. */
export function DecideLicenceModal({ plant, onClose }: DecideLicenceModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const decide = useMutation({
    mutationFn: ({ licenceNo, ...fields }: Fields) =>
      decidePlantLicence(plant.id, { ...fields, licenceNo: licenceNo?.trim() || null }),
    onSuccess: () => {
      void message.success(t('decision.saved'));
      void queries.invalidateQueries({ queryKey: LIST_KEYS.plants });
      onClose();
    },
  });
  const { licenceState, isBranch, licenceNo } = plant;
  return (
    <Modal
      open
      title={t('licence.title', { name: plant.name })}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={decide.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="plant-licence"
        initialValues={{ licenceState, isBranch, ...(licenceNo !== null && { licenceNo }) }}
        onFinish={(fields) => decide.mutate(fields)}
      >
        {plant.ecoZones.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('licence.inEcoZones', { zones: plant.ecoZones.join(shared('mark.and')) })}
            style={{ marginBottom: 16 }}
          />
        )}
        <LicenceFields />
        <RefusalNotice error={decide.error} />
      </Form>
    </Modal>
  );
}

function LicenceFields() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const isLicensed = Form.useWatch<string | undefined>('licenceState') === 'licensed';
  return (
    <>
      <Form.Item name="licenceState" label={t('licence.stateLabel')}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={plantLicenceState.options.map((value) => ({
            value,
            label: shared(`stateOf.licence.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="licenceNo"
        label={t('licence.no')}
        rules={[{ required: isLicensed, message: t('licence.noNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="isBranch" valuePropName="checked">
        <Checkbox>{t('licence.isBranch')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('decision.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t('decision.reasonHint')} />
      </Form.Item>
    </>
  );
}
