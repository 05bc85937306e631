import * as z from 'zod/mini';
import { filledSchema } from '../../domain/values/filled.ts';

const group = z.string().check(z.trim(), z.minLength(1, 'expected the value of a group or a role'));

/** How people sign in to the deployed console, by the company's own sign-in service (OpenID Connect). */
export const consoleSignInSchema = z.strictObject({
  /** The issuer, letter by letter as its tokens state it. */
  issuer: z
    .string()
    .check(
      z.regex(
        /^(https:\/\/[^\s?#]+|http:\/\/(127\.0\.0\.1|localhost):\d+)$/,
        'expected the issuer as its tokens state it, such as https://login.vendor.example/tenant',
      ),
    ),
  /** The id of the console at the issuer: a public client with the address of the console and PKCE. Tokens are for it. */
  clientId: z.string().check(z.minLength(1, 'expected the id that the sign-in service gave the console')),
  /** The claim that says who a person is: it is recorded with what the person does. */
  person: z._default(filledSchema, 'email'),
  /** The claim that lists what a person may do, and which of its values mean which role. */
  roles: z.strictObject({
    claim: z._default(filledSchema, 'groups'),
    reader: z._default(z.array(group), []),
    operator: z.array(group).check(z.minLength(1, 'expected one group or more whose people may act')),
  }),
});

export type ConsoleSignIn = Readonly<z.infer<typeof consoleSignInSchema>>;
