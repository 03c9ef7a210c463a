/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.rule;

import org.jspecify.annotations.NullMarked;
