/** How the networks and neighbourhoods of an ICS stand: their size, who joined and left, whose team is late. */
@NullMarked
package org.folkmoot.portal.footprint;

import org.jspecify.annotations.NullMarked;
