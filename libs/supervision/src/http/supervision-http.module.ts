import { ComplianceModule } from '@tongyun/compliance';
import { Module } from '@nestjs/common';
import { SupervisionModule } from '../supervision.module.js';
import { RoadsideController } from './roadside.controller.js';

/** Mounted by the API only. */
@Module({ imports: [ComplianceModule, SupervisionModule], controllers: [RoadsideController] })
export class SupervisionHttpModule {}
