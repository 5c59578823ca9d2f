import { Public } from '@tongyun/accounts';
import { type WebConfigView, webConfigView } from '@tongyun/contracts';
import { Controller, Get, Inject, SerializeOptions } from '@nestjs/common';
import { WEB_CONFIG } from './web-config.js';

/** What the pages must know before anybody signs in. */
@Controller('web-config')
export class WebConfigController {
  constructor(@Inject(WEB_CONFIG) private readonly webConfig: WebConfigView) {}

  @Get()
  @Public()
  @SerializeOptions({ schema: webConfigView })
  read(): WebConfigView {
    return this.webConfig;
  }
}
