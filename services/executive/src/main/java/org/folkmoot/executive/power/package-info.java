/**
 * What the executive may decide: a copy of the powers and mandates that {@code mandate} announced, and the check of a
 * decision against them.
 *
 * <p><b>The copy.</b> {@link org.folkmoot.executive.power.MandateNews} keeps each version of a power with the moment from
 * which it holds, each mandate, and from when it no longer counts. They are facts, so it does not matter in which order they
 * are heard: whether a power stood at a moment is derived when it is asked, of any moment, and a revocation that is heard
 * late voids what was decided since its instant.
 *
 * <p>How ballots ended and which motions were withdrawn is kept as well
 * ({@link org.folkmoot.executive.power.MotionBallots}); whoever waits for that hears of it in the transaction in which it is
 * taken in.
 *
 * <p><b>How fresh it is.</b> {@link org.folkmoot.executive.power.MandateFreshness} asks Kafka how much there is to be read and
 * the database how much was. A copy that lags, an event that could not be taken in, or a Kafka that does not answer make a
 * decision impossible: nobody guesses.
 *
 * <p><b>The check.</b> {@link org.folkmoot.executive.power.PowerCheck} is a rule without a database. It names every condition
 * that is not met. What a power limits and a decision does not say is not within the limit.
 */
@NullMarked
package org.folkmoot.executive.power;

import org.jspecify.annotations.NullMarked;
