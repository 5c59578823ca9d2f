import { Needs, Scope } from '@tongyun/accounts';
import {
  type AllowOrdersRequest,
  allowOrdersRequest,
  type AnswerAppealRequest,
  answerAppealRequest,
  type AppealGradeRequest,
  appealGradeRequest,
  creditEvidencePage,
  type CreditEvidenceView,
  type DecideGradeRequest,
  decideGradeRequest,
  type EnterpriseCreditView,
  enterpriseCreditView,
  type EvaluateEnterpriseRequest,
  evaluateEnterpriseRequest,
  type Page,
  type PageQuery,
  pageQuery,
  type SelfEvaluateRequest,
  selfEvaluateRequest,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { AssessEnterpriseService } from '../assess-enterprise.service.js';
import { CreditQueries } from '../credit-queries.service.js';
import { DecideCreditService } from '../decide-credit.service.js';
import { EvaluationFiles } from '../files/evaluation-files.service.js';
import { LedgerPhotos } from '../files/ledger-photos.service.js';
import { toCreditEvidenceView, toEnterpriseCreditView } from './credit.view.js';

@Controller('enterprises/:id/credit')
export class CreditController {
  constructor(
    private readonly credit: CreditQueries,
    private readonly assess: AssessEnterpriseService,
    private readonly decideCredit: DecideCreditService,
    private readonly files: EvaluationFiles,
    private readonly photos: LedgerPhotos,
  ) {}

  @Get()
  @Needs('credit.read')
  @SerializeOptions({ schema: enterpriseCreditView })
  get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EnterpriseCreditView> {
    return this.show(scope, id);
  }

  @Get('evidence')
  @Needs('credit.read')
  @SerializeOptions({ schema: creditEvidencePage })
  async listEvidence(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<CreditEvidenceView>> {
    const rows = await this.credit.evidence(scope, id as EnterpriseId, query);
    const photos = await this.photos.ofEntries(
      rows.filter(({ source }) => source === 'ledger').map(({ id: entryId }) => entryId),
    );
    return toPage(
      rows,
      query,
      (row) => ({ key: row.occurredAt.toISOString(), id: row.id }),
      (row) => toCreditEvidenceView(row, photos.get(row.id)),
    );
  }

  @Post('self-evaluations')
  @Needs('credit.self_evaluate')
  @SerializeOptions({ schema: enterpriseCreditView })
  async selfEvaluate(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: selfEvaluateRequest }) body: SelfEvaluateRequest,
  ): Promise<EnterpriseCreditView> {
    await this.assess.selfEvaluate(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  @Post('evaluations')
  @Needs('credit.decide')
  @SerializeOptions({ schema: enterpriseCreditView })
  async evaluate(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: evaluateEnterpriseRequest }) body: EvaluateEnterpriseRequest,
  ): Promise<EnterpriseCreditView> {
    await this.assess.evaluate(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  @Post('grades')
  @Needs('credit.decide')
  @SerializeOptions({ schema: enterpriseCreditView })
  async decideGrade(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decideGradeRequest }) body: DecideGradeRequest,
  ): Promise<EnterpriseCreditView> {
    await this.decideCredit.decideGrade(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  @Post('appeals')
  @Needs('credit.appeal')
  @SerializeOptions({ schema: enterpriseCreditView })
  async appeal(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: appealGradeRequest }) body: AppealGradeRequest,
  ): Promise<EnterpriseCreditView> {
    await this.decideCredit.appeal(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  @Post('appeal-answers')
  @Needs('credit.decide')
  @SerializeOptions({ schema: enterpriseCreditView })
  async answerAppeal(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: answerAppealRequest }) body: AnswerAppealRequest,
  ): Promise<EnterpriseCreditView> {
    await this.decideCredit.answerAppeal(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  @Post('order-leaves')
  @Needs('credit.decide')
  @SerializeOptions({ schema: enterpriseCreditView })
  async allowOrders(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: allowOrdersRequest }) body: AllowOrdersRequest,
  ): Promise<EnterpriseCreditView> {
    await this.decideCredit.allowOrders(scope, id as EnterpriseId, body);
    return this.show(scope, id);
  }

  private async show(scope: AccessScope, id: string): Promise<EnterpriseCreditView> {
    const credit = await this.credit.of(scope, id as EnterpriseId);
    return toEnterpriseCreditView(credit, await this.files.ofYears(credit.assessments));
  }
}
