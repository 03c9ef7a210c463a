/**
 * Bulletins: what the executive tells practices, which of them have read and acknowledged it, and what they answer. To whom a
 * bulletin goes and how far it came is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.bulletin;

import org.jspecify.annotations.NullMarked;
