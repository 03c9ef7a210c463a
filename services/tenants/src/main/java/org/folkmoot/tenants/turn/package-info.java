/** Changes outside this service's database that must not overtake each other: each waits for its turn there. */
@NullMarked
package org.folkmoot.tenants.turn;

import org.jspecify.annotations.NullMarked;
