import * as z from 'zod';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

const anything = z.custom<Json>();

/** Parses JSON text. Throws SyntaxError when it is not JSON. */
export function parseJson(text: string): Json {
  return anything.parse(JSON.parse(text));
}

/** Whether a value is an object that is not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
