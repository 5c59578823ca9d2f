import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { readAgain } from '../../api/read-again.js';
import { stateVehicleHome } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { type PlanVehicle, vehicleName } from '../plan-index.js';

interface VehicleHomeModalProps {
  readonly vehicle: PlanVehicle;
  /** Names of the enterprise's plants, by id. */
  readonly plants: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

interface Fields {
  readonly homePlantId?: string;
  readonly endPlantId?: string;
}

/** The plants at which a vehicle's days begin and end from now on. */
export function VehicleHomeModal({ vehicle, plants, onClose }: VehicleHomeModalProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { plan } = useOpenPlan();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const home = Form.useWatch('homePlantId', form);
  const save = useMutation({
    mutationFn: ({ homePlantId, endPlantId }: Fields) =>
      stateVehicleHome(vehicle.id, {
        enterpriseId: plan.enterpriseId,
        homePlantId: homePlantId ?? null,
        endPlantId: homePlantId === undefined ? null : (endPlantId ?? null),
      }),
    onSuccess: () => {
      void readAgain(queries, ['day-plan']);
      onClose();
    },
  });
  const options = [...plants].map(([value, label]) => ({ value, label }));
  const { homePlantId, endPlantId, isHomeStated } = vehicle;
  const known =
    isHomeStated && homePlantId !== null
      ? { homePlantId, ...(endPlantId !== null && endPlantId !== homePlantId && { endPlantId }) }
      : {};
  return (
    <Modal
      open
      title={t('vehicleHome.title', { vehicle: vehicleName(vehicle) })}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ 'data-testid': 'save-vehicle-home' }}
      confirmLoading={save.isPending}
      width={420}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="gantt-sub">{t('vehicleHome.hint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={known}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="homePlantId" label={t('vehicleHome.home')}>
          <Select
            allowClear
            placeholder={t('vehicleHome.noHome')}
            options={options}
            data-testid="vehicle-home-plant"
          />
        </Form.Item>
        <Form.Item name="endPlantId" label={t('vehicleHome.end')}>
          <Select
            allowClear
            disabled={home === undefined}
            placeholder={t('vehicleHome.sameEnd')}
            options={options}
          />
        </Form.Item>
      </Form>
      <RefusalNotice error={save.error} />
    </Modal>
  );
}
