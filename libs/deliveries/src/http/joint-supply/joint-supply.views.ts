import type {
  JointLoadView,
  JointShareStepView,
  JointShareView,
  JointSupplyView,
} from '@tongyun/contracts';
import { type AccessScope, maySeeEnterprise } from '@tongyun/kernel';
import type {
  JointShareDetails,
  JointShareStepRow,
} from '../../data/joint-supply/joint-share.repository.js';
import type { JointLoadRow, SupplierRow } from '../../data/joint-supply/joint-supply.repository.js';
import type { JointSupply } from '../../joint-supply/joint-supply-queries.service.js';
import { sidesOf } from '../../joint-supply/joint-share-book.js';
import { shareStepsFrom } from '../../rules/joint-supply/share-steps.js';
import type { LoadInTurn } from '../../rules/joint-supply/site-queue.js';
import { roundM3 } from '../../rules/volume.js';

/** The partner's order is named to the partner alone. */
export const toJointShareView = (
  scope: AccessScope,
  { leadOrderId: _leadOrderId, siteLng, siteLat, ...share }: JointShareDetails,
): JointShareView => ({
  ...share,
  shareOrderId: maySeeEnterprise(scope, share.partnerEnterpriseId) ? share.shareOrderId : null,
  sitePosition: { lng: siteLng, lat: siteLat },
  firstOnSiteAt: share.firstOnSiteAt.toISOString(),
  offeredAt: share.offeredAt.toISOString(),
  possible: sidesOf(scope, share).flatMap((side) => [...shareStepsFrom(share.state, side)]),
});

export const toJointSupplyView = (scope: AccessScope, supply: JointSupply): JointSupplyView => ({
  side: supply.pour.side,
  totalM3: roundM3(supply.suppliers.reduce((sum, { quotaM3 }) => sum + quotaM3, 0)),
  rateM3PerHour: supply.pour.rateM3PerHour,
  gapMaxMin: supply.gapMaxMin,
  suppliers: supply.suppliers.map(toSupplierView),
  queue: supply.queue.map(toJointLoadView),
  shares: supply.shares.map((share) => toJointShareView(scope, share)),
});

export const toStepView = ({ decidedAt, ...step }: JointShareStepRow): JointShareStepView => ({
  ...step,
  decidedAt: decidedAt.toISOString(),
});

const toSupplierView = ({
  isLead,
  enterpriseName,
  plantName,
  quotaM3,
  ticketedM3,
}: SupplierRow) => ({ isLead, enterpriseName, plantName, quotaM3, ticketedM3 });

const toJointLoadView = ({
  dueAt: _dueAt,
  unloadStartAt: _from,
  unloadEndAt: _to,
  arrivedAt,
  fromAt,
  toAt,
  ...load
}: LoadInTurn<JointLoadRow>): JointLoadView => ({
  ...load,
  arrivedAt: arrivedAt?.toISOString() ?? null,
  fromAt: fromAt.toISOString(),
  toAt: toAt.toISOString(),
});
