import { Public } from '@tongyun/accounts';
import { type PhoneReportAnswer, phoneReportAnswer } from '@tongyun/contracts';
import { NotReplayed } from '@tongyun/platform';
import { Controller, Get, HttpCode, Post, Req, SerializeOptions } from '@nestjs/common';
import type { Request } from 'express';
import { TakePhoneReportService } from '../take-phone-report.service.js';

/**
 * The door of apps that speak OsmAnd's form: `?id=&lat=&lon=&timestamp=…` by GET or POST, or the JSON
 * of Traccar's client. Open, for the key among the fields says who it is.
 */
@Public()
@Controller('osmand')
export class OsmandController {
  constructor(private readonly takePhoneReport: TakePhoneReportService) {}

  @Get()
  @SerializeOptions({ schema: phoneReportAnswer })
  get(@Req() { query }: Request): Promise<PhoneReportAnswer> {
    return this.takePhoneReport.take(query);
  }

  @Post()
  @HttpCode(200)
  @NotReplayed()
  @SerializeOptions({ schema: phoneReportAnswer })
  post(@Req() { query, body }: Request): Promise<PhoneReportAnswer> {
    return this.takePhoneReport.take({ ...query, ...(body as object | undefined) });
  }
}
