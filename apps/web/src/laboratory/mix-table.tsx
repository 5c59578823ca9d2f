import type { MixDesignView } from '@tongyun/contracts';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** Each mix design as it was approved last. */
export function MixTable({ mixes }: { readonly mixes: readonly MixDesignView[] }) {
  const { t } = useTranslation('shared');
  return (
    <Table<MixDesignView>
      aria-label={t('laboratory.mixDesigns')}
      size="small"
      pagination={false}
      dataSource={mixes}
      rowKey={({ mixDesignNo }) => mixDesignNo}
      locale={{ emptyText: t('laboratory.empty') }}
      columns={[
        { title: t('laboratory.no'), dataIndex: 'mixDesignNo' },
        { title: t('laboratory.grade'), dataIndex: 'grade' },
        {
          title: t('laboratory.materials'),
          dataIndex: 'materials',
          render: (materials: MixDesignView['materials']) =>
            materials
              .map(
                ({ material, kgPerM3 }) => `${t(`laboratory.material.${material}`)} ${kgPerM3} kg`,
              )
              .join(' · '),
        },
        { title: t('laboratory.approver'), dataIndex: 'approverName' },
        {
          title: t('laboratory.valid'),
          key: 'valid',
          render: (_, { validFrom, validTo, isInForce }) => (
            <>
              {validFrom} – {validTo ?? ''}{' '}
              <Tag color={isInForce ? 'green' : 'red'}>
                {t(isInForce ? 'laboratory.inForce' : 'laboratory.notInForce')}
              </Tag>
            </>
          ),
        },
      ]}
    />
  );
}
