import { licencePath } from '../../parts/paths.ts';
import type { ConsoleContext } from '../../context.ts';
import { Notice } from '../../parts/notice.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import type { About, Action, Field } from '../actions/action.ts';
import type { Given } from '../actions/read-form.ts';
import { FieldInput } from './field-input.tsx';

/** The day of a change, which every action has. */
export const dayField: Field = {
  name: 'on',
  label: 'Dated',
  hint: 'Empty: today. An earlier day is possible after the last event of the licence.',
  type: 'date',
};

interface FormPageProps {
  readonly c: ConsoleContext;
  readonly about: About;
  readonly action: Action;
  /** Path that the form is posted to. */
  readonly path: string;
  readonly given: Given | undefined;
  /** By the names of fields; under an empty name for the whole. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** The fields of an action. Nothing is done before it was shown what will happen. */
export function FormPage({ c, about, action, path, given, mistakes }: FormPageProps) {
  const { licenceId } = about.licence.facts;
  const fields = [...(action.fields?.(about) ?? []), dayField];
  const known = new Set(fields.map(({ name }) => name));
  const others = Object.entries(mistakes).filter(([name]) => !known.has(name));
  return (
    <>
      <p>{action.says}</p>
      {others.map(([, mistake]) => (
        <Notice kind="error">{mistake}</Notice>
      ))}
      <PostForm c={c} action={path} class="confirm">
        {fields.map((field) => (
          <FieldInput
            field={field}
            given={given === undefined ? undefined : (given[field.name] ?? [])}
            mistake={mistakes[field.name]}
          />
        ))}
        <p class="buttons">
          <button type="submit" class="primary">
            Show what will happen
          </button>
          <a class="button" href={licencePath(licenceId)}>
            Back to the licence
          </a>
        </p>
      </PostForm>
    </>
  );
}
