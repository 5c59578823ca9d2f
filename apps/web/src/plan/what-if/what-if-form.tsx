import type { WhatIfRequest } from '@tongyun/contracts';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { Ask } from './ask.js';
import { WithOrder } from './with-order.js';

export type WhatIfKind = WhatIfRequest['kind'];

export interface WhatIfFormProps {
  readonly kind: WhatIfKind;
  readonly isAsking: boolean;
  readonly onAsk: (request: WhatIfRequest) => void;
}

/** What is supposed to be different. */
export function WhatIfForm({ kind, isAsking, onAsk }: WhatIfFormProps) {
  switch (kind) {
    case 'with_order':
      return <WithOrder isAsking={isAsking} onAsk={onAsk} />;
    case 'without_vehicle':
      return <WithoutVehicle isAsking={isAsking} onAsk={onAsk} />;
    case 'without_plant':
      return <WithoutPlant isAsking={isAsking} onAsk={onAsk} />;
  }
}

type PartProps = Omit<WhatIfFormProps, 'kind'>;

function WithoutVehicle({ isAsking, onAsk }: PartProps) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  return (
    <Form<{ readonly vehicleId: string }>
      layout="vertical"
      onFinish={({ vehicleId }) => onAsk({ kind: 'without_vehicle', vehicleId })}
    >
      <Form.Item
        name="vehicleId"
        label={t('load.truck')}
        rules={[{ required: true, message: t('copy.required') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          data-testid="what-if-vehicle"
          options={plan.vehicles.map((vehicle) => ({
            value: vehicle.id,
            label: vehicleName(vehicle),
          }))}
        />
      </Form.Item>
      <Ask isAsking={isAsking} />
    </Form>
  );
}

function WithoutPlant({ isAsking, onAsk }: PartProps) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const plants = new Map(plan.lines.map(({ plantId, plantName }) => [plantId, plantName]));
  return (
    <Form<{ readonly plantId: string }>
      layout="vertical"
      onFinish={({ plantId }) => onAsk({ kind: 'without_plant', plantId })}
    >
      <Form.Item
        name="plantId"
        label={t('callIn.plant')}
        rules={[{ required: true, message: t('copy.required') }]}
      >
        <Select options={[...plants].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Ask isAsking={isAsking} />
    </Form>
  );
}
