import type { FaceName, Weight } from '../fonts/faces.ts';
import type { HanForm } from './han-form.ts';
import { hasGlyph } from './shape.ts';

/** Where Han characters are looked for: first in the face of their form, then in those that are nearest to it. */
const hanFaces: Readonly<Record<HanForm, readonly FaceName[]>> = {
  japanese: ['japanese', 'traditional', 'simplified'],
  simplified: ['simplified', 'traditional', 'japanese'],
  traditional: ['traditional', 'japanese', 'simplified'],
};

const scripts: readonly (readonly [FaceName, RegExp])[] = [
  ['arabic', /\p{Script_Extensions=Arabic}/u],
  ['armenian', /\p{Script_Extensions=Armenian}/u],
  ['bengali', /\p{Script_Extensions=Bengali}/u],
  ['canadian', /\p{Script_Extensions=Canadian_Aboriginal}/u],
  ['cherokee', /\p{Script_Extensions=Cherokee}/u],
  ['devanagari', /\p{Script_Extensions=Devanagari}/u],
  ['ethiopic', /\p{Script_Extensions=Ethiopic}/u],
  ['georgian', /\p{Script_Extensions=Georgian}/u],
  ['gujarati', /\p{Script_Extensions=Gujarati}/u],
  ['gurmukhi', /\p{Script_Extensions=Gurmukhi}/u],
  ['hebrew', /\p{Script_Extensions=Hebrew}/u],
  ['kannada', /\p{Script_Extensions=Kannada}/u],
  ['khmer', /\p{Script_Extensions=Khmer}/u],
  ['lao', /\p{Script_Extensions=Lao}/u],
  ['malayalam', /\p{Script_Extensions=Malayalam}/u],
  ['myanmar', /\p{Script_Extensions=Myanmar}/u],
  ['nko', /\p{Script_Extensions=Nko}/u],
  ['oriya', /\p{Script_Extensions=Oriya}/u],
  ['sinhala', /\p{Script_Extensions=Sinhala}/u],
  ['syriac', /\p{Script_Extensions=Syriac}/u],
  ['tamil', /\p{Script_Extensions=Tamil}/u],
  ['telugu', /\p{Script_Extensions=Telugu}/u],
  ['thaana', /\p{Script_Extensions=Thaana}/u],
  ['thai', /\p{Script_Extensions=Thai}/u],
  ['tibetan', /\p{Script_Extensions=Tibetan}/u],
  ['tifinagh', /\p{Script_Extensions=Tifinagh}/u],
  ['korean', /\p{Script_Extensions=Hangul}/u],
];

/** Han characters, kana, and the signs and wide letters that go with them. */
const eastAsian = /\p{Script=Han}|[\u2e80-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;
const pictorial = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3/u;
/** Join or vary neighbouring characters, and need no glyph: joiners, variation selectors, tags of flags. */
const invisible = /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/gu;

/**
 * The first face that has all of a written character; undefined where none has. A character that several scripts share
 * stays in the face of what stands before it.
 */
export function faceFor(
  character: string,
  weight: Weight,
  han: HanForm,
  before: FaceName | undefined,
): FaceName | undefined {
  const visible = character.replace(invisible, '');
  return candidates(character, weight, han, before).find((name) => hasAll(name, visible));
}

function candidates(
  character: string,
  weight: Weight,
  han: HanForm,
  before: FaceName | undefined,
): readonly FaceName[] {
  const ofScript = scripts.filter(([, script]) => script.test(character)).map(([name]) => name);
  const shared = before !== undefined && ofScript.includes(before) ? [before] : [];
  return [
    ...(pictorial.test(character) ? (['emoji'] as const) : []),
    weight,
    ...shared,
    ...ofScript,
    ...(eastAsian.test(character) ? hanFaces[han] : []),
    'symbols',
    'shapes',
    'emoji',
  ];
}

function hasAll(name: FaceName, characters: string): boolean {
  return Array.from(characters).every((character) => hasGlyph(name, character));
}
