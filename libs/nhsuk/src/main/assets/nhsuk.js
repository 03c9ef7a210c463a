import { initAll, Radios } from './nhsuk-frontend.js'

// The design system says of a radio button whether it has opened something, a state that ARIA does not know of one
// (WCAG 4.1.2). What it opens stands right after it and is read next.
const sync = Radios.prototype.syncConditionalRevealWithInputState
Radios.prototype.syncConditionalRevealWithInputState = function (input) {
  sync.call(this, input)
  input.removeAttribute('aria-expanded')
}

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
