import { LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Plannings } from '../day/planning/plannings.js';
import { toPlanningView } from './planning.view.js';

/** Tells those who look at plans how far the search for one is. */
@Injectable()
export class PushPlanningProgress implements OnModuleInit {
  constructor(
    private readonly plannings: Plannings,
    private readonly hub: LiveHub,
  ) {}

  onModuleInit(): void {
    this.plannings.onChange((planning) =>
      this.hub.changed('day_plan', planning.id, [planning.enterpriseId], {
        ...toPlanningView(planning),
        kind: 'planning',
      }),
    );
  }
}
