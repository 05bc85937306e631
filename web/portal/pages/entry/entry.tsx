import type { Child } from 'hono/jsx';
import { Field } from '../../parts/form.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { Go, Note } from '../../parts/pieces.tsx';

interface EntryPageProps {
  readonly frame: Frame;
}

interface SignInPageProps extends EntryPageProps {
  /** `ended`: the reader's session. `saved`: the reader's details, without the address that it came by. */
  readonly after?: 'ended' | 'saved' | undefined;
  readonly children?: Child;
}

/** Asks for an address to send a link to. */
export function SignInPage({ frame, after, children }: SignInPageProps) {
  const { signIn: words, ended, saved } = frame.say.entry;
  return (
    <Layout frame={frame} title={words.title}>
      {children}
      {after !== undefined && (
        <Note tone={after === 'saved' ? 'good' : 'warn'}>
          <p>{after === 'saved' ? saved : ended.note}</p>
        </Note>
      )}
      <p class="lead">{words.lead}</p>
      <AddressForm frame={frame} isFirst />
    </Layout>
  );
}

function AddressForm({ frame, isFirst }: EntryPageProps & { readonly isFirst: boolean }) {
  const words = frame.say.entry.signIn;
  return (
    <form method="post" action="/sign-in">
      <Field
        name="address"
        label={words.email}
        hint={words.hint}
        type="email"
        autocomplete="email"
        required
      />
      <p class="do">
        <button class={isFirst ? 'button' : 'button second'} type="submit">
          {words.send}
        </button>
      </p>
    </form>
  );
}

/** The answer is the same whether the address is on file or not. */
export function LinkSentPage({ frame }: EntryPageProps) {
  const words = frame.say.entry.sent;
  return (
    <Layout frame={frame} title={words.title}>
      <p class="lead">{words.lead}</p>
      <p>{words.hint}</p>
      <p class="do">
        <Go to="/sign-in" second>
          {words.again}
        </Go>
      </p>
    </Layout>
  );
}

/** Offers a new link in place of one that has expired. */
export function ExpiredPage({ frame, token }: EntryPageProps & { readonly token: string }) {
  const words = frame.say.entry.expired;
  return (
    <Layout frame={frame} title={words.title}>
      <p class="lead">{words.lead}</p>
      <form method="post" action="/in">
        <input type="hidden" name="token" value={token} />
        <p class="do">
          <button class="button" type="submit">
            {words.send}
          </button>
          <Go to="/sign-in" second>
            {words.other}
          </Go>
        </p>
      </form>
    </Layout>
  );
}

/** A link that is not valid: a new one can be asked for. */
export function InvalidLinkPage({ frame }: EntryPageProps) {
  const words = frame.say.entry.invalid;
  return (
    <Layout frame={frame} title={words.title}>
      <p class="lead">{words.lead}</p>
      <AddressForm frame={frame} isFirst />
    </Layout>
  );
}

export function SignedOutPage({ frame }: EntryPageProps) {
  const { say } = frame;
  return (
    <SignInPage frame={frame}>
      <Note tone="good">
        <p>{say.entry.signedOut}</p>
      </Note>
    </SignInPage>
  );
}

/** A form that was sent after its session had ended: nothing was done. */
export function EndedPage({ frame }: EntryPageProps) {
  const words = frame.say.entry.ended;
  return (
    <Layout frame={frame} title={words.title}>
      <p class="lead">{words.lead}</p>
      <p>{words.then}</p>
      <AddressForm frame={frame} isFirst />
    </Layout>
  );
}
