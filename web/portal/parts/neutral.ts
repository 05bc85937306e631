import type { Branding } from '../../../app/portal/views/branding.ts';

/** Of pages whose reader is not known yet, where a deployment serves several vendors: it names none of them. */
const neutral: Branding = {
  name: '',
  email: '',
  website: '',
  address: [],
  country: '',
  taxName: null,
  taxNumber: null,
  branding: {
    light: { accent: '#1f5fbf', onAccent: '#ffffff' },
    dark: { accent: '#8ab8f5', onAccent: '#0a1c36' },
    logo: null,
  },
};

/** How pages look before anybody knows who reads them: as their vendor's, where there is one only. */
export function brandingAtTheDoor(vendors: readonly Branding[]): Branding {
  const [first, ...others] = vendors;
  return first !== undefined && others.every(({ name }) => name === first.name) ? first : neutral;
}
