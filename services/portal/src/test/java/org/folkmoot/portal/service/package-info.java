/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.service;

import org.jspecify.annotations.NullMarked;
