import type { CatalogHead, Channel, Procedure } from './procedure.js';

/** A value of JSON-LD; absent members are left out when it is written. */
type Json = string | number | undefined | readonly Json[] | { readonly [member: string]: Json };

/**
 * A procedure as schema.org `GovernmentService`, for search engines. Only what the record says: a fee that
 * nobody knows, or a time limit (for which schema.org has no member), is not there.
 * @param address of the page that shows the procedure
 * @param channelNames names of the ways to file
 */
export function serviceSchema(
  procedure: Procedure,
  head: Pick<CatalogHead, 'place'>,
  address: string | undefined,
  channelNames: Readonly<Record<Channel, string>>,
): Json {
  const agency = procedure.receivingAgency ?? procedure.competentAgency;
  const fees = [...(procedure.fees ?? []), ...procedure.filing.flatMap((filing) => filing.fees ?? [])];
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: procedure.name,
    alternateName: listed(procedure.plainNames),
    identifier: procedure.code,
    serviceType: procedure.field,
    url: address,
    isBasedOn: procedure.source?.url,
    areaServed: head.place,
    provider: agency ? { '@type': 'GovernmentOrganization', name: agency } : undefined,
    audience: listed(procedure.audienceWords.map((audienceType) => ({ '@type': 'Audience', audienceType }))),
    availableChannel: listed(
      procedure.filing.map(({ channel }) => ({
        '@type': 'ServiceChannel',
        name: channelNames[channel],
        serviceUrl: channel === 'online' ? procedure.applyUrl : undefined,
      })),
    ),
    offers: listed(
      fees.flatMap((fee) =>
        fee.kind === 'known' || fee.kind === 'free'
          ? [
              {
                '@type': 'Offer',
                price: fee.kind === 'free' ? 0 : fee.amount,
                priceCurrency: fee.currency,
                description: fee.published,
              },
            ]
          : [],
      ),
    ),
    serviceOutput: listed(procedure.results.map((name) => ({ '@type': 'Thing', name }))),
  };
}

const listed = <Item extends Json>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined;
