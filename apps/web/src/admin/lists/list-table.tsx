import { Button, Flex, Table, type TableColumnsType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DetailsTitle } from './details-title.js';
import type { PagedList } from './use-paged-list.js';

export interface ListTableProps<Row extends object> {
  /** What the table is called by a screen reader. */
  readonly label: string;
  readonly list: PagedList<Row>;
  readonly columns: TableColumnsType<Row>;
  readonly rowKey: (row: Row) => string;
  readonly expandable?: NonNullable<TableProps<Row>['expandable']>;
  /** Lets several rows be chosen to be acted on together. */
  readonly selection?: NonNullable<TableProps<Row>['rowSelection']>;
  /** Filters and buttons above the table. */
  readonly tools?: ReactNode;
}

/** A list with its tools, how many rows are there and since when they are true. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { label, list, columns, rowKey, expandable, selection, tools } = props;
  const { t } = useTranslation('admin');
  return (
    <Flex vertical gap={10}>
      <Flex wrap align="center" gap={12}>
        {tools}
        <span className="admin-space" />
        <span className="admin-quiet" role="status">
          {t('list.rows', { n: list.rows.length })}
          {list.readAt > 0 &&
            ` · ${t('list.dataAt', { time: formatTimeSeconds(new Date(list.readAt)) })}`}
        </span>
      </Flex>
      <RefusalNotice error={list.error} />
      <Table<Row>
        aria-label={label}
        size="small"
        columns={columns}
        dataSource={list.rows}
        rowKey={rowKey}
        loading={list.isLoading && list.readAt === 0}
        pagination={false}
        scroll={{ x: true }}
        {...(expandable && { expandable: { columnTitle: <DetailsTitle />, ...expandable } })}
        {...(selection && { rowSelection: selection })}
      />
      {list.hasMore && (
        <Button block loading={list.isLoading} onClick={list.loadMore}>
          {t('list.more')}
        </Button>
      )}
    </Flex>
  );
}
