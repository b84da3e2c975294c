import type { Invocations } from '../functions/invocations.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { SesEvent } from './ses-events.ts';

/**
 * Gives an event of SES to the functions that the topic of its configuration set calls. SNS invokes them asynchronously:
 * an event on which one fails is Lambda's to try again. The first attempt is waited for, because the start of a system
 * waits for it: until an email is known to be sent, it would be sent again.
 */
export async function publish(event: SesEvent, template: LocalTemplate, invocations: Invocations): Promise<void> {
  const kind = event.eventType.toLowerCase();
  const [set] = event.mail.tags['ses:configuration-set'] ?? [];
  const destinations = template.configurationSets.find(({ name }) => name === set)?.destinations ?? [];
  for (const { topic, events } of destinations) {
    if (!events.some((wanted) => wanted.toLowerCase() === kind)) continue;
    for (const called of template.topics.find(({ arn }) => arn === topic)?.functions ?? []) {
      const record = {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        Sns: { Message: JSON.stringify(event), TopicArn: topic },
      };
      await invocations.add(called, { Records: [record] }).attempted;
    }
  }
}
