import type { TerminalOrderView, TerminalView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Flex, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { listTerminalOrders } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime, formatTimeSeconds } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { ControlForm } from './control-form.js';
import { OrderForm } from './order-form.js';
import { OrderAnswer } from './order-answer.js';

/** A terminal answers within seconds, or when it is next on the line. */
const READ_EVERY_MS = 3_000;
const TONES: Readonly<Record<TerminalOrderView['state'], Tone>> = {
  waiting: 'wait',
  sent: 'busy',
  done: 'good',
  refused: 'bad',
  unanswered: 'bad',
  expired: 'quiet',
};

/** What the terminal was told, and what came of it. */
export function OrdersPanel({ terminal }: { readonly terminal: TerminalView }) {
  const { t } = useTranslation('admin');
  const mayControl = usePermission('terminals.control');
  const queryKey = [...LIST_KEYS.terminals, terminal.id, 'orders'];
  const orders = useQuery({
    queryKey,
    queryFn: () => listTerminalOrders(terminal.id),
    refetchInterval: READ_EVERY_MS,
  });
  const readAgain = () => void orders.refetch();
  return (
    <Flex vertical gap={16}>
      <OrderForm terminalId={terminal.id} onOrdered={readAgain} />
      {mayControl && <ControlForm terminalId={terminal.id} onOrdered={readAgain} />}
      <RefusalNotice error={orders.error} />
      <Table<TerminalOrderView>
        aria-label={t('terminal.orders')}
        size="small"
        columns={useColumns()}
        dataSource={orders.data?.items ?? []}
        rowKey={({ id }) => id}
        loading={orders.isLoading}
        pagination={false}
      />
    </Flex>
  );
}

function useColumns(): TableColumnsType<TerminalOrderView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('order.at'), dataIndex: 'orderedAt', render: formatDateTime },
    {
      title: t('order.what'),
      dataIndex: 'command',
      render: (command: TerminalOrderView['command']) => (
        <>
          {t(`order.kind.${command.kind}`)}
          {command.kind === 'control' && (
            <div className="admin-quiet">{t(`control.command.${command.command}`)}</div>
          )}
          {command.kind === 'text' && <div className="admin-quiet">{command.text}</div>}
        </>
      ),
    },
    {
      title: t('order.state'),
      key: 'state',
      render: (_, { state, settledAt, sentAt }) => (
        <>
          <StateTag tone={TONES[state]}>{t(`order.states.${state}`)}</StateTag>{' '}
          <span className="admin-quiet">{timeOf(settledAt ?? sentAt)}</span>
        </>
      ),
    },
    {
      title: t('order.answer'),
      dataIndex: 'answer',
      render: (answer: TerminalOrderView['answer']) => answer && <OrderAnswer answer={answer} />,
    },
  ];
}

const timeOf = (at: string | null): string => (at === null ? '' : formatTimeSeconds(at));
