import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../rules/permissions.js';

export const NEEDED_PERMISSION = Symbol('NeededPermission');
export const IS_PUBLIC = Symbol('IsPublic');

/** The permission that a route or socket command asks for. */
export const Needs = (permission: Permission) => SetMetadata(NEEDED_PERMISSION, permission);

/** Open to callers who are not signed in. A route with neither `Needs` nor `Public` is refused. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
