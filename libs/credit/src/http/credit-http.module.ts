import { Module } from '@nestjs/common';
import { CreditModule } from '../credit.module.js';
import { CreditController } from './credit.controller.js';
import { LedgerController } from './ledger.controller.js';
import { RectificationsController } from './rectifications.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [CreditModule],
  controllers: [CreditController, LedgerController, RectificationsController],
})
export class CreditHttpModule {}
