/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.home;

import org.jspecify.annotations.NullMarked;
