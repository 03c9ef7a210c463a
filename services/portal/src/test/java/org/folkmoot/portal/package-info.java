/** Tests of the portal. */
@NullMarked
package org.folkmoot.portal;

import org.jspecify.annotations.NullMarked;
