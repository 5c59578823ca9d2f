import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight.module.js';
import { CityController } from './city.controller.js';
import { DeclaredTripsController } from './declared-trips.controller.js';

@Module({
  imports: [OversightModule],
  controllers: [CityController, DeclaredTripsController],
})
export class OversightHttpModule {}
