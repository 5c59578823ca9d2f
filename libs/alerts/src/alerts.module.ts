import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertEpisodes } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { AlertRows } from './data/alert-rows.js';
import { AlertRepository } from './data/alert.repository.js';
import * as entities from './data/index.js';
import { DecideAlertService } from './decide-alert.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [AlertEpisodes, AlertQueries, AlertRepository, AlertRows, DecideAlertService],
  exports: [AlertEpisodes, AlertQueries, DecideAlertService],
})
export class AlertsModule {}
