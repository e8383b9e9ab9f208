/** Programs of other people that a machine may lack, and how to get them. */
import { spawnSync } from 'node:child_process'

const runs = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

export const HAS_XMLLINT = runs('xmllint', ['--version'])
export const NO_XMLLINT = 'Install it: apt-get install libxml2-utils'

/** FixMyStreet's own parser and its way to ask. */
export const HAS_PERL_CLIENT = runs('perl', ['-MXML::Simple', '-MLWP::UserAgent', '-MJSON::PP', '-e', '1'])
export const NO_PERL_CLIENT = 'Install them: apt-get install libxml-simple-perl libwww-perl'
