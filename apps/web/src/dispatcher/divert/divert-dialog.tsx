import type {
  DiversionOffersView,
  DiversionOfferView,
  DivertTripRequest,
} from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { divertTrip } from '../../api/diversions.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { diversionOffersOf } from '../queries.js';
import { OffersTable } from './offers-table.js';

export interface DivertDialogProps {
  readonly tripId: string;
  readonly plate: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DivertDialog({ tripId, plate, isOpen, onClose }: DivertDialogProps) {
  const { t } = useTranslation('dispatcher');
  return (
    <Modal
      open={isOpen}
      title={t('divert.title', { plate })}
      width={1120}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
      data-testid="divert-dialog"
    >
      {isOpen && <DivertBody tripId={tripId} onDone={onClose} />}
    </Modal>
  );
}

interface DivertBodyProps {
  readonly tripId: string;
  readonly onDone: () => void;
}

/** Why, who allowed it, and what the site took before. */
interface Grounds {
  readonly takenM3: number;
  readonly reason: string;
  readonly approvedBy: string;
}

const NO_GROUNDS: Grounds = { takenM3: 0, reason: '', approvedBy: '' };
const FEWEST_LETTERS = 2;

function DivertBody({ tripId, onDone }: DivertBodyProps) {
  const { t } = useTranslation('dispatcher');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [grounds, setGrounds] = useState(NO_GROUNDS);
  const offers = useQuery(diversionOffersOf(tripId, grounds.takenM3));
  const divert = useMutation({
    mutationFn: ({ goal, overrideReason }: Pick<DivertTripRequest, 'goal' | 'overrideReason'>) =>
      divertTrip(
        tripId,
        { ...grounds, goal, ...(overrideReason === undefined ? {} : { overrideReason }) },
        offers.data?.tripVersion ?? 0,
      ),
    onSuccess: () => {
      void message.success(t('divert.done'));
      onDone();
    },
    onSettled: () =>
      Promise.all(
        [['order'], ['orders'], ['trips'], ['diversion-offers']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const areGroundsGiven =
    grounds.reason.trim().length >= FEWEST_LETTERS &&
    grounds.approvedBy.trim().length >= FEWEST_LETTERS;

  if (offers.isPending && offers.data === undefined) return <Skeleton active />;
  return (
    <>
      <RefusalNotice error={divert.error ?? offers.error} />
      {offers.data && <Carried offers={offers.data} />}
      <GroundsForm grounds={grounds} onChange={setGrounds} />
      <OffersTable
        offers={offers.data?.offers ?? []}
        isPending={divert.isPending}
        mayChoose={areGroundsGiven && !offers.isFetching}
        onChoose={(offer, { place, overrideReason }) =>
          divert.mutate({
            goal: goalOf(offer, place),
            ...(overrideReason === undefined ? {} : { overrideReason }),
          })
        }
      />
    </>
  );
}

function goalOf(
  { orderId, plantId }: DiversionOfferView,
  place: string,
): DivertTripRequest['goal'] {
  if (orderId !== null) return { kind: 'order', orderId };
  if (plantId !== null) return { kind: 'plant', plantId };
  return { kind: 'place', pourLocation: place.trim() };
}

function Carried({
  offers: { grade, slumpMm, carriedM3, offers, position },
}: {
  readonly offers: DiversionOffersView;
}) {
  const { t } = useTranslation('dispatcher');
  const figures = offers[0]?.figures;
  const ageMin = figures?.ageNowMin ?? null;
  return (
    <p className="desk-tools">
      <Tag color="blue">
        {t('divert.carried', { grade, slump: slumpMm, m3: formatM3(carriedM3) })}
      </Tag>
      <Tag>
        {ageMin === null || figures === undefined
          ? t('divert.ageUnknown')
          : t('divert.age', {
              age: Math.round(ageMin),
              left: Math.round(figures.lifeMin - ageMin),
            })}
      </Tag>
      {position !== 'fix' && <Tag color="gold">{t(`divert.position.${position}`)}</Tag>}
      {offers.some(({ travelSource }) => travelSource === 'estimate') && (
        <Tag color="gold">{t('assign.estimate')}</Tag>
      )}
    </p>
  );
}

interface GroundsFormProps {
  readonly grounds: Grounds;
  readonly onChange: (grounds: Grounds) => void;
}

function GroundsForm({ grounds, onChange }: GroundsFormProps) {
  const { t } = useTranslation('dispatcher');
  return (
    <Form layout="inline" className="divert-grounds">
      <Form.Item label={t('divert.reason')} required>
        <Input
          value={grounds.reason}
          maxLength={500}
          placeholder={t('divert.reasonHint')}
          data-testid="divert-reason"
          onChange={({ target }) => onChange({ ...grounds, reason: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('divert.approvedBy')} required>
        <Input
          value={grounds.approvedBy}
          maxLength={60}
          placeholder={t('divert.approvedByHint')}
          data-testid="divert-approved-by"
          onChange={({ target }) => onChange({ ...grounds, approvedBy: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('divert.takenM3')}>
        <InputNumber
          value={grounds.takenM3}
          min={0}
          max={30}
          step={0.5}
          suffix="m³"
          data-testid="divert-taken"
          onChange={(takenM3) => onChange({ ...grounds, takenM3: takenM3 ?? 0 })}
        />
      </Form.Item>
    </Form>
  );
}
