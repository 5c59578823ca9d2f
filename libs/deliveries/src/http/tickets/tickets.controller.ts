import { Needs, Scope } from '@tongyun/accounts';
import {
  type AcceptanceRequest,
  acceptanceRequest,
  type ExWorksTestRequest,
  exWorksTestRequest,
  type TicketView,
  ticketView,
  type TripPapersView,
  tripPapersView,
  type VoidTicketRequest,
  voidTicketRequest,
  type WeighingRequest,
  weighingRequest,
} from '@tongyun/contracts';
import type { AccessScope, TripId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { IssueTicketService } from '../../tickets/issue-ticket.service.js';
import { RecordAcceptanceService } from '../../tickets/record-acceptance.service.js';
import { RecordPapersService } from '../../tickets/record-papers.service.js';
import { TripPapersQueries } from '../../tickets/trip-papers-queries.service.js';
import { VoidTicketService } from '../../tickets/void-ticket.service.js';
import { toTicketView, toTripPapersView } from './tickets.views.js';

/** What is on paper of a load; every change answers with all papers of its trip. */
@Controller()
export class TicketsController {
  constructor(
    private readonly papers: TripPapersQueries,
    private readonly recordPapers: RecordPapersService,
    private readonly issuing: IssueTicketService,
    private readonly voiding: VoidTicketService,
    private readonly recordAcceptance: RecordAcceptanceService,
  ) {}

  @Get('trips/:id/papers')
  @Needs('tickets.read')
  @SerializeOptions({ schema: tripPapersView })
  async ofTrip(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TripPapersView> {
    return toTripPapersView(await this.papers.get(scope, id as TripId));
  }

  @Get('tickets/:id')
  @Needs('tickets.read')
  @SerializeOptions({ schema: ticketView })
  async ticket(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TicketView> {
    return toTicketView(await this.papers.ticket(scope, id));
  }

  @Post('trips/:id/weighings')
  @Needs('weights.record')
  @SerializeOptions({ schema: tripPapersView })
  async weigh(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: weighingRequest }) body: WeighingRequest,
  ): Promise<TripPapersView> {
    await this.recordPapers.weigh(scope, id as TripId, body);
    return this.ofTrip(scope, id);
  }

  @Post('trips/:id/ex-works-tests')
  @Needs('ex_works_tests.record')
  @SerializeOptions({ schema: tripPapersView })
  async test(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: exWorksTestRequest }) body: ExWorksTestRequest,
  ): Promise<TripPapersView> {
    await this.recordPapers.test(scope, id as TripId, body);
    return this.ofTrip(scope, id);
  }

  @Post('trips/:id/tickets')
  @Needs('tickets.issue')
  @SerializeOptions({ schema: tripPapersView })
  async issue(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TripPapersView> {
    return toTripPapersView(await this.issuing.issue(scope, id as TripId));
  }

  @Post('tickets/:id/voiding')
  @HttpCode(200)
  @Needs('tickets.issue')
  @SerializeOptions({ schema: tripPapersView })
  async makeVoid(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: voidTicketRequest }) { reason }: VoidTicketRequest,
  ): Promise<TripPapersView> {
    return toTripPapersView(await this.voiding.makeVoid(scope, id, reason));
  }

  @Post('acceptances')
  @Needs('acceptances.record')
  @SerializeOptions({ schema: tripPapersView })
  async accept(
    @Scope() scope: AccessScope,
    @Body({ schema: acceptanceRequest }) body: AcceptanceRequest,
  ): Promise<TripPapersView> {
    return toTripPapersView(
      await this.papers.get(scope, await this.recordAcceptance.record(scope, body)),
    );
  }
}
