import type { Concern } from '#domain/committee.ts';
import type { Words } from './index.ts';

/** What a coordinator may want to look at, as sentences. */
export function concernWords(concern: Concern, { concerns }: Words): string {
  switch (concern.kind) {
    case 'few-members':
      return concerns.fewMembers(concern);
    case 'fewer-than-quorum':
      return concerns.fewerThanQuorum(concern);
    case 'is-invited':
      return concerns.isInvited(concern);
    case 'same-department':
      return concerns.sameDepartment(concern);
    case 'same-location':
      return concerns.sameLocation(concern);
    case 'report-unread':
      return concerns.reportUnread({ address: '/v1/cohorts/{id}/report' });
  }
}
