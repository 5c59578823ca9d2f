import type { MeView, Position } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrder, createSite } from '../../api/deliveries.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDesk } from '../desk.js';
import { allSites } from '../queries.js';
import {
  type OrderFields,
  toOrderRequest,
  toSiteRequest,
  usualFields,
} from './order-form-fields.js';
import { PlantField } from './plant-field.js';
import { PourFields } from './pour-fields.js';
import { PourLimits } from './pour-limits.js';
import { SiteFields } from './site-fields.js';
import { TermsFields } from './terms-fields.js';

interface NewOrder {
  readonly fields: OrderFields;
  /** Where a new site lies; null: a known site was chosen. */
  readonly newSiteAt: Position | null;
}

function usePlaceOrder(enterpriseId: string | null) {
  const { t } = useTranslation('dispatcher');
  const { message } = App.useApp();
  const { act } = useDesk();
  const queries = useQueryClient();
  const [madeSiteId, setMadeSiteId] = useState<string | null>(null);
  const makeSite = async (fields: OrderFields, at: Position) => {
    const site = await createSite(toSiteRequest(fields, enterpriseId ?? '', at));
    setMadeSiteId(site.id);
    void queries.invalidateQueries({ queryKey: ['sites'] });
    return site.id;
  };
  const place = useMutation({
    // A site made by a try whose order was refused is used again by the next.
    mutationFn: async ({ fields, newSiteAt }: NewOrder) => {
      const known = newSiteAt ? madeSiteId : (fields.siteId ?? '');
      const siteId = known ?? (newSiteAt ? await makeSite(fields, newSiteAt) : '');
      return createOrder(toOrderRequest(fields, siteId));
    },
    onSuccess: (order) => {
      void queries.invalidateQueries({ queryKey: ['orders'] });
      void message.success(t('form.created', { orderNo: order.orderNo, loads: order.loadCount }));
      act({ do: 'close_form' });
      act({ do: 'open_order', orderId: order.id });
    },
  });
  return { place, forgetSite: () => setMadeSiteId(null) };
}

export function OrderFormBody({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('dispatcher');
  const { state } = useDesk();
  const [form] = Form.useForm<OrderFields>();
  const [isNewSite, setNewSite] = useState(false);
  const sites = useQuery(allSites());
  const { place, forgetSite } = usePlaceOrder(user.enterpriseId);
  const siteId = Form.useWatch('siteId', form);
  const usual = useMemo(() => usualFields(new Date()), []);
  const knownAt = sites.data?.find(({ id }) => id === siteId)?.position ?? null;
  const siteAt = isNewSite ? state.picked : knownAt;

  const chooseKind = (isNew: boolean) => {
    setNewSite(isNew);
    forgetSite();
    form.resetFields(['plantId']);
  };
  const submit = (fields: OrderFields) => {
    if (isNewSite && !state.picked) return;
    place.mutate({ fields, newSiteAt: isNewSite ? state.picked : null });
  };
  return (
    <Form<OrderFields>
      form={form}
      layout="vertical"
      initialValues={usual}
      onFinish={submit}
      data-testid="order-form"
      className="order-form"
    >
      <SiteFields
        sites={sites.data ?? []}
        isNewSite={isNewSite}
        onKind={chooseKind}
        onKnownSite={() => form.resetFields(['plantId'])}
      />
      <PlantField siteAt={siteAt} />
      <PourFields />
      <PourLimits />
      <TermsFields />
      <RefusalNotice error={sites.error ?? place.error} />
      <Button
        block
        size="large"
        type="primary"
        htmlType="submit"
        loading={place.isPending}
        disabled={siteAt === null}
        data-testid="order-submit"
      >
        {t('form.submit')}
      </Button>
    </Form>
  );
}
