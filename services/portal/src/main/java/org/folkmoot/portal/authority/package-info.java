/**
 * The chain of authority as a picture and as lists: from a thing up to the ballot that made it legitimate, and down to all that
 * was done under it.
 */
@NullMarked
package org.folkmoot.portal.authority;

import org.jspecify.annotations.NullMarked;
