// Runs before the first element of the page is drawn, from a file because a strict content security policy refuses
// inline scripts: the design system shows its scripted looks only on a body of this class.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '')
