import { AccountsModule } from '@tongyun/accounts';
import { FleetModule } from '@tongyun/fleet';
import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';

@Module({ imports: [AccountsModule, FleetModule], providers: [LiveGateway] })
export class LiveModule {}
