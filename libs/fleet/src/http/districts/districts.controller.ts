import { Needs, Scope } from '@tongyun/accounts';
import {
  type DecideDistrictRequest,
  decideDistrictRequest,
  districtList,
  type DistrictOfPlaceView,
  districtOfPlaceView,
  type DistrictView,
  districtView,
  type FindDistrictQuery,
  findDistrictQuery,
  type ListDistrictsQuery,
  listDistrictsQuery,
} from '@tongyun/contracts';
import { toWgs84 } from '@tongyun/geo';
import { type AccessScope, type Clock, CLOCK, type DistrictId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { DecideDistrictService } from '../../districts/decide-district.service.js';
import { DistrictQueries } from '../../districts/district-queries.service.js';
import { toDistrictView } from './district.view.js';

@Controller('districts')
export class DistrictsController {
  constructor(
    private readonly districts: DistrictQueries,
    private readonly decideDistrict: DecideDistrictService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The districts in force at an instant, with the plants of today that lie in each. */
  @Get()
  @Needs('fleet.read')
  @SerializeOptions({ schema: districtList })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listDistrictsQuery }) { at = this.clock.now() }: ListDistrictsQuery,
  ): Promise<{ items: DistrictView[] }> {
    const versions = await this.districts.inForce(at);
    const plantNames = await this.districts.plantNamesIn(scope, versions);
    return { items: versions.map((one) => toDistrictView(one, plantNames.get(one.id) ?? [])) };
  }

  /** In which district a place lay at an instant. */
  @Get('of-place')
  @Needs('fleet.read')
  @SerializeOptions({ schema: districtOfPlaceView })
  async ofPlace(
    @Query({ schema: findDistrictQuery })
    { at = this.clock.now(), lng, lat, crs }: FindDistrictQuery,
  ): Promise<DistrictOfPlaceView> {
    const found = await this.districts.ofPlace(toWgs84({ lng, lat }, crs), at);
    return {
      name: found?.name ?? null,
      districtId: found?.districtId ?? null,
      version: found?.version ?? null,
      at: at.toISOString(),
    };
  }

  @Post()
  @Needs('districts.decide')
  @SerializeOptions({ schema: districtView })
  async decide(
    @Scope() scope: AccessScope,
    @Body({ schema: decideDistrictRequest }) body: DecideDistrictRequest,
  ): Promise<DistrictView> {
    return this.decided(scope, null, body);
  }

  @Post(':id/versions')
  @Needs('districts.decide')
  @SerializeOptions({ schema: districtView })
  async decideAgain(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decideDistrictRequest }) body: DecideDistrictRequest,
  ): Promise<DistrictView> {
    return this.decided(scope, id as DistrictId, body);
  }

  private async decided(
    scope: AccessScope,
    id: DistrictId | null,
    body: DecideDistrictRequest,
  ): Promise<DistrictView> {
    const version = await this.decideDistrict.decide(scope, id, body);
    const plantNames = await this.districts.plantNamesIn(scope, [version]);
    return toDistrictView(version, plantNames.get(version.id) ?? []);
  }
}
