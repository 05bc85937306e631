import type { Field } from '../actions/action.ts';

interface FieldInputProps {
  readonly field: Field;
  /** What was given before; unset at first. */
  readonly given: readonly string[] | undefined;
  readonly mistake: string | undefined;
}

/** A field with its label and hint, and what is wrong with it. */
export function FieldInput({ field, given, mistake }: FieldInputProps) {
  const { name, label, hint, type } = field;
  const id = `field-${name}`;
  const notes = [
    hint === undefined ? undefined : `${id}-hint`,
    mistake === undefined ? undefined : `${id}-mistake`,
  ];
  const described = notes.filter((note) => note !== undefined).join(' ');
  const common = {
    id,
    name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': mistake === undefined ? undefined : ('true' as const),
  };
  return (
    <div class="field">
      {type === 'choices' ? null : <label for={id}>{label}</label>}
      <Control field={field} given={given} common={common} />
      {hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {mistake === undefined ? null : (
        <span class="mistake" id={`${id}-mistake`}>
          {mistake}
        </span>
      )}
    </div>
  );
}

interface ControlProps extends Pick<FieldInputProps, 'field' | 'given'> {
  readonly common: Readonly<Record<string, string | undefined>>;
}

function Control({ field, given, common }: ControlProps) {
  const { type, choices = [], initial = '', required, label } = field;
  const value = given === undefined ? initial : (given[0] ?? '');
  switch (type) {
    case 'line':
      return <input {...common} value={value} autocomplete="off" />;
    case 'amount':
    case 'number':
      return <input {...common} value={value} inputmode="decimal" autocomplete="off" />;
    case 'date':
      return <input {...common} type="date" value={value} />;
    case 'lines':
    case 'modules':
      return <textarea {...common}>{value}</textarea>;
    case 'yes':
      return <input {...common} type="checkbox" value="yes" checked={value === 'yes'} />;
    case 'choice':
      return (
        <select {...common}>
          {required === true ? null : <option value=""></option>}
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    case 'choices':
      return (
        <fieldset>
          <legend>{label}</legend>
          {choices.map((choice, index) => (
            <label for={`${common['id'] ?? ''}-${index}`} class="choice">
              <input
                type="checkbox"
                id={`${common['id'] ?? ''}-${index}`}
                name={common['name']}
                value={choice.value}
                checked={given?.includes(choice.value)}
              />
              {choice.label}
            </label>
          ))}
        </fieldset>
      );
  }
}
