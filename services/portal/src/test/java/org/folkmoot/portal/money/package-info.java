/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.money;

import org.jspecify.annotations.NullMarked;
