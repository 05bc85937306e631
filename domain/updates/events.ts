import * as z from 'zod/mini';
import { event } from '../licence/event.ts';
import { versionSchema } from './version.ts';

export const updateActivities = [
  'announce-update',
  'request-password',
  'leave-announcements',
  'join-announcements',
] as const;

const updateFields = { product: z.string(), version: versionSchema };

export const updateEvents = () =>
  [
    /** `entitled`: whether the customer may have it. */
    event('UpdateAnnounced', { ...updateFields, entitled: z.boolean() }),
    event('UpdateNotAnnounced', updateFields),
    /** The password itself is never in an event. */
    event('UpdatePasswordGiven', updateFields),
    event('UpdatePasswordRefused', updateFields),
    event('AnnouncementsLeft', {}),
    event('AnnouncementsJoined', {}),
  ] as const;

export type UpdateEvent = z.infer<ReturnType<typeof updateEvents>[number]>;
