// Shows what goes on while it goes on. Where no stream comes through, the same part of the page is asked for now and then,
// if there is an address for it; without this script the page stays as it was, or loads itself again.
const EVERY = 10000

function poll (box) {
  const timer = setInterval(async () => {
    const answer = await fetch(box.dataset.poll, { headers: { Accept: 'text/html', 'HX-Request': 'true' } })
    if (answer.ok) {
      box.innerHTML = await answer.text()
    } else {
      clearInterval(timer)
    }
  }, EVERY)
}

for (const box of document.querySelectorAll('[data-progress]')) {
  const source = new EventSource(box.dataset.progress)
  source.addEventListener('progress', (event) => {
    box.innerHTML = event.data
  })
  source.addEventListener('ended', () => {
    source.close()
    location.reload()
  })
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED && box.dataset.poll) {
      poll(box)
    }
  })
}
