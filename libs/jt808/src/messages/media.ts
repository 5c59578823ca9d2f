import { readDword } from '../bytes.js';
import { decodeLocationReport, type LocationReport, POSITION_BYTES } from './location-report.js';

/** What a terminal says of a picture, a sound or a video (JT/T 808-2019, table 80). */
export interface MediaEvent {
  readonly mediaId: number;
  /** 0 picture, 1 sound, 2 video. */
  readonly mediaType: number;
  /** 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV. */
  readonly mediaFormat: number;
  /** Why it was taken: 0 asked by the platform, 1 by time, 2 robbery, 3 collision … */
  readonly eventCode: number;
  readonly channelId: number;
}

/** 0x0800: something was recorded (8.50). */
export interface MediaTaken extends MediaEvent {
  readonly kind: 'media_taken';
}

/** 0x0801: the recording itself (8.51). */
export interface MediaUpload extends MediaEvent {
  readonly kind: 'media_upload';
  readonly report: LocationReport;
  readonly content: Uint8Array;
}

const EVENT_BYTES = 8;

const readEvent = (body: Uint8Array): MediaEvent => ({
  mediaId: readDword(body, 0),
  mediaType: body[4]!,
  mediaFormat: body[5]!,
  eventCode: body[6]!,
  channelId: body[7]!,
});

/** Reads what was recorded; null when the eight bytes are not there. */
export const decodeMediaTaken = (body: Uint8Array): MediaTaken | null =>
  body.length < EVENT_BYTES ? null : { kind: 'media_taken', ...readEvent(body) };

/** Reads a recording; null when its event and the 28 bytes of its position are not there. */
export function decodeMediaUpload(body: Uint8Array): MediaUpload | null {
  const contentAt = EVENT_BYTES + POSITION_BYTES;
  const report = decodeLocationReport(body, EVENT_BYTES, Math.min(contentAt, body.length));
  if (!report) return null;
  return { kind: 'media_upload', ...readEvent(body), report, content: body.slice(contentAt) };
}
