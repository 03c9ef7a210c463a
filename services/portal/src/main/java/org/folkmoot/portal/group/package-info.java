/**
 * Leadership groups: who sits on them, where they stand, what they are for, and by which constitution they decide. What one
 * person proposes, another confirms; the mandate service sees to that.
 */
@NullMarked
package org.folkmoot.portal.group;

import org.jspecify.annotations.NullMarked;
