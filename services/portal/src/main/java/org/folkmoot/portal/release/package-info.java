/** Releases of national files: those that were taken in, handing one in, watching it load, and what became of every row. */
@NullMarked
package org.folkmoot.portal.release;

import org.jspecify.annotations.NullMarked;
