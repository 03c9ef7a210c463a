/**
 * Bulletins: what the executive tells practices, to whom it came, and what they answer.
 *
 * <p><b>A bulletin</b> is drafted and then published; after that it never changes. Its audience is all practices of the ICS,
 * those of sub-ICB locations, places or networks, or single ones; publication freezes it as the practices that it means at
 * that hour.
 *
 * <p><b>With each practice</b> it is published, then delivered when somebody who speaks for the practice first had it in
 * their list, read when they opened it, and acknowledged when they said so. Each implies those before it, and each is kept
 * with its first time. It may ask a question, with answers to choose from or in own words; the practice's answer can be given
 * anew until the last day.
 *
 * <p><b>Reach</b> is counted from that, network by network, as numbers of practices and never as a rounded share.
 */
@NullMarked
package org.folkmoot.executive.bulletin;

import org.jspecify.annotations.NullMarked;
