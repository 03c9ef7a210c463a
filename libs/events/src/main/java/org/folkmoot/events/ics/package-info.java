/**
 * What every service hears of the life of ICSs: the control plane announces that one was onboarded, suspended, resumed
 * or offboarded, and each service writes it into its own directory of ICSs with no restart.
 *
 * <p>After that, in the same transaction, it fires {@link org.folkmoot.events.ics.IcsOnboarded} and its siblings as CDI
 * events, for a service that prepares something. The transaction is the platform's: an observer that writes rows of the
 * ICS itself does so in a transaction of its own, {@code @Observes(during = AFTER_SUCCESS)} and under
 * {@link org.folkmoot.tenancy.TenantScope}, and must bear to hear the same twice.
 */
@NullMarked
package org.folkmoot.events.ics;

import org.jspecify.annotations.NullMarked;
