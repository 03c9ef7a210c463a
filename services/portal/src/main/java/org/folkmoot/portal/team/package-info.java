/** Integrated neighbourhood teams: who is in them, for which neighbourhood they work, and how many people they can take on. */
@NullMarked
package org.folkmoot.portal.team;

import org.jspecify.annotations.NullMarked;
