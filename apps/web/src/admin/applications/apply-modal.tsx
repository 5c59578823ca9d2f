import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../api/all-pages.js';
import { listVehicles } from '../../api/fleet.js';
import { applyForPasses } from '../../api/pass-applications.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type TermFields, toTerms } from '../passes/pass-fields.js';
import { HoursFields, RoadsField, ZonesSelect } from '../passes/pass-form-parts.js';
import { RouteField } from '../passes/route-field.js';
import { PeriodFields, type PeriodValues, toPeriod } from './period-fields.js';
import { useResults } from './use-results.js';

interface ApplyFields extends TermFields, PeriodValues {
  readonly vehicleIds: string[];
  readonly reason: string;
}

/** One application for any number of the enterprise's vehicles. */
export function ApplyModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const showResults = useResults();
  const [form] = Form.useForm<ApplyFields>();
  const vehicles = useQuery({
    queryKey: ['admin', 'vehicles', 'all'],
    queryFn: () => allPages(listVehicles),
  });
  const nameOf = (id: string) => {
    const vehicle = vehicles.data?.find((one) => one.id === id);
    return vehicle?.plateNo ?? vehicle?.equipmentNo ?? id;
  };
  const apply = useMutation({
    mutationFn: (fields: ApplyFields) =>
      applyForPasses({
        ...toTerms(fields),
        vehicleIds: fields.vehicleIds,
        period: toPeriod(fields),
        reason: fields.reason.trim(),
      }),
    onSuccess: (results) => {
      showResults(results, nameOf);
      void queries.invalidateQueries({ queryKey: LIST_KEYS.applications });
      onClose();
    },
  });
  const needed = [{ required: true, message: t('pass.needed') }];
  return (
    <Modal
      open
      width={640}
      title={t('application.apply')}
      okText={t('application.apply')}
      cancelText={shared('action.cancel')}
      confirmLoading={apply.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<ApplyFields>
        form={form}
        layout="vertical"
        data-testid="apply-form"
        initialValues={{ isAllDay: true, fromClock: '22:00', toClock: '06:00', isByMonth: true }}
        onFinish={(fields) => apply.mutate(fields)}
      >
        <Form.Item name="vehicleIds" label={t('application.vehicles')} rules={needed}>
          <Select
            mode="multiple"
            maxCount={200}
            loading={vehicles.isFetching}
            placeholder={t('pass.chooseVehicle')}
            showSearch={{ optionFilterProp: 'label' }}
            options={(vehicles.data ?? [])
              .filter(({ kind }) => kind !== 'trailer_pump')
              .map(({ id, kind }) => ({
                value: id,
                label: `${nameOf(id)} · ${shared(`vehicleKind.${kind}`)}`,
              }))}
          />
        </Form.Item>
        <Form.Item name="zoneIds" label={t('pass.zones')} rules={needed}>
          <ZonesSelect />
        </Form.Item>
        <RoadsField />
        <RouteField />
        <HoursFields label={t('pass.hours')} allDay={t('pass.allDay')} />
        <PeriodFields />
        <Form.Item
          name="reason"
          label={t('application.reason')}
          rules={[{ required: true, min: 2, message: t('decision.reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <RefusalNotice error={apply.error ?? vehicles.error} />
      </Form>
    </Modal>
  );
}
