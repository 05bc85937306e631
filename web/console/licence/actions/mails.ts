import type { Action } from './action.ts';

const scope = {
  name: 'scope',
  label: 'For',
  type: 'choice',
  required: true,
  choices: [
    { value: 'licence', label: 'this licence' },
    { value: 'customer', label: "all of the customer's licences" },
  ],
} as const;

export const stopMails: Action = {
  title: 'Stop reminders, offers and news',
  says: 'Bills and contractual notices continue.',
  group: 'Mails',
  fields: () => [scope],
  command: (values) => ({ ...values, by: 'operator' }),
  trial: () => ({ activity: 'stop-mails', by: 'operator', scope: 'licence' }),
};

export const resumeMails: Action = {
  title: 'Resume reminders, offers and news',
  says: 'They go out again.',
  group: 'Mails',
  fields: () => [scope],
  trial: () => ({ activity: 'resume-mails', scope: 'licence' }),
};

export const leaveAnnouncements: Action = {
  title: 'Stop announcements of updates',
  says: 'The customer leaves the list of announcements.',
  group: 'Updates',
};

export const joinAnnouncements: Action = {
  title: 'Resume announcements of updates',
  says: 'The customer joins the list of announcements.',
  group: 'Updates',
};

export const requestPassword: Action = {
  title: 'Give the password of an update',
  says: 'A covered customer gets the password by mail. Otherwise the request is recorded as refused.',
  group: 'Updates',
  fields: ({ versions }) => [
    {
      name: 'version',
      label: 'Version',
      type: 'choice',
      required: true,
      choices: versions.toReversed().map((version) => ({ value: version, label: version })),
    },
  ],
  trial: ({ versions }) => {
    const version = versions.at(-1);
    return version === undefined ? 'no update is published' : { activity: 'request-password', version };
  },
};
