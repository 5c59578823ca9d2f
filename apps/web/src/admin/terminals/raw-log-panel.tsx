import { setRawLogRequest, type TerminalBytesView, type TerminalView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Segmented, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getTerminal, readRawLog, setRawLog } from '../../api/fleet.js';
import { formatDateTime, formatTimeSeconds } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';

const MINUTES = [15, 60, 240, 1_440];
const READ_EVERY_MS = 5_000;

/** Every byte between a terminal and the gateway: kept for a while when asked for, newest first. */
export function RawLogPanel({ terminal }: { readonly terminal: TerminalView }) {
  const { t } = useTranslation('admin');
  const log = useRawLog(terminal);
  const columns = useColumns();
  return (
    <Flex vertical gap={12}>
      <Flex wrap align="center" gap={10}>
        <StateTag tone={log.isOn ? 'busy' : 'quiet'}>
          {log.isOn && log.until !== null
            ? t('rawLog.on', { until: formatDateTime(log.until) })
            : t('rawLog.off')}
        </StateTag>
        <RawLogSwitch log={log} />
      </Flex>
      <p className="admin-quiet">{t('rawLog.hint')}</p>
      <RefusalNotice error={log.error} />
      <ListTable
        label={t('terminal.rawLog')}
        list={log.bytes}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Flex>
  );
}

/** The log and its switch; what runs is read again and again. */
function useRawLog(terminal: TerminalView) {
  const queries = useQueryClient();
  const key = [...LIST_KEYS.terminals, terminal.id];
  const now = useQuery({
    queryKey: key,
    queryFn: () => getTerminal(terminal.id),
    initialData: terminal,
    refetchInterval: READ_EVERY_MS,
  });
  const until = now.data.rawLogUntil;
  const isOn = until !== null && new Date(until) > new Date();
  const bytes = usePagedList(
    [...key, 'raw-log'],
    (page) => readRawLog(terminal.id, page),
    isOn ? READ_EVERY_MS : false,
  );
  const set = useMutation({
    mutationFn: (request: { readonly isOn: boolean; readonly minutes?: number }) =>
      setRawLog(terminal.id, setRawLogRequest.parse(request)),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return { until, isOn, bytes, set: set.mutate, isSetting: set.isPending, error: set.error };
}

function RawLogSwitch({ log }: { readonly log: ReturnType<typeof useRawLog> }) {
  const { t } = useTranslation('admin');
  const [minutes, setMinutes] = useState(60);
  if (log.isOn) {
    return (
      <Button loading={log.isSetting} onClick={() => log.set({ isOn: false })}>
        {t('rawLog.switchOff')}
      </Button>
    );
  }
  return (
    <>
      <Segmented
        aria-label={t('rawLog.howLong')}
        value={minutes}
        options={MINUTES.map((value) => ({ value, label: t('rawLog.minutes', { n: value }) }))}
        onChange={setMinutes}
      />
      <Button
        type="primary"
        data-testid="raw-log-on"
        loading={log.isSetting}
        onClick={() => log.set({ isOn: true, minutes })}
      >
        {t('rawLog.switchOn')}
      </Button>
    </>
  );
}

function useColumns(): TableColumnsType<TerminalBytesView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('rawLog.at'), dataIndex: 'at', render: formatTimeSeconds },
    {
      title: t('rawLog.direction'),
      dataIndex: 'direction',
      render: (direction: TerminalBytesView['direction'], { isStatedOnly }) => (
        <Flex vertical gap={4}>
          <StateTag tone={direction === 'in' ? 'good' : 'busy'}>
            {t(`rawLog.${direction}`)}
          </StateTag>
          {isStatedOnly && <StateTag tone="quiet">{t('rawLog.statedOnly')}</StateTag>}
        </Flex>
      ),
    },
    {
      title: t('rawLog.bytes'),
      dataIndex: 'hex',
      render: (hex: string, { droppedBefore }) => (
        <>
          <Typography.Text className="admin-hex" copyable={{ text: hex }}>
            {hex.replaceAll(/../g, '$& ').trim()}
          </Typography.Text>
          {droppedBefore > 0 && (
            <div className="admin-quiet">{t('rawLog.dropped', { n: droppedBefore })}</div>
          )}
        </>
      ),
    },
  ];
}
