import { sheetPath } from '../look/assets.ts';

interface HeadProps {
  readonly title: string;
  /** The path of the page's script, where it has one. */
  readonly script?: string | undefined;
}

/** The head of every page of the console. */
export function Head({ title, script }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Perennial`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={sheetPath} />
      {script === undefined ? null : <script src={script} defer />}
    </head>
  );
}
