/**
 * Whom people can turn to in each Land: the data protection authority, and the body that enforces accessible websites
 * (Directive (EU) 2016/2102, Art. 9). Names without the sex of whoever holds the office today.
 */
type Authority = { name: string; url: string }
export type LandAuthorities = { dataProtection: Authority; accessibility: Authority }

/** Kept up to date by the Hessian competence centre for accessible IT, for all Länder. */
export const ENFORCEMENT_BODIES_URL = 'https://lbit.hessen.de/buergerinnen-und-buerger/durchsetzungsstellen-der-laender'

const at = (name: string, url: string): Authority => ({ name, url })

/** By the first two digits of the municipality key. */
const AUTHORITIES: Record<string, LandAuthorities> = {
  '01': {
    dataProtection: at(
      'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein',
      'https://www.datenschutzzentrum.de',
    ),
    accessibility: at(
      'Landesbeauftragte für Menschen mit Behinderungen Schleswig-Holstein',
      'https://www.landtag.ltsh.de/beauftragte/',
    ),
  },
  '02': {
    dataProtection: at('Datenschutz und Informationsfreiheit Hamburg', 'https://datenschutz-hamburg.de'),
    accessibility: at(
      'Überwachungsstelle Barrierefreiheit der Freien und Hansestadt Hamburg',
      'https://www.hamburg.de/ueberwachungsstelle-barrierefreiheit/',
    ),
  },
  '03': {
    dataProtection: at('Datenschutzaufsicht Niedersachsen', 'https://www.lfd.niedersachsen.de'),
    accessibility: at(
      'Niedersächsisches Ministerium für Soziales, Schlichtungsstelle',
      'https://www.ms.niedersachsen.de',
    ),
  },
  '04': {
    dataProtection: at('Datenschutz und Informationsfreiheit Bremen', 'https://www.datenschutz.bremen.de'),
    accessibility: at('Landesbehindertenbeauftragte Bremen', 'https://www.behindertenbeauftragter.bremen.de'),
  },
  '05': {
    dataProtection: at('Datenschutz und Informationsfreiheit Nordrhein-Westfalen (LDI NRW)', 'https://www.ldi.nrw.de'),
    accessibility: at(
      'Ombudsstelle für barrierefreie Informationstechnik Nordrhein-Westfalen',
      'https://www.lbbp.nrw.de/ombudsstelle',
    ),
  },
  '06': {
    dataProtection: at('Datenschutz und Informationsfreiheit Hessen', 'https://datenschutz.hessen.de'),
    accessibility: at('Durchsetzungs- und Überwachungsstelle Barrierefreie IT Hessen', 'https://lbit.hessen.de'),
  },
  '07': {
    dataProtection: at('Datenschutz und Informationsfreiheit Rheinland-Pfalz', 'https://www.datenschutz.rlp.de'),
    accessibility: at('Sozialministerium Rheinland-Pfalz', 'https://mastd.rlp.de'),
  },
  '08': {
    dataProtection: at(
      'Datenschutz und Informationsfreiheit Baden-Württemberg',
      'https://www.baden-wuerttemberg.datenschutz.de',
    ),
    accessibility: at(
      'Landeszentrum Barrierefreiheit Baden-Württemberg, Schlichtungsstelle',
      'https://barrierefreiheit-bw.de',
    ),
  },
  '09': {
    dataProtection: at('Bayerische Datenschutzaufsicht (BayLfD)', 'https://www.datenschutz-bayern.de'),
    accessibility: at(
      'Landesamt für Digitalisierung, Breitband und Vermessung, Durchsetzungsstelle für barrierefreie Informationstechnik',
      'https://www.ldbv.bayern.de',
    ),
  },
  '10': {
    dataProtection: at('Unabhängiges Datenschutzzentrum Saarland', 'https://www.datenschutz.saarland.de'),
    accessibility: at('Sozialministerium des Saarlandes', 'https://www.saarland.de/masfg'),
  },
  '11': {
    dataProtection: at('Datenschutz und Informationsfreiheit Berlin', 'https://www.datenschutz-berlin.de'),
    accessibility: at(
      'Landesbeauftragte für digitale Barrierefreiheit Berlin',
      'https://www.berlin.de/moderne-verwaltung/barrierefreie-it/',
    ),
  },
  '12': {
    dataProtection: at('Datenschutz und Akteneinsicht Brandenburg (LDA)', 'https://www.lda.brandenburg.de'),
    accessibility: at(
      'Durchsetzungsstelle für digitale Barrierefreiheit Brandenburg, beim Sozialministerium',
      'https://msgiv.brandenburg.de',
    ),
  },
  '13': {
    dataProtection: at('Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern', 'https://www.datenschutz-mv.de'),
    accessibility: at(
      'Überwachungsstelle für digitale Barrierefreiheit Mecklenburg-Vorpommern',
      'https://www.regierung-mv.de/Landesregierung/sm/Soziales/Ueberwachungsstelle/',
    ),
  },
  '14': {
    dataProtection: at('Sächsische Datenschutzaufsicht', 'https://www.datenschutz.sachsen.de'),
    accessibility: at(
      'Landesbeauftragte für Inklusion Sachsen, Durchsetzungsstelle',
      'https://www.inklusion.sachsen.de',
    ),
  },
  '15': {
    dataProtection: at('Datenschutzaufsicht Sachsen-Anhalt', 'https://datenschutz.sachsen-anhalt.de'),
    accessibility: at(
      'Landesfachstelle für Barrierefreiheit Sachsen-Anhalt, Ombudsstelle',
      'https://www.lf-barrierefreiheit-st.de',
    ),
  },
  '16': {
    dataProtection: at('Datenschutz und Informationsfreiheit Thüringen (TLfDI)', 'https://www.tlfdi.de'),
    accessibility: at('Landesbeauftragte für Menschen mit Behinderungen Thüringen', 'https://www.tlmb-thueringen.de'),
  },
}

/** @param ags key of a municipality or county; undefined for a key of no Land */
export const authoritiesOf = (ags: string): LandAuthorities | undefined => AUTHORITIES[ags.slice(0, 2)]
