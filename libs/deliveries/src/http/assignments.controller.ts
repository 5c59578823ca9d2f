import { Needs, Scope } from '@tongyun/accounts';
import {
  type AssignmentView,
  assignmentView,
  type AssignRequest,
  assignRequest,
  type CancelAssignmentRequest,
  cancelAssignmentRequest,
} from '@tongyun/contracts';
import type {
  AccessScope,
  AssignmentId,
  DriverId,
  LoadId,
  PumpJobId,
  VehicleId,
} from '@tongyun/kernel';
import {
  Body,
  Controller,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { AssignService } from '../assign.service.js';
import { toAssignmentView } from '../assignment-view.js';
import type { JobRef } from '../assignment-jobs.service.js';
import { CancelAssignmentService } from '../cancel-assignment.service.js';

@Controller()
export class AssignmentsController {
  constructor(
    private readonly assigning: AssignService,
    private readonly cancelling: CancelAssignmentService,
  ) {}

  @Post('loads/:id/assignment')
  @Needs('assignments.write')
  @SerializeOptions({ schema: assignmentView })
  assignLoad(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: assignRequest }) body: AssignRequest,
  ): Promise<AssignmentView> {
    return this.assign(scope, { loadId: id as LoadId }, body);
  }

  @Post('pump-jobs/:id/assignment')
  @Needs('assignments.write')
  @SerializeOptions({ schema: assignmentView })
  assignPump(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: assignRequest }) body: AssignRequest,
  ): Promise<AssignmentView> {
    return this.assign(scope, { pumpJobId: id as PumpJobId }, body);
  }

  @Post('assignments/:id/cancellation')
  @HttpCode(200)
  @Needs('assignments.write')
  @SerializeOptions({ schema: assignmentView })
  async cancel(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: cancelAssignmentRequest }) { reason }: CancelAssignmentRequest,
  ): Promise<AssignmentView> {
    return toAssignmentView(await this.cancelling.cancel(scope, id as AssignmentId, reason));
  }

  private async assign(
    scope: AccessScope,
    job: JobRef,
    { vehicleId, driverId, overrideReason }: AssignRequest,
  ): Promise<AssignmentView> {
    const assignment = await this.assigning.assign(scope, job, {
      vehicleId: vehicleId as VehicleId,
      driverId: driverId as DriverId,
      overrideReason,
    });
    return toAssignmentView(assignment);
  }
}
