import { Module } from '@nestjs/common';
import { DispatchModule } from '../dispatch.module.js';
import { DispatchController } from './dispatch.controller.js';

/** Mounted by the API only. */
@Module({ imports: [DispatchModule], controllers: [DispatchController] })
export class DispatchHttpModule {}
