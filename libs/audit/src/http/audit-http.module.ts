import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module.js';
import { AuditController } from './audit.controller.js';

/** Mounted by the API only. */
@Module({ imports: [AuditModule], controllers: [AuditController] })
export class AuditHttpModule {}
