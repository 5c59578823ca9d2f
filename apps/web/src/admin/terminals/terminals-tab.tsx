import { plateColor, terminalState, type TerminalView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTerminals } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { BindTerminalModal } from './bind-terminal-modal.js';
import { BlockTerminalModal } from './block-terminal-modal.js';
import { TerminalDrawer } from './terminal-drawer.js';

type TerminalState = TerminalView['state'];
const TONES: Readonly<Record<TerminalState, Tone>> = {
  provisional: 'wait',
  bound: 'good',
  blocked: 'bad',
};
interface Open {
  readonly what: 'bind' | 'block' | 'manage';
  readonly terminal: TerminalView;
}

/** Terminals that nobody registered: stored and judged all the same, listed here to be bound. */
export function TerminalsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<TerminalState | undefined>('provisional');
  const [open, setOpen] = useState<Open | null>(null);
  const list = usePagedList([...LIST_KEYS.terminals, state], (page) =>
    listTerminals({ ...page, ...(state && { state }) }),
  );
  const columns = useColumns(setOpen);
  const close = () => setOpen(null);
  return (
    <>
      <ListTable
        label={t('tab.terminals')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          <StateFilter
            label={t('terminal.state')}
            value={state}
            options={terminalState.options.map((value) => ({
              value,
              label: shared(`terminalState.${value}`),
            }))}
            onChange={setState}
          />
        }
      />
      {open?.what === 'bind' && <BindTerminalModal terminal={open.terminal} onClose={close} />}
      {open?.what === 'block' && <BlockTerminalModal terminal={open.terminal} onClose={close} />}
      {open?.what === 'manage' && <TerminalDrawer terminal={open.terminal} onClose={close} />}
    </>
  );
}

function useColumns(onOpen: (open: Open) => void): TableColumnsType<TerminalView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return [
    { title: t('terminal.phone'), dataIndex: 'phone' },
    { title: t('terminal.terminalNo'), dataIndex: 'terminalNo' },
    { title: t('terminal.maker'), dataIndex: 'manufacturer' },
    { title: t('terminal.protocol'), dataIndex: 'protocolVersion' },
    {
      title: t('terminal.plateSent'),
      key: 'plateSent',
      render: (_, terminal) => <PlateSent terminal={terminal} />,
    },
    { title: t('terminal.bound'), dataIndex: 'plateNo' },
    {
      title: t('terminal.state'),
      dataIndex: 'state',
      render: (state: TerminalState) => (
        <StateTag tone={TONES[state]}>{shared(`terminalState.${state}`)}</StateTag>
      ),
    },
    { title: t('terminal.firstSeen'), dataIndex: 'firstSeenAt', render: formatDateTime },
    { title: t('terminal.lastSeen'), dataIndex: 'lastSeenAt', render: formatDateTime },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, terminal) => <Actions terminal={terminal} onOpen={onOpen} />,
    },
  ];
}

function PlateSent({ terminal }: { readonly terminal: TerminalView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { plateSent, plateColorSent } = terminal;
  if (!plateSent) return <span className="admin-quiet">{t('terminal.notSent')}</span>;
  const color = plateColor.safeParse(plateColorSent);
  return color.success
    ? shared('mark.bracket', { what: plateSent, note: shared(`plateColor.${color.data}`) })
    : plateSent;
}

interface ActionsProps {
  readonly terminal: TerminalView;
  readonly onOpen: (open: Open) => void;
}

function Actions({ terminal, onOpen }: ActionsProps) {
  const { t } = useTranslation('admin');
  const mayBind = usePermission('terminals.bind');
  const mayBlock = usePermission('terminals.block');
  const mayOrder = usePermission('terminals.order');
  const mayLog = usePermission('terminals.log');
  const isBlocked = terminal.state === 'blocked';
  return (
    <Flex gap={6}>
      {mayBind && !isBlocked && (
        <Button type="primary" ghost onClick={() => onOpen({ what: 'bind', terminal })}>
          {t('terminal.bind')}
        </Button>
      )}
      {(mayOrder || mayLog) && (
        <Button data-testid="manage-terminal" onClick={() => onOpen({ what: 'manage', terminal })}>
          {t('terminal.manage')}
        </Button>
      )}
      {mayBlock && (
        <Button danger={!isBlocked} onClick={() => onOpen({ what: 'block', terminal })}>
          {t(isBlocked ? 'terminal.unblock' : 'terminal.block')}
        </Button>
      )}
    </Flex>
  );
}
