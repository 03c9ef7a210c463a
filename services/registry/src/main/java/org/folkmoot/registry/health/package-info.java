/**
 * The health check of networks: the population against the 30,000 to 50,000 that is expected of one (NHS England, Network
 * Contract DES), its practices, who left and who joined within a year, and what the network says of its own fitness.
 *
 * <p>Population and members are derived from the directory as at a day, over all practices of a network, those of another
 * ICB too. An ICS sees the networks that have practices in it. The self-check is the network's own word, given by its
 * clinical director; each one stays, the newest is shown.
 */
@NullMarked
package org.folkmoot.registry.health;

import org.jspecify.annotations.NullMarked;
