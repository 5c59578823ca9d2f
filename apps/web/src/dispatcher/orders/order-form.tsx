import type { MeView } from '@tongyun/contracts';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk.js';
import { OrderFormBody } from './order-form-body.js';

/** A new order, beside the map and not over it: the place of a new site is clicked there. */
export function OrderForm({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('dispatcher');
  const { state, act } = useDesk();
  return (
    <Drawer
      open={state.isOrderFormOpen}
      title={t('form.title')}
      placement="left"
      size={440}
      mask={false}
      destroyOnHidden
      onClose={() => act({ do: 'close_form' })}
    >
      <OrderFormBody user={user} />
    </Drawer>
  );
}
