import type { JointSupplierView } from '@tongyun/contracts';
import { Progress, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';

const PER_CENT = 100;

/** Who brings how much of the pour, and how far each has come. */
export function SuppliersTable({
  suppliers,
}: {
  readonly suppliers: readonly JointSupplierView[];
}) {
  const { t } = useTranslation('dispatcher');
  return (
    <Table<JointSupplierView>
      size="small"
      pagination={false}
      rowKey={({ enterpriseName, plantName }) => `${enterpriseName}/${plantName}`}
      dataSource={[...suppliers]}
      onRow={() => ({ 'data-testid': 'joint-supplier' }) as object}
      columns={[
        {
          key: 'who',
          title: t('joint.supplier'),
          render: (_, { enterpriseName, plantName, isLead }) => (
            <>
              {enterpriseName} {isLead && <Tag color="blue">{t('joint.lead')}</Tag>}
              <div className="order-sub">{plantName}</div>
            </>
          ),
        },
        {
          key: 'quota',
          title: t('joint.quota'),
          width: 76,
          align: 'right',
          render: (_, { quotaM3 }) => formatM3(quotaM3),
        },
        {
          key: 'ticketed',
          title: t('joint.ticketed'),
          width: 104,
          align: 'right',
          render: (_, { ticketedM3, quotaM3 }) => (
            <>
              {formatM3(ticketedM3)}
              <Progress
                size="small"
                showInfo={false}
                percent={quotaM3 === 0 ? 0 : (ticketedM3 / quotaM3) * PER_CENT}
              />
            </>
          ),
        },
      ]}
    />
  );
}
