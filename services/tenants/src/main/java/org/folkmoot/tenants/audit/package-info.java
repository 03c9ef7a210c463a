/**
 * Logs of what was done, by whom and when: append-only and hash-chained, one stream per subject matter, kept in the tenant
 * whose people may ask for it. An entry is written in the transaction of what it is about. What an entry says can never be
 * changed or removed, so it names people by their subject and by nothing else.
 */
@NullMarked
package org.folkmoot.tenants.audit;

import org.jspecify.annotations.NullMarked;
