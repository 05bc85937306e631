/**
 * Gets the token from the sign-in service, by the code that it sent, and gives it to the gateway, which verifies it. The token
 * stays in this function: it is kept nowhere.
 */
export const signInScript = `
const data = document.getElementById('sign-in').dataset;
const say = (text) => {
  document.querySelector('h1').textContent = document.title = 'You are not signed in';
  document.getElementById('says').textContent = text;
};
const form = new URLSearchParams({
  grant_type: 'authorization_code', code: data.code, redirect_uri: data.redirect, client_id: data.client, code_verifier: data.verifier,
});
async function signIn() {
  history.replaceState(null, '', location.pathname);
  const exchanged = await fetch(data.endpoint, { method: 'POST', body: form, credentials: 'omit', redirect: 'error' });
  const { id_token: token } = await exchanged.json();
  if (!token) return say('The sign-in service gave no token. Start again.');
  const admitted = await fetch(data.session, { method: 'POST', headers: { authorization: 'Bearer ' + token } });
  if (admitted.status === 401) return say('The token is not valid here. Ask the administrator of the console to check issuer and client id.');
  const { to, why } = await admitted.json();
  if (to) location.replace(to); else say(why ?? 'That did not work. Start again.');
}
signIn().catch(() => say('The sign-in service did not answer this page. Ask the administrator to allow the address of the console there.'));
`;
