import type { DiversionOfferView } from '@tongyun/contracts';
import { Button, Input, Table, type TableColumnsType, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { OfferCost } from './offer-cost.js';
import { OfferReasons } from './offer-reasons.js';

/** What is stated beside the offer: a place at the site, or why a reason against it is overridden. */
export interface Stated {
  readonly place: string;
  readonly overrideReason?: string;
}

export interface OffersTableProps {
  /** In the order the server ranks them. */
  readonly offers: readonly DiversionOfferView[];
  readonly isPending: boolean;
  /** Reason and approval are stated. */
  readonly mayChoose: boolean;
  readonly onChoose: (offer: DiversionOfferView, stated: Stated) => void;
}

export function OffersTable({ offers, isPending, mayChoose, onChoose }: OffersTableProps) {
  const { t } = useTranslation('dispatcher');
  const [place, setPlace] = useState('');
  const [overridden, setOverridden] = useState<DiversionOfferView | null>(null);
  const goal: TableColumnsType<DiversionOfferView>[number] = {
    key: 'goal',
    title: t('divert.goal'),
    width: 236,
    render: (_, offer) => <Goal offer={offer} place={place} onPlace={setPlace} />,
  };
  const action: TableColumnsType<DiversionOfferView>[number] = {
    key: 'act',
    width: 132,
    render: (_, offer) => {
      const isPlaceStated = offer.kind !== 'place' || place.trim() !== '';
      return (
        <OfferAction
          offer={offer}
          isPending={isPending}
          isReady={mayChoose && isPlaceStated}
          onChoose={() => onChoose(offer, { place })}
          onOverride={() => setOverridden(offer)}
        />
      );
    },
  };
  return (
    <>
      <Table<DiversionOfferView>
        size="small"
        rowKey={({ kind, orderId, plantId }) => `${kind} ${orderId ?? plantId ?? ''}`}
        columns={[goal, ...useColumns(), action]}
        dataSource={[...offers]}
        pagination={false}
        scroll={{ y: 460 }}
        locale={{ emptyText: t('divert.empty') }}
        onRow={({ kind, orderNo, mayDivert }) => ({
          className: mayDivert ? '' : 'is-refused',
          'data-testid': 'divert-offer',
          'data-kind': kind,
          'data-order-no': orderNo ?? '',
          'data-may-divert': mayDivert,
        })}
      />
      <ReasonModal
        title={t('divert.override')}
        isOpen={overridden !== null}
        isPending={isPending}
        onCancel={() => setOverridden(null)}
        onReason={(overrideReason) => {
          if (overridden) onChoose(overridden, { place, overrideReason });
          setOverridden(null);
        }}
      />
    </>
  );
}

function useColumns(): TableColumnsType<DiversionOfferView> {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const none = shared('state.none');
  return [
    {
      key: 'arrives',
      title: t('divert.arrives'),
      width: 136,
      render: (_, { arrivesAt, figures }) => (
        <>
          <b>{formatTime(arrivesAt)}</b>
          <div className="order-sub">
            {t('divert.way', {
              minutes: Math.round(figures.travelMin),
              km: (figures.distanceM / 1_000).toFixed(1),
            })}
          </div>
        </>
      ),
    },
    {
      key: 'age',
      title: <Tooltip title={t('divert.ageHint')}>{t('divert.ageAtEnd')}</Tooltip>,
      width: 96,
      render: (_, { figures: { ageAtEndMin, lifeMin } }) =>
        ageAtEndMin === null ? none : `${Math.round(ageAtEndMin)} / ${Math.round(lifeMin)}`,
    },
    {
      key: 'volume',
      title: t('divert.openM3'),
      width: 84,
      render: (_, { figures: { openM3 } }) => (openM3 === null ? none : formatM3(openM3)),
    },
    {
      key: 'why',
      title: t('assign.why'),
      render: (_, offer) => <OfferReasons offer={offer} />,
    },
    {
      key: 'cost',
      title: <Tooltip title={t('assign.costHint')}>{t('assign.cost')}</Tooltip>,
      width: 68,
      render: (_, { cost, costParts }) => <OfferCost cost={cost} parts={costParts} />,
    },
  ];
}

interface GoalProps {
  readonly offer: DiversionOfferView;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

function Goal({ offer, place, onPlace }: GoalProps) {
  const { t } = useTranslation('dispatcher');
  if (offer.kind === 'plant') {
    return (
      <>
        <Tag>{t('divert.back')}</Tag>
        <b>{offer.plantName}</b>
      </>
    );
  }
  if (offer.kind === 'place') {
    return (
      <>
        <Tag>{t('divert.sameSite')}</Tag>
        <b>{offer.siteName}</b>
        <Input
          size="small"
          maxLength={120}
          placeholder={t('divert.place')}
          aria-label={t('divert.place')}
          value={place}
          data-testid="divert-place"
          onChange={({ target }) => onPlace(target.value)}
        />
      </>
    );
  }
  return (
    <>
      {offer.isSameSite && <Tag>{t('divert.sameSite')}</Tag>}
      <b>{offer.siteName}</b>
      <div className="order-sub">
        {offer.orderNo} · {offer.pourLocation} · {offer.grade} · {offer.slumpMm} mm
      </div>
    </>
  );
}

interface OfferActionProps {
  readonly offer: DiversionOfferView;
  readonly isPending: boolean;
  readonly isReady: boolean;
  readonly onChoose: () => void;
  readonly onOverride: () => void;
}

function OfferAction({ offer, isPending, isReady, onChoose, onOverride }: OfferActionProps) {
  const { t } = useTranslation('dispatcher');
  if (!offer.mayDivert && !offer.mayOverride) return null;
  const hint = isReady ? undefined : t('divert.stateGrounds');
  return (
    <Tooltip title={hint}>
      <Button
        type={offer.mayDivert ? 'primary' : 'default'}
        disabled={!isReady}
        loading={isPending}
        data-testid={offer.mayDivert ? 'divert-choose' : 'divert-override'}
        onClick={offer.mayDivert ? onChoose : onOverride}
      >
        {offer.mayDivert ? t('divert.choose') : t('assign.override')}
      </Button>
    </Tooltip>
  );
}
