import { Module } from '@nestjs/common';
import { DurationsModule } from '../durations.module.js';
import { DurationsController } from './durations.controller.js';

@Module({ imports: [DurationsModule], controllers: [DurationsController] })
export class DurationsHttpModule {}
