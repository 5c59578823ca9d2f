import type { RegistrationView, UseAgreementView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Flex, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endUse, listUses } from '../../api/fleet.js';
import { usePermission, useSession } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { registrationName } from '../registrations/registration-name.js';
import { AgreeUseModal } from './agree-use-modal.js';
import { type AgreementState, agreementStateOf } from './agreement-state.js';

const TONES: Readonly<Record<AgreementState, Tone>> = {
  coming: 'wait',
  in_force: 'good',
  over: 'quiet',
  ended: 'quiet',
};

export interface AgreementsDrawerProps {
  readonly registration: RegistrationView;
  readonly onClose: () => void;
}

/** Who may use a vehicle beside its owner, from when until when; entered and ended here. */
export function AgreementsDrawer({ registration, onClose }: AgreementsDrawerProps) {
  const { vehicleId } = registration;
  const { t } = useTranslation('admin');
  const [isAgreeing, setIsAgreeing] = useState(false);
  const [ended, setEnded] = useState<UseAgreementView | null>(null);
  const queryKey = [...LIST_KEYS.agreements, vehicleId];
  const { data, error, isPending } = useQuery({ queryKey, queryFn: () => listUses(vehicleId) });
  const end = useEnd(queryKey, () => setEnded(null));
  const mayAgree = useMayAgree(registration);
  const columns = useColumns(setEnded);
  return (
    <Drawer
      open
      size={900}
      title={t('agreement.of', { name: registrationName(registration) })}
      onClose={onClose}
    >
      <Flex vertical gap={12}>
        <RefusalNotice error={error ?? end.error} />
        {mayAgree && (
          <Flex align="center" gap={12}>
            <Button type="primary" data-testid="agree-use" onClick={() => setIsAgreeing(true)}>
              {t('agreement.agree')}
            </Button>
            <span className="admin-quiet">{t('agreement.hint')}</span>
          </Flex>
        )}
        <Table<UseAgreementView>
          aria-label={t('agreement.list')}
          size="small"
          pagination={false}
          loading={isPending}
          columns={columns}
          dataSource={data?.items ?? []}
          rowKey={({ id }) => id}
        />
      </Flex>
      {isAgreeing && (
        <AgreeUseModal registration={registration} onClose={() => setIsAgreeing(false)} />
      )}
      <ReasonModal
        title={t('agreement.endTitle', { name: ended?.enterpriseName ?? '' })}
        isOpen={ended !== null}
        isPending={end.isPending}
        onReason={(reason) => ended && end.mutate({ agreement: ended, reason })}
        onCancel={() => setEnded(null)}
      />
    </Drawer>
  );
}

/** Only the owner, or whoever acts for no enterprise, lets another one use a vehicle. */
function useMayAgree({ ownerEnterpriseId }: RegistrationView): boolean {
  const session = useSession();
  const own = session.status === 'signed_in' ? session.user.enterpriseId : null;
  return usePermission('vehicles.manage') && (own === null || own === ownerEnterpriseId);
}

interface Ended {
  readonly agreement: UseAgreementView;
  readonly reason: string;
}

function useEnd(queryKey: readonly string[], onSettled: () => void) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ agreement: { vehicleId, id }, reason }: Ended) =>
      endUse(vehicleId, id, { reason }),
    onSuccess: () => void message.success(t('decision.saved')),
    onSettled: () => {
      onSettled();
      void queries.invalidateQueries({ queryKey });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.registrations });
    },
  });
}

function useColumns(
  onEnd: (agreement: UseAgreementView) => void,
): TableColumnsType<UseAgreementView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayEnd = usePermission('vehicles.manage');
  const now = new Date();
  return [
    { title: t('agreement.enterprise'), dataIndex: 'enterpriseName' },
    {
      title: t('agreement.kind'),
      dataIndex: 'kind',
      render: (kind: UseAgreementView['kind']) => shared(`useKind.${kind}`),
    },
    { title: t('agreement.from'), dataIndex: 'validFrom', render: formatDateTime },
    {
      title: t('agreement.to'),
      dataIndex: 'validTo',
      render: (validTo: string | null) =>
        validTo === null ? t('agreement.openEnded') : formatDateTime(validTo),
    },
    {
      title: t('agreement.state'),
      key: 'state',
      render: (_, agreement) => {
        const state = agreementStateOf(agreement, now);
        return (
          <>
            <StateTag tone={TONES[state]}>{t(`agreement.stateOf.${state}`)}</StateTag>
            {agreement.endedAt !== null && (
              <div className="admin-quiet">
                {formatDateTime(agreement.endedAt)} {agreement.endReason}
              </div>
            )}
          </>
        );
      },
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, agreement) => {
        const state = agreementStateOf(agreement, now);
        const goesOn = state === 'coming' || state === 'in_force';
        return (
          mayEnd &&
          goesOn &&
          agreement.kind !== 'own' && (
            <Button danger data-testid="end-use" onClick={() => onEnd(agreement)}>
              {t('agreement.end')}
            </Button>
          )
        );
      },
    },
  ];
}
