import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy.module.js';
import { PoliciesController } from './policies.controller.js';

@Module({ imports: [PolicyModule], controllers: [PoliciesController] })
export class PolicyHttpModule {}
