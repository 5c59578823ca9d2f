import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { driverNameOf, vehicleName } from '../plan-index.js';

export interface MoveDialogProps {
  readonly itemId: string;
  readonly onClose: () => void;
}

interface Fields {
  readonly vehicleId: string;
  readonly lineId?: string;
  readonly at: string;
}

/** A move without a pointer: another vehicle, line or time, tried as a drag is. */
export function MoveDialog({ itemId, onClose }: MoveDialogProps) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { act } = usePlanDesk();
  const [form] = Form.useForm<Fields>();
  const load = index.loads.get(itemId);
  const item = load ?? index.pumpJobs.get(itemId);
  if (!item) return null;
  const beginsAt = 'loadFromAt' in item ? item.loadFromAt : item.readyAt;
  const first = toLocalInput(new Date(beginsAt));
  const vehicles = plan.vehicles.filter(({ kind }) => (kind === 'mixer') === (load !== undefined));
  const propose = ({ vehicleId, lineId, at }: Fields) => {
    const shiftMs = at === first ? 0 : fromLocalInput(at).getTime() - Date.parse(beginsAt);
    const isOtherLine = load !== undefined && lineId !== undefined && lineId !== load.lineId;
    const isOtherVehicle = vehicleId !== item.vehicleId;
    if (isOtherVehicle || isOtherLine || shiftMs !== 0) {
      act({
        do: 'propose',
        proposal: {
          itemId,
          vehicleId: isOtherVehicle ? vehicleId : null,
          lineId: isOtherLine ? lineId : null,
          shiftMs,
        },
      });
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t('move.dialog')}
      okText={t('move.try')}
      okButtonProps={{ 'data-testid': 'move-try' }}
      width={420}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ vehicleId: item.vehicleId, lineId: load?.lineId, at: first }}
        onFinish={propose}
      >
        <Form.Item name="vehicleId" label={t(load ? 'load.truck' : 'pump.pump')}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="move-vehicle"
            options={vehicles.map((vehicle) => ({
              value: vehicle.id,
              label: [
                vehicleName(vehicle),
                vehicle.drumM3 === null ? '' : `${formatM3(vehicle.drumM3)} m³`,
                driverNameOf(vehicle, index) ?? t('gantt.noDriver'),
              ].join(' '),
            }))}
          />
        </Form.Item>
        {load && (
          <Form.Item name="lineId" label={t('load.line')}>
            <Select
              options={plan.lines.map(({ id, plantName, name }) => ({
                value: id,
                label: `${plantName} ${name}`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="at" label={t(load ? 'stageAt.load' : 'stageAt.ready')}>
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
