/** Tests of distances from a change and sums around it: no framework, no database. */
@NullMarked
package org.folkmoot.registry.panel;

import org.jspecify.annotations.NullMarked;
