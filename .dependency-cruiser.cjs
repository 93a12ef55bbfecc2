/** Who may import whom. Types and functions alike; see README, "The house". */
const layer = (name, from, allowed) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { path: '^src/', pathNot: [`^src/${from}`, ...allowed.map((one) => `^src/${one}`)] },
})
const only = (library, home) => ({
  name: `${library}-stays-home`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${home}` },
  to: { path: `node_modules/${library}/` },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    layer('language', 'language/', []),
    layer('knowledge', 'knowledge/', ['language/']),
    layer('understand', 'understand/', ['language/', 'knowledge/(types|once|kept)\\.ts$', 'knowledge/schema']),
    layer('lookup', 'lookup/', ['knowledge/', 'language/', 'understand/(request|phrase)\\.ts$']),
    layer('eligibility', 'eligibility/', ['language/', 'knowledge/types\\.ts$', 'knowledge/schema', 'knowledge/due\\.ts$']),
    layer('answer', 'answer/', ['language/', 'knowledge/types\\.ts$', 'knowledge/schema', 'knowledge/due\\.ts$', 'lookup/finding\\.ts$', 'eligibility/types\\.ts$', 'understand/request\\.ts$']),
    layer('intake', 'intake/', ['language/', 'knowledge/']),
    layer('store', 'store/', ['session\\.ts$', 'batches\\.ts$', 'json\\.ts$', 'reminders/types\\.ts$', 'language/']),
    layer('desk', 'desk/', ['respond\\.ts$', 'respond-again\\.ts$', 'session\\.ts$', 'prepared\\.ts$', 'answer/', 'dialog/memory\\.ts$', 'understand/', 'intake/', 'language/', 'knowledge/', 'store/types\\.ts$']),
    layer('channels', 'channels/', ['respond\\.ts$', 'batches\\.ts$', 'json\\.ts$', 'answer/message\\.ts$', 'pictures/drawing\\.ts$']),
    layer('pictures', 'pictures/', ['answer/message\\.ts$', 'channels/[a-z-]+\\.ts$', 'language/']),
    only('telegraf', 'channels/telegram/'),
    only('minisearch', 'lookup/search/'),
    only('kysely', 'store/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
