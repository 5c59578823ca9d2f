import { Needs, Scope } from '@tongyun/accounts';
import {
  PASS_CODE_FRAGMENT,
  type PassCodeQuery,
  passCodeQuery,
  type PassCodeView,
  passCodeView,
  type VerifyPassCodeRequest,
  verifyPassCodeRequest,
} from '@tongyun/contracts';
import type { AccessScope, PassId } from '@tongyun/kernel';
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
import type { Request } from 'express';
import { PassCodes } from '../pass-codes.service.js';
import { drawPassCode } from './draw-pass-code.js';
import { toPassCodeView } from './pass-code.view.js';

@Controller()
export class PassCodesController {
  constructor(private readonly codes: PassCodes) {}

  /** The code as a picture, or the text in it; scanned, it opens the officer's page. */
  @Get('passes/:id/code')
  @Needs('passes.read')
  async draw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: passCodeQuery }) { format }: PassCodeQuery,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const code = await this.codes.of(scope, id as PassId);
    const origin = `${request.protocol}://${request.get('host')}`;
    const { bytes, type } = await drawPassCode(
      `${origin}/police.html#${PASS_CODE_FRAGMENT}=${code}`,
      format,
    );
    return new StreamableFile(bytes, { type });
  }

  /** Whether a code is genuine; what the pass is worth now is asked at the roadside. */
  @Post('pass-codes/verification')
  @HttpCode(200)
  @Needs('roadside.ask')
  @SerializeOptions({ schema: passCodeView })
  async verify(
    @Scope() scope: AccessScope,
    @Body({ schema: verifyPassCodeRequest }) { code }: VerifyPassCodeRequest,
  ): Promise<PassCodeView> {
    return toPassCodeView(await this.codes.read(scope, code));
  }
}
