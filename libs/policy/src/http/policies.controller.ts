import { Needs, Scope } from '@tongyun/accounts';
import {
  type Page,
  type PageQuery,
  pageQuery,
  policyPage,
  type PolicyView,
  policyView,
  type SetPolicyRequest,
  setPolicyRequest,
} from '@tongyun/contracts';
import { type AccessScope, SYSTEM_SCOPE } from '@tongyun/kernel';
import { readCursor, toPage } from '@tongyun/platform';
import { Body, Controller, Get, Post, Query, SerializeOptions } from '@nestjs/common';
import { PolicyQueries } from '../policy-queries.service.js';
import { SetPolicyService } from '../set-policy.service.js';
import { orderKeyOf, shippedViews, toPolicyView } from './policy.view.js';

@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly policies: PolicyQueries,
    private readonly setPolicy: SetPolicyService,
  ) {}

  /** Every value that ever held or will hold, with the shipped ones as version 0. */
  @Get()
  @Needs('policies.read')
  @SerializeOptions({ schema: policyPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<PolicyView>> {
    const decided = (await this.policies.list(scope)).map(toPolicyView);
    const all = [...shippedViews(), ...decided].toSorted(byOrderKey);
    const after = readCursor(query)?.key ?? '';
    const rows = all.filter((view) => orderKeyOf(view) > after).slice(0, query.limit + 1);
    return toPage(rows, query, keyOf, (view) => view);
  }

  @Post()
  @Needs('policies.set')
  @SerializeOptions({ schema: policyView })
  async set(
    @Scope() scope: AccessScope,
    @Body({ schema: setPolicyRequest }) body: SetPolicyRequest,
  ): Promise<PolicyView> {
    return toPolicyView(await this.setPolicy.set(scope, body));
  }
}

const byOrderKey = (a: PolicyView, b: PolicyView) => (orderKeyOf(a) < orderKeyOf(b) ? -1 : 1);

const keyOf = (view: PolicyView) => ({
  key: orderKeyOf(view),
  id: view.decidedBy ?? SYSTEM_SCOPE.userId,
});
