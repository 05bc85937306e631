import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** Its rules are the same for all pages. Resolving them takes as long as checking a page. */
class ResolvedOnce extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(...page: Parameters<StaticConfigLoader['getConfigFor']>) {
    return (this.#resolved ??= super.getConfigFor(...page));
  }
}

const rules = new ResolvedOnce({
  elements: ['html5'],
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off', // webmail drops the sheet in the head
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-conditional-comment': 'off', // Outlook for Windows reads them
    'long-title': 'off', // it is the subject
  },
});
const validator = new HtmlValidate(rules);

/** What a validator finds wrong with a page: valid HTML that a screen reader can follow has nothing. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
