// Builds the style sheet and the scripts into one directory that is named after its content, so that a browser may keep
// it for ever. Called by Maven as `node build.mjs <module> <classes>`; does nothing when nothing has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [moduleDir, classes] = process.argv.slice(2)
const sources = join(moduleDir, 'src/main/assets')
const packages = join(moduleDir, 'node_modules')
const assets = join(classes, 'META-INF/resources/assets')
const properties = join(classes, 'org/folkmoot/nhsuk/assets.properties')

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function hash(...contents) {
  const digest = createHash('sha256')
  for (const content of contents) digest.update(content).update('\0')
  return digest.digest('hex')
}

/** Runs the work only when the stamp that it left last time is not that of today. */
function unlessDone(stampFile, stamp, isThere, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && isThere()) return
  rmSync(stampFile, { force: true })
  work()
  writeFileSync(stampFile, stamp)
}

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Node.js 18 or later is needed to build libs/nhsuk, and this one is ${process.versions.node}.`)
}

const lock = hash(...['package.json', 'package-lock.json'].map((name) => readFileSync(join(moduleDir, name))))

unlessDone(join(packages, '.folkmoot-stamp'), lock, () => true, () => {
  // Optional packages only watch files, and no package has any business running a script here.
  const installed = spawnSync('npm', ['ci', '--omit=optional', '--ignore-scripts'], {
    cwd: moduleDir,
    encoding: 'utf8'
  })
  if (installed.error) fail('npm, which comes with Node.js, is needed to build libs/nhsuk: install it and build again.')
  if (installed.status !== 0) fail(`npm could not install the packages of libs/nhsuk:\n${installed.stderr}`)
})

const inputs = readdirSync(sources).sort().map((name) => readFileSync(join(sources, name)))
const done = () => existsSync(properties) && existsSync(assets)

unlessDone(join(classes, '..', 'assets.stamp'), hash(lock, ...inputs), done, () => {
  const sass = createRequire(join(moduleDir, 'package.json'))('sass')
  const script = (path) => readFileSync(join(packages, path), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
  const files = {
    'nhsuk.css': sass.compile(join(sources, 'nhsuk.scss'), {
      loadPaths: [packages],
      quietDeps: true,
      style: 'compressed'
    }).css,
    'nhsuk.js': readFileSync(join(sources, 'nhsuk.js'), 'utf8'),
    'supported.js': readFileSync(join(sources, 'supported.js'), 'utf8'),
    'nhsuk-frontend.js': script('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.js'),
    'htmx.js': script('htmx.org/dist/htmx.min.js')
  }
  const images = [...files['nhsuk.css'].matchAll(/url\("images\/([a-z-]+\.svg)"\)/g)].map((match) => match[1])
  for (const image of new Set(images)) {
    files[`images/${image}`] = script(`nhsuk-frontend/dist/nhsuk/assets/images/${image}`)
  }
  const name = `nhsuk-${hash(...Object.entries(files).flat()).slice(0, 12)}`

  for (const old of existsSync(assets) ? readdirSync(assets) : []) {
    if (old.startsWith('nhsuk-')) rmSync(join(assets, old), { recursive: true })
  }
  mkdirSync(join(assets, name, 'images'), { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(join(assets, name, file), content)
  mkdirSync(join(properties, '..'), { recursive: true })
  writeFileSync(properties, `path=/assets/${name}\n`)
})
