/**
 * What becomes of practices when ICSs merge or split: from which ICS to which they go, at what instant, on what basis.
 *
 * <p><b>A plan</b> is drawn up by one operator of the platform and agreed by another. Between the two it is previewed: what
 * stands in its way, and what would go with the practices and what would stay. A plan says one thing for ever; whoever wants
 * something else cancels it and draws up another. One predecessor can have several successors and one successor several
 * predecessors, but in one plan no ICS both gives and takes: what would go round is two plans.
 *
 * <p><b>Told and answered.</b> The ICSs that give or take are told of the plan on their own topics, each of its own moves. A
 * service that has something of a predecessor counts it, as that ICS's own work, and answers on the predecessor's topic.
 * Until each of {@code Counts.SERVICES} has answered for each predecessor nobody can agree.
 *
 * <p><b>Who holds a practice</b> is said in one table ({@code Holdings}). From a plan's agreement on, its practices are held
 * by their predecessors, and no other plan that names one of them can be agreed. The database itself refuses that two ICSs
 * hold a practice at one instant.
 *
 * <p>A plan is not carried out by this package yet: it is drawn up, previewed, agreed and cancelled, and nothing of an ICS
 * is moved, closed or opened.
 */
@NullMarked
package org.folkmoot.tenants.succession;

import org.jspecify.annotations.NullMarked;
