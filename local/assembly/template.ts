import * as z from 'zod';

const values = z.record(z.string(), z.unknown());

const resource = z.looseObject({
  Type: z.string(),
  Properties: values.default({}),
  Condition: z.string().optional(),
});

const output = z.looseObject({
  Value: z.unknown(),
  Export: z.looseObject({ Name: z.unknown() }).optional(),
  Condition: z.string().optional(),
});

const template = z.looseObject({
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z.record(z.string(), output).default({}),
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown() })).default({}),
  Conditions: values.default({}),
  Mappings: z.record(z.string(), z.record(z.string(), values)).default({}),
});

/** The sections of a CloudFormation template that matter to the embedded cloud. */
export type Template = z.infer<typeof template>;

/** One entry of a template's Resources. */
export type TemplateResource = z.infer<typeof resource>;

/** Checks the form of a template. Throws a ZodError that names the member at fault. */
export function parseTemplate(json: unknown): Template {
  return template.parse(json);
}
