import { initAll } from './nhsuk-frontend.js'

const alreadyThere = 'InitError'

/** What htmx brings into the page later is made alive like what was there at first. */
function enliven(scope) {
  initAll({
    scope,
    onError: (error) => {
      if (error.name !== alreadyThere) console.error(error)
    }
  })
}

enliven(document)
document.addEventListener('htmx:load', (event) => {
  const added = event.detail.elt
  if (added !== document.body && added.parentElement) enliven(added.parentElement)
})
