/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.priority;

import org.jspecify.annotations.NullMarked;
