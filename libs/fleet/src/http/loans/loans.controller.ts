import { Needs, Scope } from '@tongyun/accounts';
import {
  type AskForLoanRequest,
  askForLoanRequest,
  type ListLoanRequestsQuery,
  listLoanRequestsQuery,
  loanRequestPage,
  loanRequestView,
  type LoanRequestView,
  type OfferLoanRequest,
  offerLoanRequest,
  type Page,
  type StepLoanRequest,
  stepLoanRequest,
} from '@tongyun/contracts';
import type { AccessScope, LoanRequestId, VehicleLoanId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { AskForLoanService } from '../../loans/ask-for-loan.service.js';
import { LoanQueries } from '../../loans/loan-queries.service.js';
import { OfferLoanService } from '../../loans/offer-loan.service.js';
import { toLoanRequestView } from './loans.views.js';

/** Trucks that enterprises lend each other. */
@Controller()
export class LoansController {
  constructor(
    private readonly queries: LoanQueries,
    private readonly asking: AskForLoanService,
    private readonly offering: OfferLoanService,
  ) {}

  @Get('loan-requests')
  @Needs('loans.read')
  @SerializeOptions({ schema: loanRequestPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listLoanRequestsQuery }) query: ListLoanRequestsQuery,
  ): Promise<Page<LoanRequestView>> {
    return toPage(
      await this.queries.list(scope, query),
      query,
      ({ askedAt, id }) => ({ key: askedAt.toISOString(), id }),
      (request) => toLoanRequestView(scope, request),
    );
  }

  @Post('loan-requests')
  @Needs('loans.write')
  @SerializeOptions({ schema: loanRequestView })
  async ask(
    @Scope() scope: AccessScope,
    @Body({ schema: askForLoanRequest }) body: AskForLoanRequest,
  ): Promise<LoanRequestView> {
    return this.view(scope, await this.asking.ask(scope, body));
  }

  @Post('loan-requests/:id/closing')
  @HttpCode(200)
  @Needs('loans.write')
  @SerializeOptions({ schema: loanRequestView })
  async close(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<LoanRequestView> {
    await this.asking.close(scope, id as LoanRequestId, ifMatch);
    return this.view(scope, id as LoanRequestId);
  }

  @Post('loan-requests/:id/loans')
  @Needs('loans.write')
  @SerializeOptions({ schema: loanRequestView })
  async offer(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: offerLoanRequest }) body: OfferLoanRequest,
  ): Promise<LoanRequestView> {
    await this.offering.offer(scope, id as LoanRequestId, body);
    return this.view(scope, id as LoanRequestId);
  }

  @Post('loans/:id/steps')
  @Needs('loans.write')
  @SerializeOptions({ schema: loanRequestView })
  async step(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: stepLoanRequest }) body: StepLoanRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<LoanRequestView> {
    return this.view(scope, await this.offering.step(scope, id as VehicleLoanId, body, ifMatch));
  }

  private async view(scope: AccessScope, id: LoanRequestId): Promise<LoanRequestView> {
    return toLoanRequestView(scope, await this.queries.request(scope, id));
  }
}
