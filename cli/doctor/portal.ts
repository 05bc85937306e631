import type { PortalAnswer } from '../../client/inspection/portal-answer.ts';
import { failing, type Finding, passed } from './finding.ts';

const check = "customer's page";

/** Whether customers reach their page by its name, over TLS, and get an answer. @param address without a slash at its end */
export function checkPortal(address: string, answer: PortalAnswer): Finding {
  if ('problem' in answer) return unreached(address, answer);
  const { status } = answer;
  if (status === 200) return passed(check, `${address} answers`);
  if (status === 429) {
    const remedy =
      'look at the graph "HTTP APIs: requests" of the dashboard: the API takes 50 requests a second and answers the rest with 429';
    return failing(check, `${address} is throttled: it takes no more requests now`, remedy);
  }
  const remedy =
    status >= 500 ? 'see "Step failing" in docs/runbook.md' : 'deploy with `npx cdk deploy --all`';
  return failing(check, `${address}/sign-in answers with status ${status}`, remedy);
}

function unreached(
  address: string,
  { problem, code = '' }: Extract<PortalAnswer, { problem: string }>,
): Finding {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const remedy =
      'publish the record of the output NextStepPublishRecordOfPortal, or check the domain of `portal` in perennial.config.ts';
    return failing(check, `${new URL(address).host} is not found in DNS`, remedy);
  }
  if (/^ERR_TLS|CERT/.test(code)) {
    const remedy =
      'have the certificate of `portal` in perennial.config.ts name the domain and be issued in ACM';
    return failing(check, `${address} has no valid certificate: ${problem}`, remedy);
  }
  return failing(check, `${address} does not answer: ${problem}`, 'check again from another network');
}
