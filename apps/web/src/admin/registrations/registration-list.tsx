import {
  type ListRegistrationsQuery,
  type Page,
  type RegistrationState,
  registrationState,
  type RegistrationView,
} from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PapersOf } from '../../api/documents.js';
import { usePermission } from '../../api/use-session.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { ListTable } from '../lists/list-table.js';
import { PlateSearch } from '../lists/plate-search.js';
import { StateFilter } from '../lists/state-filter.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { type Ending, ValidityFilter } from '../lists/validity-filter.js';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { RegistrationHistory, type RegistrationHistoryProps } from './registration-history.js';
import { REGISTRATION_STATES } from './registration-states.js';
import { useRegistrationColumns } from './use-registration-columns.js';

/** What of a registration is the same whatever is registered. */
export type RegisteredRow = Pick<
  RegistrationView,
  | 'ownerEnterpriseId'
  | 'ownerName'
  | 'holderEnterpriseId'
  | 'registrationNo'
  | 'state'
  | 'steps'
  | 'dueStep'
  | 'nextStates'
  | 'papersValidity'
  | 'updatedAt'
  | 'version'
>;

/** How registrations of one kind of thing are read and decided. */
export interface RegistrationKind<Row extends RegisteredRow> {
  readonly listKey: readonly string[];
  readonly load: (query: Partial<ListRegistrationsQuery>) => Promise<Page<Row>>;
  readonly submit: (row: Row, reason: string) => Promise<Row>;
  readonly decide: (row: Row, state: RegistrationState, reason: string) => Promise<Row>;
  readonly loadDecisions: (row: Row) => ReturnType<RegistrationHistoryProps['loadDecisions']>;
  /** What people call it. */
  readonly nameOf: (row: Row) => string;
  readonly papersOf: (row: Row) => PapersOf;
}

export interface RegistrationListProps<Row extends RegisteredRow> {
  readonly label: string;
  readonly kind: RegistrationKind<Row>;
  /** Say what is registered, before whose it is and how far. */
  readonly columns: TableColumnsType<Row>;
  readonly tools?: ReactNode;
  /** What else can be done with a row, beside deciding it and looking at it. */
  readonly moreActions?: (row: Row) => ReactNode;
}

/** What of a registration is looked at beside the list. */
interface Opened<Row> {
  readonly what: 'papers' | 'history';
  readonly row: Row;
}

/** Registrations: handed in by the enterprise, decided with a reason by the authorities. */
export function RegistrationList<Row extends RegisteredRow>({
  label,
  kind,
  columns,
  tools,
  moreActions,
}: RegistrationListProps<Row>) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<RegistrationState | undefined>();
  const [plateNo, setPlateNo] = useState<string | undefined>();
  const [papers, setPapers] = useState<Ending | undefined>();
  const [opened, setOpened] = useState<Opened<Row> | null>(null);
  const isOwn = usePermission('registrations.submit');
  const list = usePagedList([...kind.listKey, state, plateNo, papers], (page) =>
    kind.load({
      ...page,
      ...(state && { state }),
      ...(plateNo && { plateNo }),
      ...(papers && { papersValidity: papers }),
    }),
  );
  const decision = useDecision<Row>({
    listKey: kind.listKey,
    send: (row, { state: next, reason }) =>
      isOwn ? kind.submit(row, reason) : kind.decide(row, registrationState.parse(next), reason),
  });
  const progress = useRegistrationColumns<Row>({
    onDecide: decision.open,
    onPapers: (row) => setOpened({ what: 'papers', row }),
    onHistory: (row) => setOpened({ what: 'history', row }),
    moreActions,
  });
  const close = () => setOpened(null);
  return (
    <>
      <ListTable
        label={label}
        list={list}
        columns={[...columns, ...progress]}
        rowKey={(row) => kind.papersOf(row).subjectId}
        tools={
          <>
            <StateFilter
              label={t('registration.state')}
              value={state}
              options={REGISTRATION_STATES.map((value) => ({
                value,
                label: shared(`registrationState.${value}`),
              }))}
              onChange={setState}
            />
            <ValidityFilter
              label={t('papers.open')}
              words={{ expiring: t('papers.expiring'), expired: t('papers.expired') }}
              value={papers}
              onChange={setPapers}
            />
            <PlateSearch onSearch={setPlateNo} />
            {tools}
          </>
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('registration.title', { name: kind.nameOf(decision.row) })}
          stateLabel={shared(`registrationState.${decision.row.state}`)}
          choices={decision.row.nextStates.map((value) => ({
            value,
            label: t(isOwn ? 'registration.submit' : `registration.to.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {opened?.what === 'papers' && (
        <PapersDrawer
          of={kind.papersOf(opened.row)}
          name={kind.nameOf(opened.row)}
          onClose={close}
        />
      )}
      {opened?.what === 'history' && (
        <RegistrationHistory
          name={kind.nameOf(opened.row)}
          registration={opened.row}
          queryKey={[...kind.listKey, 'decisions', kind.papersOf(opened.row).subjectId]}
          loadDecisions={() => kind.loadDecisions(opened.row)}
          onClose={close}
        />
      )}
    </>
  );
}
