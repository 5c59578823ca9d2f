import type { WhatIfRequest } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../api/all-pages.js';
import { listSites } from '../../api/deliveries.js';
import { fromLocalInput } from '../../i18n/time.js';
import { defaultUntil } from '../events/default-until.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';

export type WhatIfKind = WhatIfRequest['kind'];

export interface WhatIfFormProps {
  readonly kind: WhatIfKind;
  readonly isAsking: boolean;
  readonly onAsk: (request: WhatIfRequest) => void;
}

interface OrderFields {
  readonly siteId: string;
  readonly m3: number;
  readonly rateM3PerHour: number;
  readonly firstOnSite: string;
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

function Ask({ isAsking }: { readonly isAsking: boolean }) {
  const { t } = useTranslation('plan');
  return (
    <Button type="primary" htmlType="submit" data-testid="what-if-ask" loading={isAsking}>
      {t('whatIf.ask')}
    </Button>
  );
}

function WithOrder({ isAsking, onAsk }: PartProps) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const sites = useQuery({ queryKey: ['sites'], queryFn: () => allPages(listSites) });
  const rules = [{ required: true, message: t('copy.required') }];
  return (
    <Form<OrderFields>
      layout="vertical"
      initialValues={{ m3: 30, rateM3PerHour: 30, firstOnSite: defaultUntil(plan, new Date()) }}
      onFinish={({ firstOnSite, ...fields }) =>
        onAsk({ kind: 'with_order', ...fields, firstOnSiteAt: fromLocalInput(firstOnSite) })
      }
    >
      <Form.Item name="siteId" label={t('orders.site')} rules={rules}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          data-testid="what-if-site"
          loading={sites.isPending}
          options={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="m3" label={t('copy.plannedM3')} rules={rules}>
        <InputNumber min={0.5} max={20_000} />
      </Form.Item>
      <Form.Item name="rateM3PerHour" label={t('call.rate')} rules={rules}>
        <InputNumber min={1} max={500} />
      </Form.Item>
      <Form.Item name="firstOnSite" label={t('copy.firstOnSite')} rules={rules}>
        <Input type="datetime-local" />
      </Form.Item>
      <Ask isAsking={isAsking} />
    </Form>
  );
}

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
