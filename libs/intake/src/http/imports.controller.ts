import { Needs, Scope } from '@tongyun/accounts';
import {
  type CheckImportRequest,
  checkImportRequest,
  type ImportCheckView,
  importCheckView,
  importKind,
  type ImportKind,
  importPage,
  type ImportTemplateQuery,
  importTemplateQuery,
  type ImportView,
  importView,
  type Page,
  type PageQuery,
  pageQuery,
  type TakeImportQuery,
  takeImportQuery,
} from '@tongyun/contracts';
import type { AccessScope, ImportId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { CheckRowsService } from '../check-rows.service.js';
import { writeCsvTemplate, writeWorkbookTemplate } from '../files/write-template.js';
import { ImportQueries } from '../import-queries.service.js';
import { ImportRowsService } from '../import-rows.service.js';
import { FILE_SHAPES } from '../rules/columns/file-shapes.js';
import { TakeFileService } from '../take-file.service.js';
import { toImportCheckView, toImportView } from './import.view.js';
import { readFileBody } from './read-file-body.js';

const MOST_FILE_BYTES = 20 * 1024 * 1024;
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportQueries,
    private readonly takeFile: TakeFileService,
    private readonly checkRows: CheckRowsService,
    private readonly importRows: ImportRowsService,
  ) {}

  @Get('templates/:kind')
  @Needs('imports.take')
  async template(
    @Param('kind', { schema: importKind }) kind: ImportKind,
    @Query({ schema: importTemplateQuery }) { format }: ImportTemplateQuery,
  ): Promise<StreamableFile> {
    const shape = FILE_SHAPES[kind];
    const bytes = format === 'csv' ? writeCsvTemplate(shape) : await writeWorkbookTemplate(shape);
    return new StreamableFile(bytes, {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK_TYPE,
      disposition: `attachment; filename="${kind}.${format}"`,
    });
  }

  /** The body is the file: a workbook or CSV of up to 20 MB and 20,000 rows. */
  @Post()
  @Needs('imports.take')
  @ApiConsumes(WORKBOOK_TYPE, 'text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @SerializeOptions({ schema: importView })
  async take(
    @Scope() scope: AccessScope,
    @Query({ schema: takeImportQuery }) query: TakeImportQuery,
    @Req() request: Request,
  ): Promise<ImportView> {
    const bytes = await readFileBody(request, MOST_FILE_BYTES);
    return toImportView(await this.takeFile.take(scope, query, bytes));
  }

  @Get()
  @Needs('imports.take')
  @SerializeOptions({ schema: importPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<ImportView>> {
    const rows = await this.imports.list(scope, query);
    return toPage(
      rows,
      query,
      ({ takenAt, id }) => ({ key: takenAt.toISOString(), id }),
      (file) => toImportView(file, this.importRows.enteredRows(file.id)),
    );
  }

  @Get(':id')
  @Needs('imports.take')
  @SerializeOptions({ schema: importView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ImportView> {
    const file = await this.imports.get(scope, id as ImportId);
    return toImportView(file, this.importRows.enteredRows(file.id));
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Needs('imports.take')
  @SerializeOptions({ schema: importCheckView })
  async check(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: checkImportRequest }) { from }: CheckImportRequest,
  ): Promise<ImportCheckView> {
    return toImportCheckView(await this.checkRows.check(scope, id as ImportId, from));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Needs('imports.take')
  @SerializeOptions({ schema: importView })
  async confirm(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ImportView> {
    return toImportView(await this.importRows.import(scope, id as ImportId));
  }
}
