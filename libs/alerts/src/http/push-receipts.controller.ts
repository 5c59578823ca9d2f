import { Public } from '@tongyun/accounts';
import { type PushReceiptRequest, pushReceiptRequest } from '@tongyun/contracts';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DeliveryReceipts } from '../delivery-receipts.service.js';

/** A push is shown while nobody is signed in: the token in it says by itself what it may. */
@Controller('push-receipts')
export class PushReceiptsController {
  constructor(private readonly receipts: DeliveryReceipts) {}

  @Post()
  @HttpCode(204)
  @Public()
  async take(@Body({ schema: pushReceiptRequest }) body: PushReceiptRequest): Promise<void> {
    await this.receipts.onBrowser(body);
  }
}
