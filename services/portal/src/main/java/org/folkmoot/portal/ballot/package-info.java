/**
 * Ballots: the list, a ballot as it goes on, voting in three screens (choose, check, receipt), proxies and recusals, and the
 * result with what anybody needs to check it. Who may vote, what a vote counts and what follows from votes is the mandate
 * service's to say; here it only gets words and pictures.
 */
@NullMarked
package org.folkmoot.portal.ballot;

import org.jspecify.annotations.NullMarked;
