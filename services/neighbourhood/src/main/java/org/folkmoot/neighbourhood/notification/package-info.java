/**
 * What the NHS tells of people: another practice, a death, another NHS number.
 *
 * <p>Notifications come on {@code ics.<tenant>.partner.nhs-notification.v1}, from whatever connects the ICS to the NHS's
 * multicast notification service, in that service's form: a CloudEvent that says what kind of thing happened to whom, and
 * nothing else. The key of a record is not looked at, since it may name a patient. What happened is asked of the
 * demographics service, by a search in a body, so that no NHS number stands in an address
 * ({@link org.folkmoot.neighbourhood.notification.Demographics}).
 *
 * <ul>
 *   <li><b>Another practice</b>: the patient is registered there from now on, and so GP updates go there; those, too, that the
 *       former one has not acknowledged, unless it referred. Each team with an open referral is asked to confirm that it goes on,
 *       or to hand over.
 *   <li><b>A death</b>: open referrals are closed with the outcome {@code died}, so that nobody is invited to an assessment or
 *       reminded of one. Nothing is sent to anybody in the person's name. A death that nobody can be asked about is left
 *       unresolved, for people to look at.
 *   <li><b>Another NHS number</b>: the patient is found by it from now on. If it is another patient's here, people have to
 *       look at both.
 *   <li><b>No answer</b>: while the demographics service is away, the notification waits; it is looked at again by itself, after
 *       pauses that grow, until it has had its effect.
 *   <li><b>Of nobody who is known here</b>: that there was one is kept, and not of whom.
 *   <li><b>Of another type</b>: kept, sealed, for whoever looks.
 *   <li><b>Not to be read</b>: a dead letter with the rule that it breaks.
 * </ul>
 *
 * <p>Notifications may come twice or in another order than things happened. So each has its effect once, and what counts is not
 * what it says but what the demographics service says when it is asked.
 */
@NullMarked
package org.folkmoot.neighbourhood.notification;

import org.jspecify.annotations.NullMarked;
