/**
 * Systems outside the platform that read an ICS's events or tell it something, as its administrators let them in.
 *
 * <p><b>A system</b> is registered with what it may do: read the published events of all domains or of some, write inbound
 * topics, or both. Whoever passes on what the NHS tells of people does nothing else. What a system may do stays; one that
 * shall do something else is registered anew.
 *
 * <p><b>Credentials.</b> A system has none until one is issued, and two at most, so that a new password can be brought in
 * while the old one is still good, and the old one dropped when nothing uses it any more. Each is a principal of its own in
 * Kafka; consumer groups belong to the system and outlive it. A password is in the answer to the request that has it
 * issued, once, after Kafka was seen to take it; it is written nowhere here.
 *
 * <p><b>Order.</b> To issue is one transaction, in whose course Kafka is given rights and password: if it fails or this
 * process dies, nobody was told the password, and what Kafka has and this database does not know is removed. To drop or
 * revoke is decided in one transaction, and then done in Kafka at once; if Kafka is silent or this process dies, by the
 * upkeep of the ICS, again and again until it is done. A credential is shown as closing until Kafka has neither its rights
 * nor its password. Kafka asks for a right with each request, so a connection that is open reads and writes nothing from
 * then on, though it may stay open.
 *
 * <p><b>The ICS.</b> While it is suspended its systems have no rights and keep their credentials. When it has left they are all
 * dropped, by this service itself; the systems stay registered, and have others issued if the ICS comes back. Nothing is issued
 * at an ICS that is not served.
 *
 * <p>Changes of one ICS's systems and of Kafka for them take turns. Every change is in the ledger, with its reason, and is
 * announced to the ICS.
 */
@NullMarked
package org.folkmoot.tenants.systems;

import org.jspecify.annotations.NullMarked;
