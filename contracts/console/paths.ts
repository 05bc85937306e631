/** The paths by which people come into the deployed console and leave it. */
export const signInPaths = {
  /** Begins a sign-in; `to` is where it leads to in the end. */
  begin: '/sign-in',
  /** Where the sign-in service sends the browser back to: to be registered there. */
  back: '/sign-in/back',
  /** Takes the token, behind the gateway's JWT authoriser. */
  session: '/sign-in/session',
  leave: '/sign-out',
} as const;
