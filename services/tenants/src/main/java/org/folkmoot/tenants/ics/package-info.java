/**
 * The ICSs of the platform and their life: onboarded, suspended, resumed, offboarded.
 *
 * <p>An operator's request changes the state of an ICS, announces it to every service, and writes down what is still to
 * be done outside this database, all in one transaction ({@code OperateIcs}). The doing comes after the answer: workers
 * take an ICS that is due, perform its steps one by one, and record each ({@code IcsWork}). A worker may die at any
 * instant; another takes the ICS once its lease has run out and goes on from the last recorded step. A step that fails is
 * tried again with growing pauses. Only an onboarding is given up after a while, and waits for a person; what closes an
 * ICS is tried until it is done, and none of its steps waits for another.
 *
 * <p><b>Order.</b> Opening ends with the announcement, since whoever hears of an ICS relies on its realm and topics.
 * Closing begins with it, since services can refuse at once and everything else follows.
 *
 * <p><b>Suspension</b> leaves realm and topics as they are. The services answer {@code ics-suspended} from the
 * announcement on; every session in the realm ends and with it every refresh token; systems outside the platform lose
 * their rights, and keep what they sign in with. Resuming gives the rights back.
 *
 * <p><b>Offboarding</b> destroys nothing but what systems outside the platform sign in with. It needs an export that is
 * younger than the ICS's state. Then services stop serving the ICS, its realm is disabled, all rights to its topics are
 * withdrawn, and those passwords removed; realm, topics, people and data stay. When all of that is done such an ICS can be
 * onboarded again, and finds everything; its outside systems are issued other credentials. To remove realm and topics for
 * good is a decision of the board and its data controller, and done by hand (see the operator's guide).
 *
 * <p><b>Upkeep.</b> When the service starts, and regularly after, the realm, topics and rights of every ICS that is served
 * or suspended are compared with what they should be and corrected, and the rights and passwords of every ICS that has left;
 * corrections are written into the ICS's log.
 *
 * <p>The state of an ICS is {@link org.folkmoot.tenants.ics.IcsLife}. What is done elsewhere is a
 * {@link org.folkmoot.tenants.ics.Step}; the packages for Keycloak and Kafka provide them, and this one knows of neither.
 */
@NullMarked
package org.folkmoot.tenants.ics;

import org.jspecify.annotations.NullMarked;
