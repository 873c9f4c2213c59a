/** Messages to a person, and what may leave the office because of them: asked online. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';

export const MessageRow = z.object({
  id: Id,
  kind: text(60),
  /** Says nothing of whom or where. */
  title: text(60),
  text: text(1400),
  /** A path of the app. */
  link: text(200),
  at: Instant,
  read: z.boolean(),
});
export type MessageRow = z.infer<typeof MessageRow>;

/** Newest first; a full page may have another one behind it. */
export const MessageList = z.object({ messages: z.array(MessageRow), unread: z.int() });
export type MessageList = z.infer<typeof MessageList>;

/** What was read; null for all. */
export const MessagesRead = z.object({ ids: z.nullable(z.array(Id).check(z.maxLength(500))) });
export const Unread = z.object({ unread: z.int() });

/** Whether this office lets web push out, and by which key a browser is to be asked. */
export const PushOffer = z.object({ allowed: z.boolean(), key: text(200) });
export type PushOffer = z.infer<typeof PushOffer>;

/** As a browser describes one device of one person. */
export const PushDevice = z.object({
  endpoint: z.string().check(z.minLength(1), z.maxLength(1000)),
  p256dh: z.string().check(z.regex(/^[\w-]{80,100}=*$/)),
  auth: z.string().check(z.regex(/^[\w-]{16,40}=*$/)),
});
export const PushForget = z.object({ endpoint: z.string().check(z.maxLength(1000)) });
export const Done = z.object({ done: z.literal(true) });

export const HOOK_STATES = ['waiting', 'sent', 'dead'] as const;

export const HookItem = z.object({
  id: Id,
  kind: text(60),
  madeAt: Instant,
  state: z.enum(HOOK_STATES),
  tries: z.int(),
  /** When it goes next, while it waits. */
  nextAt: Instant,
  error: text(300),
});
export type HookItem = z.infer<typeof HookItem>;

export const OutletAnswer = z.object({
  pushAllowed: z.boolean(),
  pushDevices: z.int(),
  hookOn: z.boolean(),
  hookUrl: text(500),
  /** A secret is shown once, when it is made. */
  hasSecret: z.boolean(),
  /** What waits or was put aside, and the last ones that were taken. */
  items: z.array(HookItem),
});
export type OutletAnswer = z.infer<typeof OutletAnswer>;

export const OutletPatch = z.object({
  pushAllowed: z.optional(z.boolean()),
  hookOn: z.optional(z.boolean()),
  hookUrl: z.optional(text(500)),
});
export type OutletPatch = z.infer<typeof OutletPatch>;

export const SecretMade = z.object({ secret: text(100) });
/** Of a trial call: empty where it was taken. */
export const HookTried = z.object({ error: text(300) });
