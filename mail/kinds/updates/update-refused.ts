import { deniedUpdate } from '../../letter/denied-update.ts';
import { defineKind } from '../kind.ts';

/** No password for an update: why. */
export const updateRefused = defineKind({
  name: 'update-refused',
  calledBy: (event) => (event.type === 'UpdatePasswordRefused' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, event) => deniedUpdate(material, event, material.localiser.words.updateRefused, []),
});
