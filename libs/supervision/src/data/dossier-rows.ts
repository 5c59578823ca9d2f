import type { PlateColor, RecentViolationKind, TrainingKind } from '@tongyun/contracts';
import type { Enterprise } from '@tongyun/fleet';
import type { PolygonArea } from '@tongyun/geo';
import type { DailyHours, PassRouteFact, VehicleKind } from '@tongyun/permission';

interface NamedEnterprise {
  readonly name: string;
  readonly credit_grade: Enterprise['creditGrade'];
  readonly is_barred: boolean;
}

/** What the database function `roadside_dossiers` gives of one vehicle; instants are ISO 8601. */
export interface DossierRow {
  readonly vehicle: {
    readonly id: string;
    readonly kind: VehicleKind;
    readonly plate_no: string | null;
    readonly plate_color: PlateColor | null;
    readonly owner_name: string | null;
    readonly owner_enterprise_id: string | null;
    readonly is_provisional: boolean;
    readonly emission_class: string | null;
    readonly drum_capacity_m3: number | null;
    readonly boom_length_m: number | null;
  };
  readonly owner: NamedEnterprise | null;
  /** Who uses it by an agreement in force, where no enterprise of the city owns it. */
  readonly user: NamedEnterprise | null;
  readonly registration_state: string | null;
  readonly passes: readonly {
    readonly pass_no: string;
    readonly zone_ids: readonly string[];
    readonly hours: readonly DailyHours[];
    readonly valid_from: string;
    readonly valid_to: string;
    readonly state: 'pending' | 'valid' | 'suspended' | 'revoked';
    readonly leave_by: string | null;
    readonly tolerated_to: string | null;
    readonly routes: readonly PassRouteFact[];
  }[];
  readonly uses: readonly {
    readonly enterprise_id: string;
    readonly kind: string;
    readonly valid_from: string;
    readonly valid_to: string | null;
  }[];
  readonly open_alerts: number;
  readonly violations: {
    readonly count: number;
    readonly newest: readonly {
      readonly kind: RecentViolationKind;
      readonly at: string;
      readonly ended_at: string | null;
    }[];
  };
  readonly last_position: {
    readonly lng: number;
    readonly lat: number;
    readonly fix_at: string;
  } | null;
  readonly driver: {
    readonly id: string;
    readonly name: string;
    readonly trainings: readonly {
      readonly kind: TrainingKind;
      readonly has_passed: boolean;
      readonly passed_on: string;
      readonly expires_on: string;
    }[];
  } | null;
  readonly trip: TripRow | null;
}

export interface TripRow {
  readonly enterprise_id: string;
  readonly is_enterprise_barred: boolean;
  readonly order_no: string;
  readonly grade: string;
  readonly retarder_min: number | null;
  readonly plant_name: string;
  readonly site_name: string;
  readonly stage: string;
  readonly planned_m3: number;
  readonly batched_m3: number | null;
  readonly batched_at: string | null;
  readonly left_plant_at: string | null;
  readonly arrived_at: string | null;
  readonly unload_start_at: string | null;
  readonly unload_end_at: string | null;
  readonly ended_at: string | null;
  readonly plant_lng: number;
  readonly plant_lat: number;
  readonly site_lng: number;
  readonly site_lat: number;
  readonly range: { readonly radius_m: number | null; readonly area: PolygonArea | null } | null;
}
