/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.referral;

import org.jspecify.annotations.NullMarked;
