/**
 * Shared capabilities: what practices share from a day on, people, services and premises. The list, one of them, the form to
 * record one, and the form that says that it is shared no longer.
 */
@NullMarked
package org.folkmoot.portal.capability;

import org.jspecify.annotations.NullMarked;
