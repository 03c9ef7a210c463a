/**
 * The national directory as people read it: search, an organisation with its history, a practice, a PCN, a board with
 * the map of its PCNs. Everything is asked of the registry; pictures and sentences are made here.
 */
@NullMarked
package org.folkmoot.portal.directory;

import org.jspecify.annotations.NullMarked;
