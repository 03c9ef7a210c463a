/** Tests of concentration. */
@NullMarked
package org.folkmoot.registry.concentration;

import org.jspecify.annotations.NullMarked;
