import type { MaterialLotView } from '@tongyun/contracts';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** Tests of raw materials, the newest first; the last of a material is the one in use. */
export function LotTable({ lots }: { readonly lots: readonly MaterialLotView[] }) {
  const { t } = useTranslation('shared');
  return (
    <Table<MaterialLotView>
      aria-label={t('laboratory.lots')}
      size="small"
      pagination={false}
      dataSource={lots}
      rowKey={({ recordedAt, lotNo }) => `${recordedAt} ${lotNo}`}
      locale={{ emptyText: t('laboratory.empty') }}
      columns={[
        {
          title: t('laboratory.materialLabel'),
          key: 'material',
          render: (_, { material, isLatest }) => (
            <>
              {t(`laboratory.material.${material}`)}{' '}
              {isLatest && <Tag color="blue">{t('laboratory.latest')}</Tag>}
            </>
          ),
        },
        { title: t('laboratory.lotNo'), dataIndex: 'lotNo' },
        { title: t('laboratory.supplier'), dataIndex: 'supplierName' },
        { title: t('laboratory.reportNo'), dataIndex: 'reportNo' },
        {
          title: t('laboratory.result'),
          dataIndex: 'hasPassed',
          render: (hasPassed: boolean) => (
            <Tag color={hasPassed ? 'green' : 'red'}>
              {t(hasPassed ? 'laboratory.passed' : 'laboratory.failed')}
            </Tag>
          ),
        },
        { title: t('laboratory.inspector'), dataIndex: 'inspectorName' },
        { title: t('laboratory.testedOn'), dataIndex: 'testedOn' },
      ]}
    />
  );
}
