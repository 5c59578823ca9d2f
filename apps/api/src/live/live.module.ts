import { AccountsModule } from '@tongyun/accounts';
import { AlertsModule } from '@tongyun/alerts';
import { FleetModule } from '@tongyun/fleet';
import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';

@Module({ imports: [AccountsModule, AlertsModule, FleetModule], providers: [LiveGateway] })
export class LiveModule {}
