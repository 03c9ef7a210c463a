// Shows long work while it goes on. Without this script the page loads itself again every few seconds.
for (const box of document.querySelectorAll('[data-progress]')) {
  const source = new EventSource(box.dataset.progress)
  source.addEventListener('progress', (event) => {
    box.innerHTML = event.data
  })
  source.addEventListener('ended', () => {
    source.close()
    location.reload()
  })
}
