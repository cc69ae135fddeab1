import { fold } from './fold.ts';

/** An international body with every name that stands for it in news. Hand-written from general knowledge. */
export interface Organisation {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const named: Readonly<Record<string, readonly string[]>> = {
  'United Nations': ['UN', 'U.N.', 'United Nations Organization', 'UNO'],
  'UN Security Council': ['United Nations Security Council', 'Security Council', 'UNSC'],
  'European Union': ['EU', 'E.U.', 'Brussels', 'European bloc'],
  'European Commission': ['EC'],
  'European Parliament': ['MEPs'],
  NATO: ['North Atlantic Treaty Organization', 'North Atlantic Treaty Organisation', 'Nato', 'North Atlantic Alliance'],
  'African Union': ['AU'],
  'Arab League': ['League of Arab States'],
  ASEAN: ['Association of Southeast Asian Nations'],
  'Gulf Cooperation Council': ['GCC'],
  'Organization of American States': ['OAS', 'Organisation of American States'],
  'Lima Group': [],
  'Non-Aligned Movement': ['NAM'],
  OPEC: ['Organization of the Petroleum Exporting Countries', 'Opec'],
  'International Monetary Fund': ['IMF'],
  'World Bank': [],
  'World Health Organization': ['WHO', 'World Health Organisation'],
  'World Trade Organization': ['WTO', 'World Trade Organisation'],
  'International Atomic Energy Agency': ['IAEA', 'UN nuclear watchdog'],
  'International Criminal Court': ['ICC'],
  'International Court of Justice': ['ICJ', 'World Court'],
  'Red Cross': ['ICRC', 'International Committee of the Red Cross'],
  'Amnesty International': ['Amnesty'],
  'Human Rights Watch': ['HRW'],
  Hamas: ['Islamic Resistance Movement'],
  Hezbollah: ['Hizbollah', 'Hizbullah'],
  Taliban: ['Taleban'],
  'Islamic State': ['ISIS', 'ISIL', 'Daesh'],
  Houthis: ['Houthi', 'Ansar Allah'],
};

export const organisations: readonly Organisation[] = Object.entries(named).map(([name, aliases]) => ({
  key: `body:${fold(name).replace(/[^\p{L}\p{N}]+/gu, '-')}`,
  name,
  aliases: [name, ...aliases],
}));

const byAlias = new Map(organisations.flatMap((body) => body.aliases.map((alias) => [fold(alias), body] as const)));

/** The international body that a typed or printed name stands for as a whole, or null. */
export function organisationNamed(typed: string): Organisation | null {
  return byAlias.get(fold(typed).replace(/^the /, '')) ?? null;
}
