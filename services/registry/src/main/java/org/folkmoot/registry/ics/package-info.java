/** What an ICS itself knows, and no other ICS sees. */
@NullMarked
package org.folkmoot.registry.ics;

import org.jspecify.annotations.NullMarked;
