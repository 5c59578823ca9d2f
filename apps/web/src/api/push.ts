import {
  type EndPushSubscriptionRequest,
  pushKeyView,
  type PushSubscriptionRequest,
} from '@tongyun/contracts';
import { z } from 'zod';
import { api } from './client.js';

export const getPushKey = () => api.get('driver/push/key', pushKeyView);
export const beginPush = (request: PushSubscriptionRequest) =>
  api.post('driver/push/subscriptions', request, z.unknown());
export const endPush = (request: EndPushSubscriptionRequest) =>
  api.post('driver/push/subscriptions/end', request, z.unknown());
