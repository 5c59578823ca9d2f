import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module.js';
import { OwnDataController } from './own-data.controller.js';
import { AuditController } from './audit.controller.js';

/** Mounted by the API only. */
@Module({ imports: [AuditModule], controllers: [AuditController, OwnDataController] })
export class AuditHttpModule {}
