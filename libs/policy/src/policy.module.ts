import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { PolicyValueRepository } from './data/policy-value.repository.js';
import { ForgetValuesWhenPolicySet } from './forget-values-when-policy-set.listener.js';
import { PolicyQueries } from './policy-queries.service.js';
import { SetPolicyService } from './set-policy.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [PolicyQueries, SetPolicyService, PolicyValueRepository, ForgetValuesWhenPolicySet],
  exports: [PolicyQueries, SetPolicyService],
})
export class PolicyModule {}
