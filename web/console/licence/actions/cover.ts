import type { Action } from './action.ts';

export const cancel: Action = {
  title: 'Cancel renewal',
  says: 'Cover continues to the end of the term. The next term does not start.',
  group: 'Cover',
};

export const resume: Action = {
  title: 'Resume renewal',
  says: 'The cancellation is withdrawn.',
  group: 'Cover',
};

export const activate: Action = {
  title: 'Record the activation',
  says: 'The activation code was e-mailed: the first term starts.',
  group: 'Cover',
};

export const install: Action = {
  title: 'Record the installation',
  says: 'The software was installed: the first term starts.',
  group: 'Cover',
};

export const deactivate: Action = {
  title: 'Deactivate the subscription',
  says: 'The subscription ends today. Nothing brings it back.',
  group: 'Cover',
  isFinal: true,
};

export const align: Action = {
  title: 'Align the next term',
  says: 'The next term ends on a day of the year of your choice, and is charged by days.',
  group: 'Cover',
  fields: () => [
    {
      name: 'to',
      label: 'Day of the year',
      hint: 'Month and day, such as 06-30.',
      type: 'line',
      required: true,
    },
  ],
  trial: () => ({ activity: 'align', to: '06-30' }),
};

export const askTerm: Action = {
  title: 'Mail how long the plan runs',
  says: 'The customer gets a mail with the current term.',
  group: 'Mails',
};
